import { jobs } from './jobs';
import { noticeOutage } from './jobs/notice-outage';
import { makeAppointments, runDueJobs } from './jobs/run-due-jobs';
import type { Log, World } from './ports';

/** What ticking needs. */
export interface TickingNeeds {
  readonly world: World;
  readonly owner: string;
  readonly log: Log;
}

/** Does everything that is due now; never throws. */
export type Tick = () => Promise<void>;

/** New institutions and officers are looked after within this time. */
const appointmentsEveryMs = 10 * 60_000;

/** Sets the clockwork up; it moves only when it is told to. */
export function ticking(needs: TickingNeeds): Tick {
  const { world, log } = needs;
  const made = new Set<string>();
  let madeAt = -Infinity;
  const tick = async () => {
    await noticeOutage(world);
    const now = world.clock.now().getTime();
    if (now - madeAt >= appointmentsEveryMs) {
      await makeAppointments({ ...needs, jobs }, made);
      madeAt = now;
    }
    await runDueJobs({ ...needs, jobs });
  };
  return () =>
    tick().catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      log.error({ error: name }, 'The clockwork stumbled; it goes on with the next tick');
    });
}
