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
export const everyMinute = (tick: () => Promise<void>): Ticking => at('* * * * *', tick);

/** Calls `tick` every few seconds, never twice at once. */
export const everyFewSeconds = (tick: () => Promise<void>): Ticking => at('*/4 * * * * *', tick);

function at(when: string, tick: () => Promise<void>): Ticking {
  let running: Promise<void> = Promise.resolve();
  const task = schedule(
    when,
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
