import { jobs } from './jobs';
import { type Known, makeAppointments } from './jobs/make-appointments';
import { noticeSettings } from './jobs/notice-settings';
import { pulseOf } from './jobs/pulse-of';
import { runDueJobs } from './jobs/run-due-jobs';
import { tellHowItGoes } from './jobs/tell-how-it-goes';
import type { Log, World } from './ports';

/** What ticking needs. */
export interface TickingNeeds {
  readonly world: World;
  readonly owner: string;
  readonly log: Log;
  /** The chats of those who are told when something is given up on. */
  readonly admins: readonly number[];
}

/** Does everything that is due now; never throws. */
export type Tick = () => Promise<void>;

/** The two ways of moving the clockwork. */
export interface Ticks {
  /** By a clock that runs: when it stood still, the bot was down or asleep. */
  readonly running: Tick;
  /** By a clock that is moved by hand from one moment to a later one, which is no outage. */
  readonly leaping: Tick;
  /** Looks every few seconds at what is under way; leaves everything else to the others. */
  readonly brief: Tick;
}

/** New institutions and officers are looked after within this time. */
const appointmentsEveryMs = 10 * 60_000;

/** Sets the clockwork up; it moves only when it is told to. */
export function ticking(needs: TickingNeeds): Ticks {
  const { world, log } = needs;
  const pulse = pulseOf(world);
  const known: Known = new Map();
  let madeAt = -Infinity;
  const makeAgain = async (leaping: boolean) => {
    const now = world.clock.now().getTime();
    // A leap may follow at once, past the first moment at which somebody new was to be looked after.
    if (!leaping && now - madeAt < appointmentsEveryMs) return;
    await makeAppointments(jobs, world, known);
    madeAt = now;
  };
  /** What was stumbled over must not keep the rest from being done. */
  const careful = (step: () => Promise<unknown>): Promise<void> =>
    step().then(nothing, (error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      log.error({ error: name }, 'The clockwork stumbled; it goes on with the next tick');
    });
  const brief: Tick = () => careful(() => tellHowItGoes(world));
  const tick = (leaping: boolean) => async () => {
    const beat = () => pulse(leaping);
    await careful(async () => {
      // An outage has to be known before anything is closed because of it.
      await beat();
      await careful(() => makeAgain(leaping));
      await careful(() => noticeSettings(world, needs.admins));
      await runDueJobs({ ...needs, jobs, known, pulse: beat });
    });
    await brief();
  };

  return { running: tick(false), leaping: tick(true), brief };
}

const nothing = () => {};
