import type { Log, World } from '../ports';
import type { JobRun, TakenLook } from '../ports/appointments';
import type { Job } from './job';

/** What running jobs needs. */
export interface JobNeeds {
  readonly jobs: readonly Job[];
  readonly world: World;
  /** Names this process in leases. */
  readonly owner: string;
  readonly log: Log;
}

const looksAtOnce = 20;
const lateMinutes = 15;
const mostTries = 5;
const minuteMs = 60_000;

/**
 * Runs every look that is due and returns how many ran.
 *
 * A look is taken before it runs and recorded after it, each slot once for all processes. What was
 * missed while the bot was down is caught up here, marked late, or skipped when it lost its use.
 * A look that fails is put off for an hour and never holds up another.
 */
export async function runDueJobs(needs: JobNeeds): Promise<number> {
  const { world, owner } = needs;
  let ran = 0;
  for (;;) {
    const looks = await world.appointments.take(world.clock.now(), owner, looksAtOnce);
    if (looks.length === 0) return ran;
    for (const look of looks) await runOne(needs, look);
    ran += looks.length;
  }
}

/**
 * Makes the first appointments of every scope that has none: at the start, and whenever some may be
 * new. `made` holds those that this process has seen to.
 */
export async function makeAppointments(
  { jobs, world }: JobNeeds,
  made: Set<string>,
): Promise<void> {
  const now = world.clock.now();
  for (const job of jobs) {
    for (const scope of await job.scopes(world, now)) {
      if (made.has(`${job.name}:${scope}`)) continue;
      const at = await job.next(scope, world, now);
      if (at) await world.appointments.make({ job: job.name, scope, at });
      made.add(`${job.name}:${scope}`);
    }
  }
}

async function runOne(needs: JobNeeds, look: TakenLook): Promise<void> {
  const { world, jobs } = needs;
  const now = world.clock.now();
  const { scope, at: slot } = look;
  const job = jobs.find(({ name }) => name === look.job);
  const run = { job: look.job, scope, slot, at: now, late: isLate(look, now) };
  if (!job) return skip(needs, { ...run, did: 'no such job any more' }, undefined);
  if (isUseless(job, look, now))
    return skip(needs, { ...run, did: 'too late to be of use' }, await job.next(scope, world, now));
  try {
    const { did, next } = await job.run({ scope, slot, now, late: run.late, world });
    await world.appointments.settle({ ...run, state: 'done', did }, next);
  } catch (error) {
    await afterFailure(needs, look, error);
  }
}

const skip = ({ world }: JobNeeds, run: Omit<JobRun, 'state'>, next: Date | undefined) =>
  world.appointments.settle({ ...run, state: 'skipped' }, next);

const isLate = ({ at }: TakenLook, now: Date) =>
  now.getTime() - at.getTime() > lateMinutes * minuteMs;

const isUseless = ({ usefulHours }: Job, { at }: TakenLook, now: Date) =>
  usefulHours !== undefined && now.getTime() - at.getTime() > usefulHours * 60 * minuteMs;

/** Later tries come ever later; after the last the slot is recorded as failed and the next one awaited. */
async function afterFailure(
  { jobs, world, log }: JobNeeds,
  look: TakenLook,
  error: unknown,
): Promise<void> {
  const { job: name, scope, at: slot, tries } = look;
  const why =
    error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown error';
  log.error({ job: name, scope, tries, why }, 'A job failed');
  const now = world.clock.now();
  if (tries < mostTries) {
    const until = new Date(now.getTime() + tries * 60 * minuteMs);
    return world.appointments.postpone(look, until, why);
  }
  const job = jobs.find((one) => one.name === name);
  const next = await job?.next(scope, world, now);
  const later = new Date(now.getTime() + 24 * 60 * minuteMs);
  return world.appointments.settle(
    { job: name, scope, slot, state: 'failed', at: now, late: true, did: why },
    next && next > now ? next : later,
  );
}
