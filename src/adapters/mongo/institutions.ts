import { slugOf } from '../../domain/institution';
import type { Institution } from '../../domain/institution';
import { placeKey } from '../../domain/place-key';
import type { InstitutionFields, Institutions } from '../../ports/institutions';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { institutionLooks } from './institution-looks';
import { type InstitutionRow as Row, institution, rowOf, withoutKey } from './institution-rows';
import { institutionSchema } from './schemas';

/** Keeps institutions in MongoDB. */
export function mongoInstitutions(store: Store): Institutions {
  const rows = store.model('Institution', institutionSchema);
  const { survivor, ...looks } = institutionLooks(store);
  const giveKey = (_id: string, key: string) =>
    insertOnce(() => rows.updateOne({ _id }, { $set: { key } }));

  return {
    ...looks,

    async found(institutions) {
      const ids = institutions.map(({ id }) => id);
      const there = await rows.find({ _id: { $in: ids } }).lean<Row[]>();
      // Those from before every institution had a key get theirs.
      for (const { _id, key, ...rest } of there)
        if (key === undefined) await giveKey(_id, placeKey(rest));
      const missing = institutions.filter(({ id }) => !there.some(({ _id }) => _id === id));
      if (missing.length === 0) return;
      await insertOnce(() => rows.insertMany(missing.map(rowOf), { ordered: false }));
      // What is founded under a name of its own stays, even where somebody else has that place.
      await insertOnce(() =>
        rows.insertMany(missing.map(rowOf).map(withoutKey), { ordered: false }),
      );
    },

    async add(described, origin, at) {
      const key = placeKey(described);
      for (let copy = 1; ; copy += 1) {
        const mine = await rows.findOne({ origin }).lean<Row | null>();
        if (mine) return { is: 'new', institution: institution(mine) };
        const other = await rows.findOne({ key }).lean<Row | null>();
        if (other) return { is: 'there', institution: institution(await survivor(other)) };
        const id = numbered(slugOf(described.name), copy);
        const added = { ...described, id, registeredAt: at };
        await insertOnce(() => rows.create({ ...rowOf(added), origin }));
      }
    },

    async change(id, to) {
      const before = await rows.findOne({ _id: id }).lean<Row | null>();
      if (!before) return true;
      const key = placeKey({ ...before, ...to });
      // What stands in its place under another's key may still be changed in everything else.
      const moves = key !== placeKey(before);
      if (moves && (await rows.exists({ key, _id: { $ne: id } }))) return false;
      const set = { ...stated(to), ...(moves && { key }) };
      const leaves = takenAway(to);
      if (Object.keys(set).length + Object.keys(leaves).length === 0) return true;
      return insertOnce(() => rows.updateOne({ _id: id }, { $set: set, $unset: leaves }));
    },

    async archive(id, at) {
      const how = at ? { $set: { archivedAt: at } } : { $unset: { archivedAt: 1 } };
      await rows.updateOne({ _id: id, mergedInto: null }, how);
    },

    async addMany(institutions) {
      const ids = institutions.map(({ id }) => id);
      if (ids.length === 0) return new Set();
      await insertOnce(() => rows.insertMany(institutions.map(rowOf), { ordered: false }));
      const there = await rows.find({ _id: { $in: ids } }, { key: 1 }).lean<Row[]>();
      const keys = new Map(there.map(({ _id, key }) => [_id, key]));
      const isThere = (one: Institution) => keys.get(one.id) === placeKey(one);
      return new Set(institutions.filter(isThere).map(({ id }) => id));
    },
  };
}

/** The fields that say something. */
const stated = (to: Partial<InstitutionFields>) =>
  Object.fromEntries(Object.entries<unknown>(to).filter(([, value]) => value !== undefined));

/** The fields of which nothing is to be left. */
const takenAway = (to: Partial<InstitutionFields>) =>
  Object.fromEntries(
    Object.entries<unknown>(to).flatMap(([name, value]) =>
      value === undefined ? [[name, 1]] : [],
    ),
  );

/** 'nurul-huda', 'nurul-huda-2', 'nurul-huda-3'. */
const numbered = (slug: string, copy: number) => (copy === 1 ? slug : `${slug}-${copy}`);
