import { laneOfKind, lanes, type MessageKind, whenUnsure } from '../../domain/message-kind';
import type { Departing, Departures, Outbox, OutgoingRow } from '../../ports';
import type { Act } from '../../talk';
import type { Store } from './connect';
import { insertOnce, isDuplicateKey } from './duplicate-key';
import { leaseSchema, outboxSchema } from './schemas';

const leaderMs = 10_000;
const sendingMs = 60_000;
const rowsAtOnce = 100;

interface Row {
  readonly _id: string;
  readonly chat: number;
  readonly kind: MessageKind;
  readonly act: Act;
  readonly at: Date;
  readonly tries: number;
  readonly message?: number;
}

const departing = ({ _id, chat, kind, act, at, tries }: Row): Departing => ({
  key: _id,
  chat,
  kind,
  act,
  at,
  tries,
});

/** Keeps the outbox in MongoDB: the side that puts rows in. */
export function mongoOutbox(store: Store, onPut: () => void): Outbox {
  const rows = store.model('Outbox', outboxSchema);
  const document = (row: OutgoingRow, n: number) => ({
    _id: row.key,
    chat: row.chat,
    kind: row.kind,
    rank: lanes.indexOf(laneOfKind(row.kind)),
    unsure: whenUnsure(row.kind),
    weight: 1,
    act: row.act,
    ...(row.about === undefined ? {} : { about: row.about }),
    ...(row.person === undefined ? {} : { person: row.person }),
    at: row.at,
    order: n,
    notBefore: row.notBefore ?? row.at,
    ...(row.lapsesAt === undefined ? {} : { lapsesAt: row.lapsesAt }),
    tries: 0,
    ...(row.settled ? { ...row.settled, doneAt: row.at } : { state: 'scheduled' }),
  });
  return {
    async put(outgoing) {
      if (outgoing.length === 0) return;
      try {
        await rows.insertMany(outgoing.map(document), {
          ordered: false,
          throwOnValidationError: true,
        });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      onPut();
    },
    async cancel(about, why, now) {
      const { modifiedCount } = await rows.updateMany(
        { about, state: 'scheduled' },
        { $set: { state: 'cancelled', why, doneAt: now } },
      );
      return modifiedCount;
    },
  };
}

/** Keeps the outbox in MongoDB: the side that sends. */
export function mongoDepartures(store: Store): Departures {
  const rows = store.model('Outbox', outboxSchema);
  const leases = store.model('Lease', leaseSchema);
  const settle = async (key: string, set: object, unset: object = {}) => {
    await rows.updateOne(
      { _id: key, state: 'sending' },
      { $set: set, $unset: { leaseUntil: 1, ...unset } },
    );
  };

  return {
    async lead(owner, now) {
      const free = { _id: 'dispatcher', $or: [{ until: { $lte: now } }, { owner }] };
      const taken = { owner, until: new Date(now.getTime() + leaderMs) };
      return insertOnce(() => leases.updateOne(free, { $set: taken }, { upsert: true }));
    },
    async resign(owner) {
      await leases.deleteOne({ _id: 'dispatcher', owner });
    },
    async due(now) {
      // What a chat is told later must not overtake what was put off, also if it came in since.
      const waiting = await rows.distinct('chat', {
        state: 'scheduled',
        notBefore: { $gt: now },
        tries: { $gt: 0 },
      });
      const due = await rows
        .find({ state: 'scheduled', notBefore: { $lte: now }, chat: { $nin: waiting } })
        .sort({ rank: 1, notBefore: 1, at: 1, order: 1, _id: 1 })
        .limit(rowsAtOnce)
        .lean<Row[]>();
      return due.map(departing);
    },
    async claim(key, owner, now) {
      const leaseUntil = new Date(now.getTime() + sendingMs);
      const { modifiedCount } = await rows.updateOne(
        { _id: key, state: 'scheduled' },
        { $set: { state: 'sending', owner, leaseUntil }, $inc: { tries: 1 } },
      );
      return modifiedCount === 1;
    },
    delivered: (key, now, message) =>
      settle(key, { state: 'sent', doneAt: now, ...(message === undefined ? {} : { message }) }),
    later: ({ key }, notBefore, why) => settle(key, { state: 'scheduled', notBefore, why }),
    never: (key, now, why) => settle(key, { state: 'failed', doneAt: now, why }),
    async recover(now, owner) {
      const dead = [{ leaseUntil: { $lte: now } }, ...(owner === undefined ? [] : [{ owner }])];
      const { modifiedCount } = await rows.updateMany(
        { state: 'sending', $or: dead },
        { $set: { state: 'scheduled', notBefore: now }, $unset: { leaseUntil: 1 } },
      );
      return modifiedCount;
    },
    async messageOf(key) {
      const row = await rows.findOne({ _id: key }, { message: 1 }).lean<Row | null>();
      return row?.message;
    },
  };
}
