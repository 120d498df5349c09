import type { Changes } from './changes';

/** One call of the Bot API as it went. */
export interface Call {
  readonly number: number;
  readonly method: string;
  /** The parameters as given; files stand as their name and size. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: string;
  /** The body that was answered; undefined while the call lasts and when it was cut off before. */
  readonly answer?: unknown;
  readonly ok: boolean;
  /** `lost`: done, but its answer was thrown away. `reset`: cut off before anything was done. */
  readonly fate: 'open' | 'answered' | 'lost' | 'reset';
}

export type CallEnd = Pick<Call, 'answer' | 'ok' | 'fate'>;

export interface CallLog {
  open(call: Pick<Call, 'method' | 'params' | 'at'>): number;
  end(number: number, end: CallEnd): void;
  list(method?: string): Call[];
  clear(): void;
}

const kept = 10_000;

/** Keeps the last calls in memory. */
export function openCallLog(changes: Changes): CallLog {
  const calls = new Map<number, Call>();
  let number = 0;
  return {
    open(call) {
      number += 1;
      calls.set(number, { ...call, number, ok: false, fate: 'open' });
      calls.delete(number - kept);
      changes.tell({ kind: 'call' });
      return number;
    },
    end(ended, end) {
      const call = calls.get(ended);
      if (call) calls.set(ended, { ...call, ...end });
      changes.tell({ kind: 'call' });
    },
    list: (method) =>
      [...calls.values()].filter((call) => method === undefined || sameMethod(call, method)),
    clear: () => calls.clear(),
  };
}

const sameMethod = (call: Call, method: string) =>
  call.method.toLowerCase() === method.toLowerCase();
