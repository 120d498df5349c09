import type { Inbox, Waiting } from '../../ports';
import type { Store } from './connect';
import { insertOnce, isDuplicateKey } from './duplicate-key';
import { inboxSchema, leaseSchema } from './schemas';

/** A worker that has not been heard of for this long has died, and its lane is free again. */
const leaseMs = 20_000;
const lanesAtOnce = 200;

interface Row {
  readonly _id: number;
  readonly lane: string;
  readonly body: object;
  readonly starts: number;
  readonly failures: number;
  readonly notBefore: Date;
}

/** Keeps the inbox in MongoDB. */
export function mongoInbox(store: Store): Inbox {
  const rows = store.model('Inbox', inboxSchema);
  const leases = store.model('Lease', leaseSchema);
  const settle = async (id: number, set: object, inc: object = {}) => {
    await rows.updateOne({ _id: id }, { $set: set, $inc: inc });
  };

  return {
    async put(arrivals, now) {
      if (arrivals.length === 0) return;
      const documents = arrivals.map(({ id, lane, body }) => ({
        _id: id,
        lane,
        body,
        state: 'new',
        notBefore: now,
        at: now,
      }));
      await ignoringRepeats(() =>
        rows.insertMany(documents, { ordered: false, throwOnValidationError: true }),
      );
    },

    async lanesDue(now) {
      const due = await rows
        .find({ state: 'new', notBefore: { $lte: now } }, { lane: 1 })
        .sort({ notBefore: 1 })
        .limit(lanesAtOnce)
        .lean<Row[]>();
      return [...new Set(due.map(({ lane }) => lane))];
    },

    async lease(lane, owner, now) {
      const free = { _id: `lane:${lane}`, $or: [{ until: { $lte: now } }, { owner }] };
      const taken = { owner, until: new Date(now.getTime() + leaseMs) };
      // A lease somebody else holds does not match, so the upsert collides with it.
      return insertOnce(() => leases.updateOne(free, { $set: taken }, { upsert: true }));
    },

    async release(lane, owner) {
      await leases.deleteOne({ _id: `lane:${lane}`, owner });
    },

    async next(lane, now) {
      const oldest = await rows.findOne({ state: 'new', lane }).sort({ _id: 1 }).lean<Row | null>();
      if (!oldest || oldest.notBefore > now) return undefined;
      const { _id: id, body, starts, failures } = oldest;
      await rows.updateOne({ _id: id }, { $inc: { starts: 1 } });
      return { id, lane, body, starts: starts + 1, failures } satisfies Waiting;
    },

    done: (id, now) => settle(id, { state: 'done', doneAt: now, body: {} }),
    retry: (id, notBefore, why) => settle(id, { notBefore, why }, { failures: 1 }),
    setAside: (id, now, why) => settle(id, { state: 'aside', at: now, why }),
  };
}

/** An unordered insert goes on past what is there already; only other errors count. */
async function ignoringRepeats(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
