import type { Contact, Contacts, ContactState } from '../../ports';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { contactSchema } from './outbox-schema';

interface Row {
  readonly _id: number;
  readonly state: ContactState;
  readonly since: Date;
  readonly movedTo?: number;
}

const contact = ({ _id, state, since, movedTo }: Row): Contact => ({
  chat: _id,
  state,
  since,
  ...(movedTo === undefined ? {} : { movedTo }),
});

/** Keeps in MongoDB which chats can be reached. */
export function mongoContacts(store: Store): Contacts {
  const rows = store.model('Contact', contactSchema);
  const turn = async (chat: number, state: ContactState, since: Date) => {
    const known = await rows.findOne({ _id: chat }, { state: 1 }).lean<Row | null>();
    if (known?.state === state) return known.state;
    const other = { _id: chat, state: { $ne: state } };
    await insertOnce(() => rows.updateOne(other, { $set: { state, since } }, { upsert: true }));
    return known?.state ?? 'ok';
  };
  return {
    async unreachable(chat, why, at) {
      await turn(chat, why, at);
    },
    reachable: async (chat, at) => (await turn(chat, 'ok', at)) !== 'ok',
    async of(chats) {
      if (chats.length === 0) return new Map();
      const known = await rows.find({ _id: { $in: [...new Set(chats)] } }).lean<Row[]>();
      return new Map(known.map((row) => [row._id, contact(row)]));
    },
    async moved(from, to, at) {
      const set = { $set: { movedTo: to }, $setOnInsert: { state: 'ok', since: at } };
      await insertOnce(() => rows.updateOne({ _id: from }, set, { upsert: true }));
    },
  };
}
