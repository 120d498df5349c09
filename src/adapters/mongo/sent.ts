import { lanes, notSent } from '../../domain/message-kind';
import type { Sent, SentRow, SentTally } from '../../ports/sent';
import type { Store } from './connect';
import { outboxSchema } from './schemas';

type Row = Omit<SentRow, 'key' | 'at'> & {
  readonly _id: string;
  readonly notBefore: Date;
  readonly doneAt?: Date;
  readonly unsureSince?: Date;
};

const automaticOnly = { kind: { $ne: 'answer' } };
const states = ['scheduled', 'sending', 'sent', 'failed', 'cancelled', 'muted'] as const;
const ranks = lanes.map((_, rank) => rank);
const goesOut = { state: { $in: ['scheduled', 'sending', 'sent'] } };

const sentRow = ({ _id: key, notBefore, doneAt, unsureSince, ...rest }: Row): SentRow => ({
  key,
  at: doneAt ?? notBefore,
  ...rest,
  ...(unsureSince && { isAsked: true }),
});

/** Looks into the outbox kept in MongoDB. */
export function mongoSent(store: Store): Sent {
  const rows = store.model('Outbox', outboxSchema);
  const firstOf = async (rank: number) => {
    const found = await rows
      .find({ state: 'scheduled', rank }, { notBefore: 1 })
      .sort({ notBefore: 1 })
      .limit(1)
      .lean<Row[]>();
    return found.map(({ notBefore }) => notBefore);
  };
  const fields = {
    chat: 1,
    kind: 1,
    person: 1,
    state: 1,
    notBefore: 1,
    doneAt: 1,
    because: 1,
    why: 1,
    unsureSince: 1,
  };
  return {
    automatic: (person, from, to) =>
      rows.countDocuments({
        person,
        ...automaticOnly,
        ...goesOut,
        notBefore: { $gte: from, $lt: to },
      }),
    async ledger(from, to) {
      const found = await rows
        .find(
          // Every state and lane, named so that the index serves the search.
          {
            ...automaticOnly,
            ...{ state: { $in: [...states] }, rank: { $in: ranks } },
            notBefore: { $gte: from, $lt: to },
          },
          fields,
        )
        .sort({ notBefore: 1, order: 1, _id: 1 })
        .lean<Row[]>();
      return found.map(sentRow);
    },
    async about(about) {
      const found = await rows
        .find({ about, state: { $in: [...states] } }, fields)
        .sort({ order: 1, _id: 1 })
        .lean<Row[]>();
      return found.map(sentRow);
    },
    tally: (about) => tallyOf((which) => rows.countDocuments({ about, ...which })),
    async known(keys) {
      const found = await rows.find({ _id: { $in: [...keys] } }, { _id: 1 }).lean<Row[]>();
      return new Set(found.map(({ _id }) => _id));
    },
    async isBusy(now) {
      const due = { state: 'scheduled', rank: { $in: ranks }, notBefore: { $lte: now } };
      return (await rows.exists({ $or: [{ state: 'sending' }, due] })) !== null;
    },
    async nextAt() {
      // Lane by lane, since each is kept in the order of time.
      const first = await Promise.all(ranks.map((rank) => firstOf(rank)));
      return first.flat().toSorted((a, b) => Number(a) - Number(b))[0];
    },
  };
}

async function tallyOf(count: (which: object) => Promise<number>): Promise<SentTally> {
  const counts = await Promise.all(
    states.map(async (state) => [state, await count({ state })] as const),
  );
  const byState = Object.fromEntries(counts) as Readonly<Record<SentRow['state'], number>>;
  // Most of the time nothing failed, and there is nothing more to be asked.
  if (byState.failed === 0) return { ...byState, unknown: 0, asked: 0 };
  const failed = { state: 'failed', why: notSent.unknown };
  const [unknown, asked] = await Promise.all([
    count(failed),
    count({ ...failed, unsureSince: { $exists: true } }),
  ]);
  return { ...byState, unknown, asked };
}
