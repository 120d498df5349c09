import type { Changes } from './changes';
import { present } from './omit';
import { textParam, type Params } from './params';
import { Refusal } from './refusal';

/** A refusal to come, for the next calls that fit. */
export interface Fault {
  readonly code: number;
  readonly description: string;
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
  /** How many calls it hits; once when absent. */
  readonly times?: number;
  /** Only calls to this chat. */
  readonly chatId?: number;
  /** Only calls whose parameters contain this text. */
  readonly contains?: string;
}

export interface Faults extends FaultsDue {
  /** Refuses the next calls of a method, or of any but getUpdates for '*'. */
  next(method: string, fault: Fault): void;
  /** Does the next calls of a method that are not refused, then cuts the connection instead of answering. */
  dropAnswer(method: string, times?: number): void;
  /** Cuts every call of the Bot API off at once while it is true. */
  down(isDown: boolean): void;
  /** Keeps to Telegram's rate limits while it is true; off at the start. */
  limits(on: boolean): void;
  clear(): void;
}

/** What the Bot API asks before it does a call. */
export interface FaultsDue {
  isDown(): boolean;
  isLimited(): boolean;
  /** The refusal due for this call, used up by asking. */
  take(method: string, params: Params): Refusal | undefined;
  /** Whether the answer of this call is to be lost, used up by asking. */
  takeDrop(method: string): boolean;
}

interface Waiting {
  readonly method: string;
  readonly fault: Fault;
  left: number;
}

interface Set {
  readonly refusals: Waiting[];
  readonly drops: { readonly method: string; left: number }[];
  isDown: boolean;
  isLimited: boolean;
}

/** Creates the faults of one playground, none of them set. */
export function openFaults(changes: Changes): Faults {
  const set: Set = { refusals: [], drops: [], isDown: false, isLimited: false };
  return {
    next: (method, fault) => set.refusals.push({ method, fault, left: fault.times ?? 1 }),
    dropAnswer: (method, times = 1) => set.drops.push({ method, left: times }),
    down(isDown) {
      set.isDown = isDown;
      changes.tell({ kind: 'fault' });
    },
    limits: (on) => (set.isLimited = on),
    clear() {
      set.refusals.length = 0;
      set.drops.length = 0;
      Object.assign(set, { isDown: false, isLimited: false });
    },
    isDown: () => set.isDown,
    isLimited: () => set.isLimited,
    take: (method, params) => takeRefusal(set, method, params),
    takeDrop(method) {
      const due = set.drops.find((drop) => drop.left > 0 && meant(drop.method, method));
      if (due) due.left -= 1;
      return due !== undefined;
    },
  };
}

function takeRefusal({ refusals }: Set, method: string, params: Params): Refusal | undefined {
  const due = refusals.find((waiting) => waiting.left > 0 && fits(waiting, method, params));
  if (!due) return undefined;
  due.left -= 1;
  return refusalOf(due.fault);
}

function meant(wanted: string, method: string): boolean {
  if (wanted === '*') return method.toLowerCase() !== 'getupdates';
  return wanted.toLowerCase() === method.toLowerCase();
}

function fits({ method: wanted, fault }: Waiting, method: string, params: Params): boolean {
  if (!meant(wanted, method)) return false;
  if (fault.chatId !== undefined && textParam(params, 'chat_id') !== String(fault.chatId)) {
    return false;
  }
  return fault.contains === undefined || JSON.stringify(params.values).includes(fault.contains);
}

function refusalOf({ code, description, retry_after, migrate_to_chat_id }: Fault): Refusal {
  const parameters = present({ retry_after, migrate_to_chat_id });
  return new Refusal(code, description, parameters);
}
