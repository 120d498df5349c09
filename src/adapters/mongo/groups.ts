import type { Group, GroupSubject, Groups, Linking } from '../../ports/groups';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { groupSchema } from './group-schema';
import { institutionSchema } from './institution-schemas';

interface Row extends Omit<Group, 'chat' | 'institutions' | 'left'> {
  readonly _id: number;
  readonly institutions?: readonly string[];
  readonly everything?: true;
  readonly leftAt?: Date;
}

const group = ({ _id: chat, everything, institutions, leftAt, ...rest }: Row): Group => ({
  chat,
  ...rest,
  ...(everything ? { institutions: 'all' as const } : institutions && { institutions }),
  ...(leftAt && { left: true }),
});

const isLinked = { linkedAt: { $exists: true } };
const noLink = { institutions: 1, everything: 1, regencies: 1, linkedBy: 1, linkedAt: 1 } as const;

/** Keeps groups in MongoDB; each change is one write. */
export function mongoGroups(store: Store): Groups {
  return { ...linking(store), ...topics(store), ...presence(store), ...looking(store) };
}

const rowsOf = (store: Store) => store.model('Group', groupSchema);

type Part<K extends keyof Groups> = Pick<Groups, K>;

function topics(store: Store): Part<'writeTo' | 'topicGone'> {
  const rows = rowsOf(store);
  return {
    async writeTo(chat, thread) {
      const change = thread === undefined ? { $unset: { thread: 1 } } : { $set: { thread } };
      await rows.updateOne({ _id: chat }, change);
    },
    async topicGone(chat, thread) {
      await rows.updateOne({ _id: chat, thread }, { $unset: { thread: 1 } });
    },
  };
}

function linking(store: Store): Part<'link' | 'add' | 'remove' | 'unlink'> {
  const rows = rowsOf(store);
  return {
    async link(chat, subject, linked) {
      await rows.updateOne({ _id: chat }, withoutEmpty(asSet(subject, linked)));
    },
    async add(chat, institution, linked) {
      const { set, unset } = by(linked);
      await rows.updateOne(
        { _id: chat },
        withoutEmpty({
          $set: set,
          $unset: { ...unset, everything: 1, regencies: 1 },
          $addToSet: { institutions: institution },
        }),
      );
    },
    async remove(chat, institution) {
      await rows.updateOne({ _id: chat }, { $pull: { institutions: institution } });
      await rows.updateOne({ _id: chat, institutions: [] }, { $unset: noLink });
    },
    async unlink(chat) {
      await rows.updateOne({ _id: chat }, { $unset: noLink });
    },
  };
}

function asSet(subject: GroupSubject, linked: Linking) {
  const { set, unset } = by(linked);
  if (subject.institutions === 'all')
    return {
      $set: { ...set, everything: true, regencies: subject.regencies },
      $unset: { ...unset, institutions: 1 },
    };
  return {
    $set: { ...set, institutions: [...new Set(subject.institutions)] },
    $unset: { ...unset, everything: 1, regencies: 1 },
  };
}

/** Who linked it, when, and the topic; what is not said is taken away. */
function by({ by: linkedBy, at, thread }: Linking) {
  const known = linkedBy === undefined ? {} : { linkedBy };
  const topic = thread === undefined ? {} : { thread };
  return {
    set: { linkedAt: at, ...known, ...topic },
    unset: {
      ...(linkedBy === undefined && { linkedBy: 1 }),
      ...(thread === undefined && { thread: 1 }),
    },
  };
}

/** MongoDB 4.4 refuses an update with an empty `$unset`. */
const withoutEmpty = <T extends { readonly $unset: object }>({ $unset, ...rest }: T) =>
  Object.keys($unset).length === 0 ? rest : { ...rest, $unset };

function presence(store: Store): Part<'met' | 'renamed' | 'gone' | 'moved'> {
  const rows = rowsOf(store);
  return {
    async met(chat, title, at) {
      // A group that is there already does not match, so the upsert collides with it.
      const isNew = await insertOnce(async () => {
        const back = { _id: chat, leftAt: { $lte: at } };
        await rows.updateOne(back, { $set: { title }, $unset: { leftAt: 1 } }, { upsert: true });
      });
      if (!isNew) await rows.updateOne({ _id: chat }, { $set: { title } });
      return isNew;
    },
    async renamed(chat, title) {
      await rows.updateOne({ _id: chat }, { $set: { title } });
    },
    async gone(chat, at) {
      const there = { _id: chat, leftAt: { $exists: false } };
      const { modifiedCount } = await rows.updateOne(there, { $set: { leftAt: at } });
      return modifiedCount === 1;
    },
    async moved(from, to) {
      const old = await rows.findOne({ _id: from }).lean<Row | null>();
      if (!old) return;
      const { _id: _old, leftAt: _left, title, ...kept } = old;
      await insertOnce(() => rows.create({ _id: to, title, ...kept }));
      // It may have been met under its new id first, and know nothing of the link yet.
      await rows.updateOne(
        { _id: to, linkedAt: { $exists: false } },
        { $set: kept, $unset: { leftAt: 1 } },
      );
      await rows.deleteOne({ _id: from });
    },
  };
}

function looking(store: Store): Part<'of' | 'reaching' | 'all'> {
  const rows = rowsOf(store);
  const places = store.model('Institution', institutionSchema);
  return {
    async of(chat) {
      const row = await rows.findOne({ _id: chat }).lean<Row | null>();
      return row ? group(row) : undefined;
    },
    async reaching(institutions) {
      const ids = [...institutions];
      const [found, named] = await Promise.all([
        rows
          .find({
            ...{ ...isLinked, leftAt: { $exists: false } },
            $or: [{ institutions: { $in: ids } }, { everything: true }],
          })
          .sort({ title: 1, _id: 1 })
          .lean<Row[]>(),
        places.find({ _id: { $in: ids } }, { regency: 1 }).lean<{ regency: string }[]>(),
      ]);
      const regencies = new Set(named.map(({ regency }) => regency));
      const isMeant = ({ everything, regencies: covered = [] }: Row) =>
        !everything || covered === 'all' || covered.some((one) => regencies.has(one));
      return ids.length === 0 ? [] : found.filter(isMeant).map(group);
    },
    async all() {
      const found = await rows.find().sort({ title: 1, _id: 1 }).lean<Row[]>();
      return found.map(group);
    },
  };
}
