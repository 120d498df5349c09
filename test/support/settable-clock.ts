import type { Clock } from '../../src/ports';

/** A clock that stands still until it is moved. */
export interface SettableClock extends Clock {
  set(at: string | Date): void;
  advance(ms: number): void;
}

/** Makes a clock that stands at `at`. */
export function settableClock(at: string): SettableClock {
  let now = new Date(at);
  return {
    now: () => new Date(now),
    set: (later) => void (now = new Date(later)),
    advance: (ms) => void (now = new Date(now.getTime() + ms)),
  };
}
