import type { Log } from '../../ports';

/** A loop that works when nudged, and now and then without being asked. */
export interface Nudged {
  nudge(): void;
  /** Whether `stop` was called. */
  readonly stopping: boolean;
  /** Whether it waits, with no nudge to follow. */
  isAsleep(): boolean;
  /** Ends the loop; returns when the work in hand is done. */
  stop(): Promise<void>;
}

/**
 * Calls `work` at every nudge and at least every `atLeastMs`, never twice at once.
 *
 * The work may return after how many milliseconds it wants to be called again, if that is sooner. A
 * nudge during the work means once more afterwards. An error is logged and does not end the loop.
 * `onAsleep` is called whenever it begins to wait.
 */
export function everyNudge(
  atLeastMs: number,
  work: () => Promise<unknown>,
  log: Log,
  onAsleep: () => unknown = () => {},
): Nudged {
  const state = { nudged: false, stopping: false, asleep: false };
  // Calls, since the flags change while the loop works.
  const isStopping = () => state.stopping;
  const isNudged = () => state.nudged;
  let wake = () => {};
  const asleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      state.asleep = true;
      onAsleep();
    });

  const run = async () => {
    while (!isStopping()) {
      state.nudged = false;
      state.asleep = false;
      const soonerMs = await work().catch((error: unknown) => {
        log.error(
          { error: error instanceof Error ? error.name : 'unknown' },
          'The database does not answer; trying again',
        );
      });
      if (!isNudged() && !isStopping())
        await asleep(typeof soonerMs === 'number' ? Math.min(soonerMs, atLeastMs) : atLeastMs);
    }
  };
  const loop = run();

  const nudge = () => {
    state.nudged = true;
    wake();
  };
  return {
    nudge,
    isAsleep: () => state.asleep && !state.nudged,
    get stopping() {
      return state.stopping;
    },
    async stop() {
      state.stopping = true;
      wake();
      await loop;
    },
  };
}
