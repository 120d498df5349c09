import type { Read, Reads } from '../../ports/announcements';
import { readSchema } from './announcement-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

const after = (since: Date | undefined) => (since ? { at: { $gte: since } } : {});

/** Keeps in MongoDB who read an announcement: one row a person and chat. */
export function mongoReads(store: Store): Reads {
  const rows = store.model('Read', readSchema);
  return {
    async note(read, since) {
      const _id = `${read.edition}:${read.chat}:${read.telegramId}`;
      if (await insertOnce(() => rows.create({ _id, ...read }))) return true;
      if (!since) return false;
      const before = { _id, at: { $lt: since } };
      const { modifiedCount } = await rows.updateOne(before, { $set: { at: read.at } });
      return modifiedCount === 1;
    },

    async count(edition, { chat, since }) {
      const which = { edition, ...after(since) };
      if (chat !== undefined) return rows.countDocuments({ ...which, chat });
      return (await rows.distinct('telegramId', which)).length;
    },

    async of(edition, since) {
      const which = { edition, ...after(since) };
      return rows.find(which, { _id: 0 }).sort({ at: 1 }).lean<Read[]>();
    },
  };
}
