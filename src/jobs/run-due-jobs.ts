import { mostTries, retryMinutes } from '../domain/retry-minutes';
import type { Log, World } from '../ports';
import type { JobRun, TakenLook } from '../ports/appointments';
import type { Job } from './job';
import type { Known } from './make-appointments';
import { setAsideAlarm } from './set-aside-alarm';
import { withinPatience } from './within-patience';

/** What running jobs needs. */
export interface JobNeeds {
  readonly jobs: readonly Job[];
  readonly world: World;
  /** Names this process in leases. */
  readonly owner: string;
  readonly log: Log;
  /** The chats of those who are told when a look is given up on. */
  readonly admins: readonly number[];
  /** The scopes that have their appointments; one that is gone is struck off. */
  readonly known?: Known;
  /** Called before each look, of which there may be many. */
  readonly pulse?: () => Promise<void>;
  /** How long a look may take; it has to be done before others may take it. */
  readonly patienceMs?: number;
}

const usualPatienceMs = 90_000;
const lateMinutes = 15;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * Runs every look that is due and returns how many ran.
 *
 * Each is taken alone, so that its lease covers it and its tries are its own: counted before it runs,
 * since it may kill the process. What was missed while the bot was down is caught up here, marked
 * late, or skipped when it lost its use. A look that fails is put off ever longer, then set aside
 * until its next normal time, and never holds up another.
 */
export async function runDueJobs(needs: JobNeeds): Promise<number> {
  const { world, owner, pulse } = needs;
  for (let ran = 0; ; ran += 1) {
    await pulse?.();
    const [look] = await world.appointments.take(world.clock.now(), owner, 1);
    if (!look) return ran;
    await runOne(needs, look);
  }
}

async function runOne(needs: JobNeeds, look: TakenLook): Promise<void> {
  const { jobs, world, log } = needs;
  const job = jobs.find(({ name }) => name === look.job);
  if (!job) return skip(world, runOf(look, world, 'no such job any more'), undefined);
  if (look.tries > mostTries) return setAside(needs, job, look, 'begun too often without an end');
  try {
    await runJob(needs, job, look);
  } catch (error) {
    const why = nameOf(error);
    const { scope, tries } = look;
    log.error({ job: look.job, scope, tries, why }, 'A look of a job failed');
    if (tries >= mostTries) return setAside(needs, job, look, why);
    const until = world.clock.now().getTime() + retryMinutes(tries) * minuteMs;
    await world.appointments.postpone(look, new Date(until), why);
  }
}

async function runJob(
  { world, known, patienceMs = usualPatienceMs }: JobNeeds,
  job: Job,
  look: TakenLook,
): Promise<void> {
  const { scope, at: slot } = look;
  const now = world.clock.now();
  if (isUseless(job, look, now))
    return skip(
      world,
      runOf(look, world, 'too late to be of use'),
      await job.next(scope, world, now),
    );
  const run = runOf(look, world, '');
  const { did, next, gone } = await withinPatience(
    job.run({ scope, slot, now, late: run.late, world }),
    patienceMs,
  );
  await world.appointments.settle({ ...run, state: 'done', did }, next);
  if (gone) known?.get(job.name)?.delete(scope);
}

function runOf({ job, scope, at: slot }: TakenLook, { clock }: World, did: string) {
  const at = clock.now();
  const late = at.getTime() - slot.getTime() > lateMinutes * minuteMs;
  return { job, scope, slot, at, late, did };
}

const skip = ({ appointments }: World, run: Omit<JobRun, 'state'>, next: Date | undefined) =>
  appointments.settle({ ...run, state: 'skipped' }, next);

const isUseless = ({ usefulHours }: Job, { at }: TakenLook, now: Date) =>
  usefulHours !== undefined && now.getTime() - at.getTime() > usefulHours * 60 * minuteMs;

/** Gives up on a slot, tells the admins, and waits for the next normal time. */
async function setAside(needs: JobNeeds, job: Job, look: TakenLook, why: string): Promise<void> {
  const { world, log, admins } = needs;
  const { scope, tries } = look;
  log.error({ job: job.name, scope, tries, why }, 'A look of a job was set aside');
  await world.outbox.put(await setAsideAlarm(job, look, world, admins));
  const run = { ...runOf(look, world, why), state: 'failed' } as const;
  await world.appointments.settle(run, await afterwards(job, scope, world));
}

/** The next normal time; a day later when the job is always due, or fails at that as well. */
async function afterwards(job: Job, scope: string, world: World): Promise<Date> {
  const now = world.clock.now();
  const next = await job.next(scope, world, now).catch(() => undefined);
  return next && next > now ? next : new Date(now.getTime() + dayMs);
}

/** An error's name and message without the values it may quote. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown error';
