import { lanes, type MessageKind, notSent } from '../../domain/message-kind';
import type { Departing, Departures, Ending, Within } from '../../ports';
import type { Act } from '../../talk';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { outboxSchema, pauseSchema } from './outbox-schema';
import { leaseSchema } from './schemas';

const leadMs = 10_000;
/** Longer than any call of Telegram is allowed to take. */
const sendingMs = 60_000;
/** The longest limit is a minute; a row counts until its answer, which may come later. */
const latelyMs = 90_000;

interface Row {
  readonly _id: string;
  readonly chat: number;
  readonly thread?: number;
  readonly kind: MessageKind;
  readonly act: Act;
  readonly weight: number;
  readonly tries: number;
  readonly unsure: 'repeat' | 'let-go';
  readonly state: string;
  readonly notBefore: Date;
  readonly within?: Within;
  readonly lapsesAt?: Date;
  readonly unwanted?: string;
  readonly answeredAt?: Date;
  readonly message?: number;
  readonly others?: readonly number[];
}

const departing = ({ _id, unsure, ...row }: Row): Departing => ({
  key: _id,
  ...{ chat: row.chat, kind: row.kind, act: row.act, weight: row.weight, tries: row.tries },
  mayRepeat: unsure === 'repeat',
  ...(row.thread === undefined ? {} : { thread: row.thread }),
  ...(row.within === undefined ? {} : { within: row.within }),
  ...(row.lapsesAt === undefined ? {} : { lapsesAt: row.lapsesAt }),
  ...(row.unwanted === undefined ? {} : { unwanted: row.unwanted }),
});

/** Keeps the outbox in MongoDB: the side that sends. */
export const mongoDepartures = (store: Store): Departures => ({
  ...lead(store),
  ...history(store),
  ...choosing(store),
  ...sending(store),
  ...together(store),
});

type Part<K extends keyof Departures> = Pick<Departures, K>;

const rowsOf = (store: Store) => store.model('Outbox', outboxSchema);
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

function lead(store: Store): Part<'lead' | 'resign' | 'pause' | 'pausedUntil'> {
  const leases = store.model('Lease', leaseSchema);
  const pauses = store.model('Pause', pauseSchema);
  return {
    async lead(owner, flow) {
      const free = { _id: 'dispatcher', $or: [{ until: { $lte: flow } }, { owner }] };
      const until = later(flow, leadMs);
      // A lease somebody else holds does not match, so the upsert collides with it.
      const isOurs = await insertOnce(() =>
        leases.updateOne(free, { $set: { owner, until } }, { upsert: true }),
      );
      return isOurs ? until : undefined;
    },
    async resign(owner) {
      await leases.deleteOne({ _id: 'dispatcher', owner });
    },
    async pause(until, why) {
      const set = { $max: { until }, $set: { why } };
      await pauses.updateOne({ _id: 'everything' }, set, { upsert: true });
    },
    async pausedUntil() {
      const pause = await pauses.findOne({ _id: 'everything' }).lean<{ until: Date } | null>();
      return pause?.until;
    },
  };
}

function history(store: Store): Part<'lately' | 'heldChats' | 'messagesOf'> {
  const rows = rowsOf(store);
  return {
    async lately(flow) {
      const went = await rows
        .find(
          { departedAt: { $gt: later(flow, -latelyMs) } },
          { chat: 1, weight: 1, answeredAt: 1 },
        )
        .lean<Row[]>();
      return went.map(({ chat, weight, answeredAt }) => ({
        ...{ chat, weight },
        ...(answeredAt === undefined ? {} : { answeredAt }),
      }));
    },
    async heldChats() {
      const held = await rows
        .find({ state: 'scheduled', tries: { $gt: 0 } }, { chat: 1, notBefore: 1 })
        .lean<Row[]>();
      const oldestFirst = held.toSorted((a, b) => Number(a.notBefore) - Number(b.notBefore));
      return new Map(oldestFirst.map(({ chat, notBefore }) => [chat, notBefore]));
    },
    async messagesOf(key) {
      const row = await rows.findOne({ _id: key }, { message: 1, others: 1 }).lean<Row | null>();
      return row?.message === undefined ? [] : [row.message, ...(row.others ?? [])];
    },
  };
}

const ranks = lanes.map((_, rank) => rank);

function choosing(store: Store): Part<'dueOfAll' | 'due' | 'claim' | 'putOff' | 'drop'> {
  const rows = rowsOf(store);
  const waiting = async (lane: object, now: Date, most: number, without: readonly number[]) => {
    const chats = without.length === 0 ? {} : { chat: { $nin: without } };
    const due = await rows
      .find({ state: 'scheduled', ...lane, notBefore: { $lte: now }, ...chats })
      .sort({ rank: 1, notBefore: 1, order: 1 })
      .limit(most)
      .lean<Row[]>();
    return due.map(departing);
  };
  return {
    dueOfAll: (now, most, without) => waiting({ rank: { $in: ranks } }, now, most, without),
    due: (lane, now, most, without) => waiting({ rank: lanes.indexOf(lane) }, now, most, without),
    async claim(key, owner, flow) {
      const set = { state: 'sending', owner, leaseUntil: later(flow, sendingMs), departedAt: flow };
      const { modifiedCount } = await rows.updateOne(
        { _id: key, state: 'scheduled', unwanted: { $exists: false } },
        { $set: set, $inc: { tries: 1 }, $unset: { answeredAt: 1 } },
      );
      return modifiedCount === 1;
    },
    async putOff(key, until, why) {
      const scheduled = { _id: key, state: 'scheduled' };
      await rows.updateOne(scheduled, { $set: { notBefore: until, why } });
    },
    async drop(key, state, why, now) {
      await rows.updateOne(
        { _id: key, state: 'scheduled' },
        { $set: { state, why, doneAt: now }, $unset: { unwanted: 1 } },
      );
    },
  };
}

function sending(store: Store): Part<'end' | 'again' | 'recover'> {
  const rows = rowsOf(store);
  return {
    async end(key, owner, ending, { now, flow }) {
      await rows.updateOne(
        { _id: key, state: 'sending', owner },
        {
          $set: { ...settled(ending, flow), doneAt: now, answeredAt: flow },
          $unset: ending.state === 'sent' ? { ...inFlight, why: 1 } : inFlight,
        },
      );
    },
    async again(key, owner, { notBefore, why, chat, act }, flow) {
      const other = {
        ...(notBefore ? { notBefore } : {}),
        ...(chat === undefined ? {} : { chat }),
        ...(act ? { act } : {}),
      };
      await rows.updateOne(
        { _id: key, state: 'sending', owner },
        {
          $set: { state: 'scheduled', why, answeredAt: flow, ...other },
          $unset: { leaseUntil: 1 },
        },
      );
    },
    async recover({ now, flow }, dead, mine) {
      const theirs = 'owner' in dead ? dead : { leaseUntil: { $lte: dead.lapsedAt } };
      const orphans = { state: 'sending', ...theirs, _id: { $nin: mine } };
      const lost = { ...letGo, doneAt: now, unsureSince: flow };
      const repeated = await rows.updateMany(
        { ...orphans, unsure: 'repeat' },
        { $set: { state: 'scheduled', why: notSent.unknown }, $unset: { leaseUntil: 1 } },
      );
      const left = await rows.updateMany(orphans, { $set: lost, $unset: inFlight });
      return repeated.modifiedCount + left.modifiedCount;
    },
  };
}

const inFlight = { leaseUntil: 1, unwanted: 1 };
const letGo = { state: 'failed', permanent: false, why: notSent.unknown };

const settled = (ending: Ending, flow: Date) =>
  ending.state === 'sent'
    ? {
        state: 'sent',
        ...(ending.message === undefined ? {} : { message: ending.message }),
        ...(ending.others?.length ? { others: ending.others } : {}),
      }
    : { ...ending, ...(ending.why === notSent.unknown && { unsureSince: flow }) };

function together(store: Store): Part<'hold' | 'mute' | 'readdress'> {
  const rows = rowsOf(store);
  return {
    async hold(chat, until) {
      await rows.updateMany(
        { chat, state: 'scheduled', notBefore: { $lt: until } },
        { $set: { notBefore: until } },
      );
    },
    async mute(chat, why, now) {
      const { modifiedCount } = await rows.updateMany(
        { chat, state: 'scheduled', rank: { $gt: 0 } },
        { $set: { state: 'muted', why, doneAt: now }, $unset: { unwanted: 1 } },
      );
      return modifiedCount;
    },
    async readdress(from, to) {
      const { modifiedCount } = await rows.updateMany(
        { chat: from, state: 'scheduled' },
        { $set: { chat: to } },
      );
      return modifiedCount;
    },
  };
}
