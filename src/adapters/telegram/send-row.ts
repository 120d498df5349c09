import { setTimeout as pause } from 'node:timers/promises';
import { backOffSeconds } from '../../domain/back-off';
import { notSent } from '../../domain/message-kind';
import type { Again, Clock, Delivery, Departing, Departures, Ending, Log } from '../../ports';
import type { OnMigration, Unreachable } from '../../ports';
import type { Gate } from './gate';
import type { Pace } from './pace';

/** What sending a row takes. */
export interface Sending {
  readonly departures: Departures;
  readonly perform: (row: Departing) => Promise<Delivery>;
  readonly loseContact: (chat: number, why: Unreachable) => Promise<void>;
  readonly moveChat: OnMigration;
  readonly pace: Pace;
  readonly gate: Gate;
  /** Names this process in leases. */
  readonly owner: string;
  readonly clock: Clock;
  /** The clock that Telegram counts by and leases lapse by; it moves as real time does. */
  readonly flow: Clock;
  /** Chance between 0 and 1. */
  readonly lot: () => number;
  readonly log: Log;
  /** Chats that wait after a failure, and until when. */
  readonly held: Map<number, Date>;
  /** What concerns all chats at once. */
  readonly overall: {
    pausedUntil?: Date;
    flooded?: { readonly chat: number; readonly atMs: number };
    isStopping: boolean;
  };
}

/**
 * Sends one row: marks it, sends it, writes down what became of it.
 *
 * Returns after that is written, however long the database is away meanwhile; a message that was
 * delivered but not marked would go out again.
 */
export async function sendRow(desk: Sending, row: Departing): Promise<void> {
  // Counted before anything is awaited, so that rows started together see each other.
  const answered = desk.pace.went(row, desk.flow.now().getTime());
  if (!(await claim(desk, row))) return answered(-Infinity);
  const delivery = await desk.perform(row).catch(notTried);
  answered(desk.flow.now().getTime());
  await settle(desk, row, delivery);
}

const notTried = (): Delivery => ({ is: 'trouble', why: 'the database does not answer' });

/** A claim whose answer was lost may have been written, and is taken back. */
async function claim(desk: Sending, { key }: Departing): Promise<boolean> {
  const { departures, owner, flow } = desk;
  try {
    return await departures.claim(key, owner, flow.now());
  } catch {
    await putBack(desk, key, { why: 'the database does not answer' });
    return false;
  }
}

async function settle(desk: Sending, row: Departing, delivery: Delivery): Promise<void> {
  const { gate, flow, clock } = desk;
  switch (delivery.is) {
    case 'delivered': {
      gate.worked(flow.now());
      const { is: _delivered, ...messages } = delivery;
      return end(desk, row, { state: 'sent', ...messages });
    }
    case 'instead':
      gate.worked(flow.now());
      return putBack(desk, row.key, { act: delivery.act, why: 'the message to edit is gone' });
    case 'moved':
      gate.worked(flow.now());
      return move(desk, row, delivery.to);
    case 'never':
      gate.worked(flow.now());
      return giveUp(desk, row, delivery);
    case 'flood':
      gate.answered(flow.now());
      return slowDown(desk, row, delivery);
    case 'trouble':
      gate.failed(clock.now());
      return putOff(desk, row, backOff(desk, row), delivery.why);
    case 'unsure':
      gate.failed(clock.now());
      return row.mayRepeat
        ? putOff(desk, row, backOff(desk, row), `${notSent.unknown} (${delivery.why})`)
        : end(desk, row, { state: 'failed', permanent: false, why: notSent.unknown });
  }
}

const backOff = ({ lot }: Sending, { tries }: Departing) => backOffSeconds(tries + 1, lot());

function end(desk: Sending, { key }: Departing, ending: Ending): Promise<void> {
  const { departures, owner, clock, flow } = desk;
  const at = { now: clock.now(), flow: flow.now() };
  return untilWritten(desk, () => departures.end(key, owner, ending, at));
}

function putBack(desk: Sending, key: string, again: Again): Promise<void> {
  const { departures, owner, flow } = desk;
  const at = flow.now();
  return untilWritten(desk, () => departures.again(key, owner, again, at));
}

async function giveUp(
  desk: Sending,
  row: Departing,
  { why, contact }: Extract<Delivery, { is: 'never' }>,
): Promise<void> {
  desk.log.warn({ row: row.key, why }, 'A message can never be delivered');
  if (contact) await untilWritten(desk, () => desk.loseContact(row.chat, contact));
  await end(desk, row, { state: 'failed', permanent: true, why });
}

/** The row goes to the new id at once, in its old place. */
async function move(desk: Sending, row: Departing, to: number): Promise<void> {
  desk.log.info({ row: row.key }, 'A group became a supergroup');
  await untilWritten(desk, () => desk.moveChat(row.chat, to));
  await putBack(desk, row.key, { chat: to, why: 'the group became a supergroup' });
}

/**
 * The chat waits; everything does when it happens in another one too, or when the chat had nothing before.
 *
 * Somebody who taps faster than Telegram lets a bot answer slows down nobody else, and neither do two.
 */
async function slowDown(
  desk: Sending,
  row: Departing,
  { waitSeconds = backOff(desk, row), why }: Extract<Delivery, { is: 'flood' }>,
): Promise<void> {
  const { clock, flow, overall, departures } = desk;
  if (concernsAll(desk, row.chat, flow.now().getTime())) {
    const until = new Date(clock.now().getTime() + waitSeconds * 1_000);
    if (until > (overall.pausedUntil ?? 0)) overall.pausedUntil = until;
    await untilWritten(desk, () => departures.pause(until, why));
  }
  await putOff(desk, row, waitSeconds, why);
}

const floodMemoryMs = 60_000;

function concernsAll({ overall, pace }: Sending, flooded: number, nowMs: number): boolean {
  if (pace.isHasty(flooded, nowMs)) return false;
  const { chat, atMs = -Infinity } = overall.flooded ?? {};
  const isElsewhereToo = chat !== flooded && nowMs - atMs < floodMemoryMs;
  overall.flooded = { chat: flooded, atMs: nowMs };
  return isElsewhereToo || !pace.isFresh(flooded, nowMs);
}

async function putOff(desk: Sending, row: Departing, seconds: number, why: string): Promise<void> {
  const { held, clock, log } = desk;
  log.warn({ row: row.key, seconds: Math.round(seconds), why }, 'A message has to wait');
  const until = new Date(clock.now().getTime() + seconds * 1_000);
  // The later rows of the chat are put off when they come up, those put meanwhile as well.
  held.set(row.chat, until);
  await putBack(desk, row.key, { notBefore: until, why });
}

const firstPauseMs = 50;
const longestPauseMs = 1_000;

/** Writes again and again until the database takes it; gives up only when the program stops. */
async function untilWritten(desk: Sending, write: () => Promise<unknown>): Promise<void> {
  for (let waitMs = firstPauseMs; ; waitMs = Math.min(waitMs * 2, longestPauseMs)) {
    try {
      await write();
      return;
    } catch {
      desk.log.error({}, 'What became of a message cannot be written down; trying again');
      if (desk.overall.isStopping) return;
      await pause(waitMs);
    }
  }
}
