import { schedule } from 'node-cron';

/** Something that ticks until it is stopped. */
export interface Ticking {
  readonly stop: () => Promise<void>;
}

/**
 * Calls `tick` at the start of every minute, never twice at once.
 *
 * Nothing depends on a tick being punctual or on none being missed: what is due stands in the database.
 */
export function everyMinute(tick: () => Promise<void>): Ticking {
  let running: Promise<void> = Promise.resolve();
  const task = schedule(
    '* * * * *',
    () => {
      running = tick();
      return running;
    },
    { noOverlap: true, missedExecutionTolerance: 60_000 },
  );
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
