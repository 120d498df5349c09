import { notSent } from '../../domain/message-kind';
import type { Sounding, Soundings } from '../../ports/soundings';
import type { Card } from '../../talk';
import type { Store } from './connect';
import { outboxSchema } from './outbox-schema';

/** A request that is still on its way would be found nowhere, and arrive afterwards. */
const restMs = 10_000;
/** More numbers than this between two messages are more than it is worth asking for. */
const mostNumbers = 40;
/** Without another message by then there is nothing to tell where the numbers end. */
const patienceMs = 10 * 60_000;
/** The messages before it that are looked at. */
const beforeMs = 10 * 60_000;
/** Supergroups have a series of numbers each, in which anybody writes. */
const lastOfSeries = -1_000_000_000_000;

interface Row {
  readonly _id: string;
  readonly chat: number;
  readonly act: { readonly do: string; readonly card?: Card };
  readonly departedAt: Date;
  readonly unsureSince: Date;
  readonly answeredAt?: Date;
  readonly order: number;
  readonly message?: number;
  readonly others?: readonly number[];
}

const inSeries = { chat: { $gt: lastOfSeries } };
/** An edit bears the number of a message that was there before. */
const numbered = {
  ...{ ...inSeries, message: { $exists: true } },
  'act.do': { $in: ['say', 'photos', 'file'] },
};

/** Keeps in the outbox what is to be asked for. */
export function mongoSoundings(store: Store): Soundings {
  const rows = store.model('Outbox', outboxSchema);
  return {
    async due(flow, most) {
      const since = new Date(flow.getTime() - restMs);
      const found = await rows
        .find({ unsureSince: { $lte: since }, state: 'failed' })
        .sort({ unsureSince: 1 })
        .limit(most)
        .lean<Row[]>();
      return Promise.all(found.map((row) => soundingOf(row, flow, store)));
    },

    async settle(key, found, now) {
      const unsure = { _id: key, state: 'failed', unsureSince: { $exists: true } };
      await rows.updateOne(unsure, { ...changes[found.is](found, now) });
    },
  };
}

const clear = { unsureSince: 1 } as const;

const changes = {
  there: (found: object, now: Date) => ({
    $set: { state: 'sent', message: (found as { message: number }).message, doneAt: now },
    $unset: { ...clear, why: 1, permanent: 1 },
  }),
  nowhere: () => ({
    $set: { state: 'scheduled', why: 'certainly not arrived' },
    $unset: { ...clear, permanent: 1, doneAt: 1, leaseUntil: 1 },
  }),
  unclear: () => ({ $unset: clear }),
} as const;

/** Whether a message can be asked for at all: it is one of its own, with buttons, and not in a supergroup. */
async function soundingOf(row: Row, flow: Date, store: Store): Promise<Sounding> {
  const { _id: key, chat, act } = row;
  const buttons = (act.do === 'say' && act.card?.buttons) || [];
  const isFit = buttons.length > 0 && chat > lastOfSeries && !(await hasOthers(row, store));
  const found = { key, chat, buttons, candidates: [] };
  if (!isFit) return { ...found, when: 'never' };
  const candidates = await numbersBetween(row, store);
  if (candidates) return { ...found, candidates, when: 'now' };
  const isOld = flow.getTime() - row.unsureSince.getTime() > patienceMs;
  return { ...found, when: isOld ? 'never' : 'later' };
}

/** Of two unknown messages in one chat nobody could say which one was found. */
async function hasOthers({ _id, chat, departedAt }: Row, store: Store): Promise<boolean> {
  const rows = store.model('Outbox', outboxSchema);
  const other = { chat, _id: { $ne: _id } };
  const open = { state: { $in: ['sending', 'scheduled'] }, tries: { $gt: 0 } };
  const since = { $gt: new Date(departedAt.getTime() - beforeMs) };
  const unknown = { state: 'failed', why: notSent.unknown, departedAt: since };
  const either = [
    { ...other, ...unknown },
    { ...other, ...open },
  ];
  return (await rows.exists({ $or: either })) !== null;
}

/**
 * The numbers that lie between the last message that had been answered before this one departed, and
 * the first that departed after nobody heard of this one any more; undefined while that is not known, or
 * when there are too many.
 */
async function numbersBetween(row: Row, store: Store): Promise<readonly number[] | undefined> {
  const rows = store.model('Outbox', outboxSchema);
  const [[before], [after]] = await Promise.all([
    rows
      .find(
        {
          ...numbered,
          departedAt: { $gt: new Date(row.departedAt.getTime() - beforeMs), $lte: row.departedAt },
          answeredAt: { $lte: row.departedAt },
        },
        { message: 1, others: 1, answeredAt: 1 },
      )
      .sort({ answeredAt: -1 })
      .limit(1)
      .lean<Row[]>(),
    rows
      .find({ ...numbered, departedAt: { $gt: row.unsureSince } }, { message: 1 })
      .sort({ departedAt: 1 })
      .limit(1)
      .lean<Row[]>(),
  ]);
  if (before?.message === undefined || after?.message === undefined) return undefined;
  const from = Math.max(before.message, ...(before.others ?? [])) + 1;
  if (after.message - from > mostNumbers) return undefined;
  const [free, earlier] = await Promise.all([
    freeBetween(from, after.message, row, store),
    departedBetween(before, row, store),
  ]);
  // Messages arrive about in the order in which they departed, so it is most likely found there.
  const likely = from + earlier;
  return free.toSorted((one, other) => Math.abs(one - likely) - Math.abs(other - likely));
}

/** How many others departed since the last one that had been answered, and before this one. */
async function departedBetween(
  { answeredAt }: Pick<Row, 'answeredAt'>,
  { departedAt, order }: Row,
  store: Store,
): Promise<number> {
  const rows = store.model('Outbox', outboxSchema);
  const isNew = { ...inSeries, 'act.do': { $in: ['say', 'photos', 'file'] } };
  const since = answeredAt ?? departedAt;
  return rows.countDocuments({
    ...isNew,
    $or: [{ departedAt: { $gt: since, $lt: departedAt } }, { departedAt, order: { $lt: order } }],
  });
}

async function freeBetween(
  from: number,
  to: number,
  { departedAt }: Row,
  store: Store,
): Promise<readonly number[]> {
  const rows = store.model('Outbox', outboxSchema);
  const range = { $gte: from, $lt: to };
  const taken = await rows
    .find(
      {
        ...{ ...inSeries, departedAt: { $gt: new Date(departedAt.getTime() - beforeMs) } },
        $or: [{ message: range }, { others: range }],
      },
      { message: 1, others: 1 },
    )
    .lean<Row[]>();
  const known = new Set(taken.flatMap(({ message, others = [] }) => [message, ...others]));
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n).filter(
    (number) => !known.has(number),
  );
}
