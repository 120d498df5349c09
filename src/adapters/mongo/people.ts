import type { BorneName } from '../../domain/forgetting';
import type { Person } from '../../domain/person';
import type { People } from '../../ports';
import type { Store } from './connect';
import { isDuplicateKey } from './duplicate-key';
import { personSchema } from './schemas';

type Row = Omit<Person, 'id'> & {
  readonly _id: string;
  readonly origins?: readonly string[];
  readonly names?: readonly BorneName[];
};

const person = ({ _id, origins: _origins, names: _names, ...rest }: Row): Person => ({
  id: _id,
  ...rest,
});
const maybe = (row: Row | null): Person | undefined => (row ? person(row) : undefined);

/** Keeps people in MongoDB. */
export function mongoPeople(store: Store): People {
  const rows = store.model('Person', personSchema);
  const byTelegram = async (telegramId: number) =>
    maybe(await rows.findOne({ telegramId }).lean<Row | null>());
  const byId = async (id: string) => maybe(await rows.findOne({ _id: id }).lean<Row | null>());

  return {
    byTelegram,
    byId,

    async meet(telegramId, id, name) {
      const unknown = { _id: id, name, grants: [], origins: [] };
      const upsert = () =>
        rows
          .findOneAndUpdate(
            { telegramId },
            { $setOnInsert: unknown },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<Row>();
      // Two first meetings at once: the loser of the unique key finds the winner's row.
      const row = await upsert().catch((error: unknown) => {
        if (isDuplicateKey(error)) return upsert();
        throw error;
      });
      return person(row);
    },

    async join(id, { name, address, grant, origin, consent }) {
      await rows.updateOne(
        { _id: id, origins: { $ne: origin } },
        {
          $set: { name, address, consent },
          $push: { grants: grant, origins: origin, names: { name, since: consent.at } },
        },
      );
      const joined = await byId(id);
      if (!joined) throw new Error('Nobody with this id can join');
      return joined;
    },

    async rename(id, { name, address, at }) {
      // A repeat finds the name borne already.
      await rows.updateOne(
        { _id: id, name: { $ne: name } },
        { $push: { names: { name, since: at } } },
      );
      await rows.updateOne({ _id: id }, { $set: { name, address } });
    },

    async callAt(id, phone) {
      const change = phone === undefined ? { $unset: { phone: 1 } } : { $set: { phone } };
      await rows.updateOne({ _id: id }, change);
    },

    async agree(id, consent) {
      await rows.updateOne(
        { _id: id, 'consent.version': { $lt: consent.version } },
        { $set: { consent } },
      );
    },

    async endGrant(id, role, institution) {
      const grant = institution === undefined ? { role } : { role, institution };
      await rows.updateOne({ _id: id }, { $pull: { grants: grant } });
      if (institution === undefined) return;
      // Whoever does not run it in another role either is not named for it any more.
      await rows.updateOne(
        { _id: id, 'grants.institution': { $ne: institution } },
        { $pull: { publicContacts: { institution } } },
      );
    },

    async setScope(id, role, regencies) {
      await rows.updateOne(
        { _id: id, 'grants.role': role },
        { $set: { 'grants.$.regencies': regencies } },
      );
    },

    ...naming(store),
    ...lists(store),
  };
}

/** How people are named to the public. */
function naming(
  store: Store,
): Pick<People, 'showToPublic' | 'hideFromPublic' | 'calledOnTelegram'> {
  const rows = store.model('Person', personSchema);
  const hide = async (id: string, institution: string) => {
    await rows.updateOne({ _id: id }, { $pull: { publicContacts: { institution } } });
  };
  return {
    hideFromPublic: hide,
    async showToPublic(id, contact) {
      const { institution } = contact;
      const { matchedCount } = await rows.updateOne(
        { _id: id, 'publicContacts.institution': institution },
        { $set: { 'publicContacts.$': contact } },
      );
      if (matchedCount > 0) return;
      await rows.updateOne(
        { _id: id, 'publicContacts.institution': { $ne: institution } },
        { $push: { publicContacts: contact } },
      );
    },
    async calledOnTelegram(id, username) {
      const how =
        username === undefined
          ? { $unset: { 'publicContacts.$[one].username': 1 } }
          : { $set: { 'publicContacts.$[one].username': username } };
      await rows.updateOne({ _id: id }, how, { arrayFilters: [{ 'one.by': 'telegram' }] });
    },
  };
}

/** Whoever has a role somewhere. */
function lists(store: Store): Pick<People, 'staff' | 'of' | 'running'> {
  const rows = store.model('Person', personSchema);
  return {
    async staff() {
      const found = await rows
        .find({ 'grants.role': { $in: ['officer', 'head'] } })
        .sort({ _id: 1 })
        .lean<Row[]>();
      return found.map(person);
    },

    async of(institution) {
      const found = await rows.find({ 'grants.institution': institution }).lean<Row[]>();
      const manages = ({ grants }: Person) =>
        grants.some((grant) => grant.role === 'manager' && grant.institution === institution);
      return found.map(person).sort((a, b) => Number(manages(b)) - Number(manages(a)));
    },

    async running(institutions) {
      const which = { 'grants.institution': { $in: [...institutions] } };
      return (await rows.find(which).sort({ _id: 1 }).lean<Row[]>()).map(person);
    },
  };
}
