import { type Lane, laneOfKind, lanes, notSent } from '../../domain/message-kind';
import type { Contacts, Departing, Held, Within } from '../../ports';
import { everyNudge } from './every-nudge';
import { type Gate, newGate } from './gate';
import type { Resting, Running } from './poll';
import { type Sending, sendRow } from './send-row';

/** What the dispatcher needs of the world. */
export interface DispatchNeeds extends Omit<Sending, 'gate' | 'held' | 'overall'> {
  readonly contacts: Contacts;
  /** Why a message with such hours may not go now. */
  readonly heldBack: (within: Within) => Promise<Held | undefined>;
  /** Asks Telegram for a sign of life. */
  readonly isAlive: () => Promise<boolean>;
  /** Called whenever there is nothing left in hand. */
  readonly onRest?: () => void;
}

const lookEveryMs = 250;
/** How often somebody who does not lead asks for the lead. */
const askEveryMs = 1_000;
/** The lead is renewed when less than this is left of it. */
const leadMarginMs = 5_000;
const tidyEveryMs = 10_000;
const mostAtOnce = 30;

interface Desk extends Sending, Pick<DispatchNeeds, 'contacts' | 'isAlive' | 'heldBack'> {
  readonly gate: Gate;
  /** The row on its way in each chat: one at a time keeps their order. */
  readonly inFlight: Map<number, Flight>;
  readonly lead: { untilMs: number; askAtMs: number; tidyAtMs: number; isFirst: boolean };
  /** Looks again at once. */
  nudge: () => void;
}

interface Flight {
  readonly key: string;
  readonly done: Promise<void>;
}

/**
 * Sends what the outbox holds, in order within each chat and within Telegram's limits.
 *
 * Only one dispatcher sends at a time, however many processes there are. Each row is marked before
 * it is sent; what becomes of a row whose sender died is a matter of its kind.
 */
export function startDispatcher(
  needs: DispatchNeeds,
): Running & Resting & { nudge(): void; isLeading(): boolean } {
  const desk: Desk = {
    ...needs,
    gate: newGate(needs.lot),
    held: new Map(),
    overall: { isStopping: false },
    inFlight: new Map(),
    lead: { untilMs: -Infinity, askAtMs: -Infinity, tidyAtMs: -Infinity, isFirst: true },
    nudge: () => {},
  };
  const loop = everyNudge(
    lookEveryMs,
    () =>
      round(desk).catch((error: unknown) => {
        // Others may be unable to write down what they sent, too: they get time to make up for it.
        desk.lead.tidyAtMs = desk.flow.now().getTime() + tidyEveryMs;
        throw error;
      }),
    needs.log,
    () => desk.inFlight.size === 0 && needs.onRest?.(),
  );
  desk.nudge = loop.nudge;
  return {
    nudge: loop.nudge,
    isResting: () => loop.isAsleep() && desk.inFlight.size === 0,
    isLeading: () => desk.flow.now().getTime() < desk.lead.untilMs,
    async stop() {
      desk.overall.isStopping = true;
      await loop.stop();
      await Promise.all([...desk.inFlight.values()].map(({ done }) => done));
      await desk.departures.resign(desk.owner).catch(() => undefined);
    },
  };
}

/** Starts whatever may go now; returns after how many milliseconds something more may. */
async function round(desk: Desk): Promise<number> {
  if (!(await leads(desk))) return lookEveryMs;
  await tidy(desk);
  const { gate, clock, overall } = desk;
  const now = clock.now();
  if (gate.closedMs(now) > 0 || now < (overall.pausedUntil ?? now)) return lookEveryMs;
  if (gate.isInDoubt() && !(await givesSign(desk))) return lookEveryMs;
  await sendAll(desk);
  return nextMs(desk);
}

/** Most of the time there is little to send, and one question tells all of it. */
async function sendAll(desk: Desk): Promise<void> {
  const { departures, clock, inFlight } = desk;
  const due = await departures.dueOfAll(clock.now(), mostAtOnce, [...inFlight.keys()]);
  if (due.length === 0) return;
  const ofLane = (lane: Lane) => due.filter(({ kind }) => laneOfKind(kind) === lane);
  for (const lane of lanes)
    await (due.length < mostAtOnce ? sendDue(desk, lane, ofLane(lane)) : sendDue(desk, lane));
}

async function leads(desk: Desk): Promise<boolean> {
  const { departures, owner, lead } = desk;
  const flow = desk.flow.now();
  if (lead.untilMs - flow.getTime() > leadMarginMs) return true;
  if (flow.getTime() < lead.askAtMs) return false;
  const until = await departures.lead(owner, flow);
  if (!until) {
    lead.askAtMs = flow.getTime() + askEveryMs;
    return false;
  }
  if (lead.untilMs < flow.getTime()) await takeOver(desk, flow);
  lead.untilMs = until.getTime();
  return true;
}

/** Learns what others sent and what has to wait; nothing goes out before that. */
async function takeOver(desk: Desk, flow: Date): Promise<void> {
  const { departures, pace, held, overall, lead, owner, clock } = desk;
  const now = clock.now();
  pace.recall(await departures.lately(flow), flow.getTime());
  for (const [chat, until] of await departures.heldChats()) held.set(chat, until);
  const pausedUntil = await departures.pausedUntil();
  if (pausedUntil) overall.pausedUntil = pausedUntil;
  if (lead.isFirst) await departures.recover({ now, flow }, { owner }, []);
  lead.isFirst = false;
  lead.tidyAtMs = flow.getTime() + tidyEveryMs;
}

/** Settles, now and then, what dead senders left behind. */
async function tidy({ departures, lead, flow, clock, inFlight, log }: Desk): Promise<void> {
  const lapsedAt = flow.now();
  if (lapsedAt.getTime() < lead.tidyAtMs) return;
  lead.tidyAtMs = lapsedAt.getTime() + tidyEveryMs;
  const mine = [...inFlight.values()].map(({ key }) => key);
  const settled = await departures.recover(
    { now: clock.now(), flow: lapsedAt },
    { lapsedAt },
    mine,
  );
  if (settled > 0) log.warn({ rows: settled }, 'A sender died in the middle of its work');
}

async function givesSign({ isAlive, gate, flow, clock, log }: Desk): Promise<boolean> {
  const isThere = await isAlive();
  if (isThere) gate.answered(flow.now());
  else {
    gate.failed(clock.now());
    log.warn({}, 'Telegram cannot be reached; messages wait');
  }
  return isThere;
}

async function sendDue(desk: Desk, lane: Lane, known?: readonly Departing[]): Promise<void> {
  const { departures, pace, gate, flow, clock, inFlight } = desk;
  const nowMs = flow.now().getTime();
  const most = Math.min(2 * pace.room(lane, nowMs), mostAtOnce);
  if (most === 0) return;
  const busy = new Set([...inFlight.keys(), ...pace.waiting(lane, nowMs).keys()]);
  const due = known
    ? known.filter(({ chat }) => !busy.has(chat)).slice(0, most)
    : await departures.due(lane, clock.now(), most, [...busy]);
  if (due.length === 0) return;
  // What may not be repeated should not be the one to find out that the network is gone.
  if (lane !== 'answer' && gate.isStale(flow.now()) && !(await givesSign(desk))) return;
  start(desk, lane, await fitToGo(desk, lane, due));
}

function start(desk: Desk, lane: Lane, rows: readonly Departing[]): void {
  const { inFlight, pace, gate, flow, lead, overall } = desk;
  const passedOver = new Set<number>();
  for (const row of rows) {
    const nowMs = flow.now().getTime();
    if (overall.isStopping || nowMs >= lead.untilMs) return;
    if (gate.isNarrow() && inFlight.size > 0) return;
    if (inFlight.has(row.chat) || passedOver.has(row.chat)) continue;
    if (pace.wait({ ...row, lane }, nowMs) > 0) passedOver.add(row.chat);
    else send(desk, row);
  }
}

function send(desk: Desk, row: Departing): void {
  const done = sendRow(desk, row).finally(() => {
    desk.inFlight.delete(row.chat);
    desk.nudge();
  });
  desk.inFlight.set(row.chat, { key: row.key, done });
}

/** Leaves out what is not to be sent after all, and settles it. */
async function fitToGo(
  desk: Desk,
  lane: Lane,
  due: readonly Departing[],
): Promise<readonly Departing[]> {
  // A person's answer needs no look: whoever asks can be reached, and people do not migrate.
  const chats = due.map(({ chat }) => chat).filter((chat) => lane !== 'answer' || chat < 0);
  const contacts = await desk.contacts.of(chats);
  const settled = new Set<number>();
  const fit: Departing[] = [];
  for (const row of due) {
    if (settled.has(row.chat)) continue;
    const contact = contacts.get(row.chat);
    const whole = await settleChat(desk, lane, row, contact);
    if (whole) settled.add(row.chat);
    else if (!(await settleRow(desk, row))) fit.push(row);
  }
  if (fit.length < due.length) desk.nudge();
  return fit;
}

type Known = Awaited<ReturnType<Contacts['of']>> extends ReadonlyMap<number, infer C> ? C : never;

/** Whether all of a chat's rows are dealt with: it moved, cannot be reached, or has to wait. */
async function settleChat(
  { departures, moveChat, held, clock }: Desk,
  lane: Lane,
  { chat }: Departing,
  contact: Known | undefined,
): Promise<boolean> {
  const now = clock.now();
  const until = held.get(chat);
  if (contact?.movedTo !== undefined) await moveChat(chat, contact.movedTo);
  else if (lane !== 'answer' && contact && contact.state !== 'ok')
    await departures.mute(chat, whyMuted(contact), now);
  else if (until) {
    // Also when the wait is over: what was put meanwhile must not come before what waited.
    await departures.hold(chat, until);
    if (until <= now) held.delete(chat);
  } else return false;
  return true;
}

const whyMuted = ({ state }: Known) =>
  state === 'silenced' ? notSent.silenced : notSent.outOfReach;

/** Whether a row is dealt with: it is not wanted any more, or has to wait for the hours it keeps. */
async function settleRow(desk: Desk, { key, unwanted, lapsesAt, within }: Departing) {
  const { departures, clock, heldBack } = desk;
  const now = clock.now();
  const lapses = (at: Date) => lapsesAt !== undefined && lapsesAt <= at;
  const drop = async (why: string) => {
    await departures.drop(key, 'cancelled', why, now);
    return true;
  };
  if (unwanted !== undefined) return drop(unwanted);
  if (lapses(now)) return drop(notSent.lapsed);
  const held = within && (await heldBack(within));
  if (!held) return false;
  if (!held.until || lapses(held.until)) return drop(`${notSent.lapsed}: ${held.why}`);
  await departures.putOff(key, held.until, `ditahan: ${held.why}`);
  return true;
}

function nextMs({ pace, flow }: Desk): number {
  const nowMs = flow.now().getTime();
  const overall = pace.wait({ chat: 0, lane: 'bulk', weight: 1 }, nowMs);
  const waits = [overall, ...pace.waiting('bulk', nowMs).values()].filter((ms) => ms > 0);
  return Math.max(1, Math.min(lookEveryMs, ...waits));
}
