import { steadyClock } from '../../src/adapters/system';
import type { Clock } from '../../src/ports';

/** Real time, which can be pushed ahead. */
export interface PushableClock extends Clock {
  advance(ms: number): void;
}

/** Makes a clock that runs as real time does. */
export function pushableClock(): PushableClock {
  let aheadMs = 0;
  return {
    now: () => new Date(steadyClock.now().getTime() + aheadMs),
    advance: (ms) => void (aheadMs += ms),
  };
}
