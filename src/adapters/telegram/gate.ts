import { backOffSeconds } from '../../domain/back-off';

/** Whether Telegram can be relied upon at the moment. Two clocks: `now` for waiting, `flow` for freshness. */
export interface Gate {
  /** Milliseconds until Telegram is tried again. */
  closedMs(now: Date): number;
  /** Whether something failed and Telegram has not been heard of since. */
  isInDoubt(): boolean;
  /** Whether Telegram has not been heard of lately, which is no sign of trouble. */
  isStale(flow: Date): boolean;
  /** Whether messages go one at a time, until one gets through. */
  isNarrow(): boolean;
  /** Telegram gave a sign of life. */
  answered(flow: Date): void;
  /** Telegram dealt with a message, be it to refuse it. */
  worked(flow: Date): void;
  /** A message or a sign of life failed through no fault of its own. */
  failed(now: Date): void;
}

/** An answer older than this says little about the network now. */
const freshMs = 5_000;
/** More failures in a row than this mean that Telegram itself is ill. */
const bearable = 4;
const longestSeconds = 60;

/**
 * Opens a gate that closes when Telegram is in trouble, so that an hour without it costs a few tries
 * and not one for each message; `lot` gives chance between 0 and 1.
 */
export function newGate(lot: () => number): Gate {
  let heardAt = -Infinity;
  let isInDoubt = false;
  let failures = 0;
  let closedUntil = -Infinity;
  const answered = (flow: Date) => {
    heardAt = flow.getTime();
    isInDoubt = false;
  };
  return {
    closedMs: (now) => Math.max(0, closedUntil - now.getTime()),
    isInDoubt: () => isInDoubt,
    isStale: (flow) => flow.getTime() - heardAt > freshMs,
    isNarrow: () => failures > bearable,
    answered,
    worked(flow) {
      answered(flow);
      failures = 0;
    },
    failed(now) {
      isInDoubt = true;
      failures += 1;
      if (failures <= bearable) return;
      const seconds = Math.min(backOffSeconds(failures - bearable, lot()), longestSeconds);
      closedUntil = now.getTime() + seconds * 1_000;
    },
  };
}
