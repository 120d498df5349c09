import type { Read, Reads } from '../../ports/announcements';
import { readSchema } from './announcement-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

/** Keeps in MongoDB who read an announcement: one row a person and chat. */
export function mongoReads(store: Store): Reads {
  const rows = store.model('Read', readSchema);
  return {
    note: (read) =>
      insertOnce(() =>
        rows.create({ _id: `${read.edition}:${read.chat}:${read.telegramId}`, ...read }),
      ),

    async count(edition, chat) {
      if (chat !== undefined) return rows.countDocuments({ edition, chat });
      return (await rows.distinct('telegramId', { edition })).length;
    },

    async of(edition) {
      const found = await rows.find({ edition }, { _id: 0 }).sort({ at: 1 }).lean<Read[]>();
      return found;
    },
  };
}
