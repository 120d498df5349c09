import type { Resting } from './adapters/telegram/poll';

/** Knows when nobody who works has anything in hand. */
export interface Rest {
  /** Has one more worker looked at; it says by `laidDown` that it has nothing in hand any more. */
  watch(worker: Resting): void;
  laidDown(): void;
  /** Resolves the next time that everybody has come to rest, or after `atMostMs`. */
  next(atMostMs: number): Promise<void>;
}

/** Begins with nobody to watch. */
export function newRest(): Rest {
  const workers: Resting[] = [];
  let waiting: (() => void)[] = [];
  return {
    watch: (worker) => void workers.push(worker),
    laidDown() {
      if (!workers.every((worker) => worker.isResting())) return;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    next: (atMostMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, atMostMs);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
