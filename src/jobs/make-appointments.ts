import type { World } from '../ports';
import type { Appointment } from '../ports/appointments';
import type { Job } from './job';

/** The scopes of each job that have an appointment, or had their last one, as far as this process knows. */
export type Known = Map<string, Set<string>>;

/** Makes the first appointments of every scope that is new or has returned. */
export async function makeAppointments(
  jobs: readonly Job[],
  world: World,
  known: Known,
): Promise<void> {
  const now = world.clock.now();
  // Many jobs look after the same scopes, which are asked for once.
  const asked = new Map<Job['scopes'], readonly string[]>();
  for (const job of jobs) {
    const scopes = asked.get(job.scopes) ?? (await job.scopes(world, now));
    asked.set(job.scopes, scopes);
    const before = known.get(job.name);
    const first = await Promise.all(
      scopes.filter((scope) => !before?.has(scope)).map((scope) => firstOf(job, scope, world, now)),
    );
    await world.appointments.make(...first.flatMap((appointment) => appointment ?? []));
    // Those that are not there any more are forgotten, so that they are new when they return.
    known.set(job.name, new Set(scopes));
  }
}

async function firstOf(
  { name, next }: Job,
  scope: string,
  world: World,
  now: Date,
): Promise<Appointment | undefined> {
  const at = await next(scope, world, now);
  return at && { job: name, scope, at };
}
