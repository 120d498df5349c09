import type { Lane } from '../../domain/message-kind';

/** Telegram's limits: overall, in one chat, in one group; each in any window of that length. */
export interface Limits {
  readonly overall: Limit;
  readonly chat: Limit;
  readonly group: Limit;
}

export interface Limit {
  readonly most: number;
  readonly inMs: number;
}

/** As Telegram's FAQ gives them. */
export const telegramLimits: Limits = {
  overall: { most: 30, inMs: 1_000 },
  chat: { most: 1, inMs: 1_000 },
  group: { most: 20, inMs: 60_000 },
};

/** Knows when the next message may go; times are milliseconds of a clock that only moves forward. */
export interface Pace {
  /** Milliseconds to wait before a message to this chat. */
  wait(chat: number, lane: Lane, nowMs: number): number;
  went(chat: number, nowMs: number): void;
}

/** Remembers what went out and when, within the longest window. */
export function newPace(limits: Limits = telegramLimits): Pace {
  const all: number[] = [];
  const byChat = new Map<number, number[]>();

  const limitsOf = (chat: number, lane: Lane): readonly Limit[] => {
    if (chat < 0) return [limits.chat, limits.group];
    // A person tapping fast is answered at once; Telegram tolerates such bursts in a private chat.
    return lane === 'answer' ? [] : [limits.chat];
  };

  return {
    wait(chat, lane, nowMs) {
      const sent = byChat.get(chat) ?? [];
      const waits = limitsOf(chat, lane).map((limit) => waitFor(sent, limit, nowMs));
      return Math.max(waitFor(all, limits.overall, nowMs), ...waits, 0);
    },
    went(chat, nowMs) {
      const sent = byChat.get(chat) ?? [];
      byChat.set(chat, [...sent.filter((at) => at > nowMs - limits.group.inMs), nowMs]);
      all.push(nowMs);
      while ((all[0] ?? nowMs) <= nowMs - limits.overall.inMs) all.shift();
    },
  };
}

/** The window must have room: the n-th last message has to leave it first. */
function waitFor(sent: readonly number[], { most, inMs }: Limit, nowMs: number): number {
  const blocking = sent.at(-most);
  return blocking === undefined ? 0 : Math.max(0, blocking + inMs - nowMs);
}
