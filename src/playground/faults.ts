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

export interface Faults {
  /** Refuses the next calls of a method, or of any but getUpdates for '*'. */
  next(method: string, fault: Fault): void;
  /** Does the next calls of a method, then cuts the connection instead of answering. */
  dropAnswer(method: string, times?: number): void;
  /** Cuts every call of the Bot API off at once while it is true. */
  down(isDown: boolean): void;
  /** Keeps to Telegram's rate limits while it is true; off at the start. */
  limits(on: boolean): void;
  clear(): void;
  readonly isDown: boolean;
  readonly isLimited: boolean;
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

/** Creates the faults of one playground, none of them set. */
export function openFaults(): Faults {
  const refusals: Waiting[] = [];
  const drops: { readonly method: string; left: number }[] = [];
  const state = { isDown: false, isLimited: false };
  return {
    next: (method, fault) => refusals.push({ method, fault, left: fault.times ?? 1 }),
    dropAnswer: (method, times = 1) => drops.push({ method, left: times }),
    down: (isDown) => (state.isDown = isDown),
    limits: (on) => (state.isLimited = on),
    clear() {
      refusals.length = 0;
      drops.length = 0;
      Object.assign(state, { isDown: false, isLimited: false });
    },
    get isDown() {
      return state.isDown;
    },
    get isLimited() {
      return state.isLimited;
    },
    take(method, params) {
      const due = refusals.find((waiting) => waiting.left > 0 && fits(waiting, method, params));
      if (!due) return undefined;
      due.left -= 1;
      return refusalOf(due.fault);
    },
    takeDrop(method) {
      const due = drops.find((drop) => drop.left > 0 && meant(drop.method, method));
      if (due) due.left -= 1;
      return due !== undefined;
    },
  };
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
  const parameters = {
    ...(retry_after === undefined ? {} : { retry_after }),
    ...(migrate_to_chat_id === undefined ? {} : { migrate_to_chat_id }),
  };
  return new Refusal(code, description, parameters);
}
