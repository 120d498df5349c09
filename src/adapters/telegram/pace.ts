import type { Lane } from '../../domain/message-kind';
import type { WentOut } from '../../ports';

/** So many messages in any window of that length. */
export interface Limit {
  readonly most: number;
  readonly inMs: number;
}

/** What may go out: in all, to one person, to one group. */
export interface Limits {
  readonly overall: Limit;
  /** What automatic messages leave of `overall`, so that answers find room at once. */
  readonly automatic: Limit;
  /** How close together departures may come: of those under way at a crash nobody knows what became. */
  readonly together?: Limit;
  /** For automatic messages to a person; answers may burst, which Telegram tolerates. */
  readonly person: readonly Limit[];
  readonly group: readonly Limit[];
}

/** As Telegram's FAQ gives them, with a little kept free for answers. */
export const telegramLimits: Limits = {
  overall: { most: 30, inMs: 1_000 },
  automatic: { most: 27, inMs: 1_000 },
  together: { most: 4, inMs: 140 },
  person: [
    { most: 1, inMs: 1_000 },
    { most: 4, inMs: 4_000 },
  ],
  group: [
    { most: 1, inMs: 1_000 },
    { most: 20, inMs: 60_000 },
  ],
};

/** A message that is about to go: edits count, and every photo of an album. */
export interface Load {
  readonly chat: number;
  readonly lane: Lane;
  readonly weight: number;
}

/** Knows when the next message may go; times are milliseconds of a clock that only moves forward. */
export interface Pace {
  /** Milliseconds to wait; Infinity while it depends on messages that are still under way. */
  wait(load: Load, nowMs: number): number;
  /** Counts a message as under way; the returned function says when its answer came. */
  went(load: Omit<Load, 'lane'>, nowMs: number): (answeredMs: number) => void;
  /** How many messages of a lane may go now, whatever their chats. */
  room(lane: Lane, nowMs: number): number;
  /** The chats that have to wait before a message of a lane, and how long. */
  waiting(lane: Lane, nowMs: number): ReadonlyMap<number, number>;
  /** Whether a chat got other messages within its longest window. */
  isFresh(chat: number, nowMs: number): boolean;
  /** Whether a person got more answers within a window than Telegram is sure to bear. */
  isHasty(chat: number, nowMs: number): boolean;
  /** Takes into account what others sent lately. */
  recall(went: readonly WentOut[], nowMs: number): void;
}

/** A message counts from its departure until its window after the answer, since it arrives in between. */
interface Sent {
  readonly weight: number;
  at: number;
}

/**
 * Remembers what went out within the longest window.
 *
 * Telegram counts a message when it arrives, at some moment between departure and answer. Counting
 * it over all that time keeps every window of arrivals within the limit, however slow the network.
 */
export function newPace(limits: Limits = telegramLimits): Pace {
  const all: Sent[] = [];
  const departed: Sent[] = [];
  const byChat = new Map<number, Sent[]>();
  const ofLane = (lane: Lane) => (lane === 'answer' ? limits.overall : limits.automatic);
  const ofChat = (chat: number, lane: Lane) =>
    chat < 0 ? limits.group : lane === 'answer' ? [] : limits.person;
  const keepMs = (chat: number) =>
    Math.max(...(chat < 0 ? limits.group : limits.person).map(({ inMs }) => inMs));

  const add = (chat: number, sent: Sent, nowMs: number) => {
    forget(all, nowMs - limits.overall.inMs);
    all.push(sent);
    const there = byChat.get(chat) ?? [];
    forget(there, nowMs - keepMs(chat));
    byChat.set(chat, [...there, sent]);
  };
  const waitForOthers = ({ lane, weight }: Load, nowMs: number) =>
    lane === 'answer' || !limits.together ? 0 : waitFor(departed, limits.together, weight, nowMs);
  const waitInChat = ({ chat, lane, weight }: Load, nowMs: number) => {
    const sent = byChat.get(chat) ?? [];
    const waits = ofChat(chat, lane).map((limit) => waitFor(sent, limit, weight, nowMs));
    return Math.max(0, ...waits);
  };

  return {
    wait: (load, nowMs) =>
      Math.max(
        waitFor(all, ofLane(load.lane), load.weight, nowMs),
        waitForOthers(load, nowMs),
        waitInChat(load, nowMs),
      ),
    went({ chat, weight }, nowMs) {
      forget(departed, nowMs - (limits.together?.inMs ?? 0));
      departed.push({ weight, at: nowMs });
      const sent: Sent = { weight, at: Infinity };
      add(chat, sent, nowMs);
      return (answeredMs) => void (sent.at = answeredMs);
    },
    room(lane, nowMs) {
      const inAll = roomIn(all, ofLane(lane), nowMs);
      if (lane === 'answer' || !limits.together) return inAll;
      return Math.min(inAll, roomIn(departed, limits.together, nowMs));
    },
    waiting(lane, nowMs) {
      for (const [chat, sent] of byChat)
        if (!sent.some(({ at }) => at > nowMs - keepMs(chat))) byChat.delete(chat);
      const waits = [...byChat.keys()].map(
        (chat) => [chat, waitInChat({ chat, lane, weight: 1 }, nowMs)] as const,
      );
      return new Map(waits.filter(([, ms]) => ms > 0));
    },
    isFresh: (chat, nowMs) => weightSince(byChat.get(chat) ?? [], nowMs - keepMs(chat)) > 1,
    isHasty: (chat, nowMs) =>
      chat > 0 &&
      limits.person.some(
        ({ most, inMs }) => most > 1 && weightSince(byChat.get(chat) ?? [], nowMs - inMs) > most,
      ),
    recall(went, nowMs) {
      for (const { chat, weight, answeredAt } of went)
        add(chat, { weight, at: Math.min(answeredAt?.getTime() ?? nowMs, nowMs) }, nowMs);
    },
  };
}

function forget(sent: Sent[], before: number): void {
  const kept = sent.filter(({ at }) => at > before);
  sent.splice(0, sent.length, ...kept);
}

const weightSince = (sent: readonly Sent[], since: number) =>
  sent.reduce((sum, { weight, at }) => (at > since ? sum + weight : sum), 0);

const roomIn = (sent: readonly Sent[], { most, inMs }: Limit, nowMs: number) =>
  Math.max(0, most - weightSince(sent, nowMs - inMs));

/** The window must have room, or be empty: what is too heavy for any window still goes alone. */
function waitFor(sent: readonly Sent[], { most, inMs }: Limit, weight: number, now: number) {
  const inWindow = sent.filter(({ at }) => at > now - inMs);
  const leaving = inWindow.toSorted((a, b) => a.at - b.at);
  let load = weightSince(inWindow, -Infinity);
  let wait = 0;
  for (const { at, weight: freed } of leaving) {
    if (load + weight <= most) break;
    load -= freed;
    wait = at + inMs - now;
  }
  return wait;
}
