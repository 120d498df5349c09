import { laneOfKind, lanes, whenUnsure } from '../../domain/message-kind';
import type { Outbox, OutgoingRow } from '../../ports';
import type { Act } from '../../talk';
import type { Store } from './connect';
import { isDuplicateKey } from './duplicate-key';
import { outboxSchema } from './outbox-schema';

/** Keeps the outbox in MongoDB: the side that puts rows in. */
export function mongoOutbox(store: Store, onPut: () => void): Outbox {
  const rows = store.model('Outbox', outboxSchema);
  const nextOrder = increasing();
  const revive = async (documents: readonly Document[]) => {
    for (const row of documents) await rows.replaceOne({ _id: row._id, state: 'cancelled' }, row);
  };
  return {
    async put(outgoing) {
      if (outgoing.length === 0) return;
      for (let at = 0; at < outgoing.length; at += mostAtOnce) {
        const part = outgoing.slice(at, at + mostAtOnce);
        const documents = part.map((row) => document(row, nextOrder()));
        try {
          await rows.insertMany(documents, { ordered: false, throwOnValidationError: true });
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          await revive(documents.filter((_row, n) => part[n]?.revives));
        }
        onPut();
      }
    },
    async cancel(about, why, now) {
      // The mark comes first: from here on no dispatcher takes such a row.
      const open = { about, state: { $in: ['scheduled', 'sending'] } };
      await rows.updateMany(open, { $set: { unwanted: why } });
      const { modifiedCount } = await rows.updateMany(
        { about, state: 'scheduled' },
        { $set: { state: 'cancelled', why, doneAt: now }, $unset: { unwanted: 1 } },
      );
      return modifiedCount;
    },
    async refile(keys, about) {
      await rows.updateMany({ _id: { $in: [...keys] } }, { $set: { about } });
    },
  };
}

/** So many rows are written at once; a larger write would hold up everybody else. */
const mostAtOnce = 20;

const document = (row: OutgoingRow, order: number) => ({
  _id: row.key,
  ...{ chat: row.chat, kind: row.kind, act: row.act, at: row.at, order },
  rank: lanes.indexOf(laneOfKind(row.kind)),
  unsure: mayRepeat(row) ? 'repeat' : 'let-go',
  weight: weightOf(row.act),
  notBefore: row.notBefore ?? row.at,
  tries: 0,
  ...(row.thread === undefined ? {} : { thread: row.thread }),
  ...(row.about === undefined ? {} : { about: row.about }),
  ...(row.because === undefined ? {} : { because: row.because }),
  ...(row.person === undefined ? {} : { person: row.person }),
  ...(row.within === undefined ? {} : { within: row.within }),
  ...(row.lapsesAt === undefined ? {} : { lapsesAt: row.lapsesAt }),
  ...(row.settled ? { ...row.settled, doneAt: row.at } : { state: 'scheduled' }),
});

type Document = ReturnType<typeof document>;

/** An edit changes nothing the second time, whatever it is about. */
const mayRepeat = ({ kind, act }: OutgoingRow) =>
  'of' in act || act.do === 'menu' || whenUnsure(kind) === 'repeat';

const albumMost = 10;

/** Telegram counts every photo of an album. */
const weightOf = (act: Act) =>
  act.do === 'photos' ? Math.min(Math.max(1, act.photos.length), albumMost) : 1;

/** Numbers that only grow, over restarts and, as well as clocks agree, over processes. */
function increasing(): () => number {
  let last = 0;
  return () => {
    const microseconds = Math.floor((performance.timeOrigin + performance.now()) * 1_000);
    last = Math.max(last + 1, microseconds);
    return last;
  };
}
