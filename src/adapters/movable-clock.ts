import type { Clock } from '../ports';

/** A clock that runs like another, ahead of it by as much as it was moved. */
export interface MovableClock extends Clock {
  set(at: Date): void;
}

/** Makes a clock that runs with `real` and can be set to a later time. */
export function movableClock(real: Clock): MovableClock {
  let aheadMs = 0;
  return {
    now: () => new Date(real.now().getTime() + aheadMs),
    set: (at) => void (aheadMs = at.getTime() - real.now().getTime()),
  };
}
