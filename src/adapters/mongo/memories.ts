import type { Memories, Remembered } from '../../conversation/memories';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { chatSchema } from './schemas';

interface Row {
  readonly version: number;
  readonly memory: Remembered['memory'];
  readonly last?: Remembered['last'];
}

/** Keeps what the bot remembers of each chat in MongoDB, one document a chat. */
export function mongoMemories(store: Store): Memories {
  const chats = store.model('Chat', chatSchema);
  return {
    async load(chat) {
      const row = await chats.findOne({ _id: chat }).lean<Row | null>();
      if (!row) return undefined;
      return { version: row.version, memory: row.memory, ...(row.last ? { last: row.last } : {}) };
    },
    async save(chat, { version, memory, last }, now) {
      const set = { memory, last, touchedAt: now, version: version + 1 };
      if (version === 0) return insertOnce(() => chats.create({ _id: chat, ...set }));
      const { modifiedCount } = await chats.updateOne({ _id: chat, version }, { $set: set });
      return modifiedCount === 1;
    },
  };
}
