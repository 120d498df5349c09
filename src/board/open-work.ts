import type { Institution } from '../domain/institution';
import type { World } from '../ports';
import type { KeptIncident, Task } from '../ports/follow-ups';
import { type Repair, overdueRepairs } from './overdue-repairs';

/** What officers are to do about institutions: the same for a list of it and for its number. */
export interface OpenWork {
  readonly incidents: readonly KeptIncident[];
  readonly tasks: readonly Task[];
  /** What was returned and lies there: the centre is to be asked about it. */
  readonly repairs: readonly Repair[];
}

/** Gathers what is to be done about these institutions. */
export async function openWork(
  institutions: readonly Institution[],
  world: World,
  now: Date,
): Promise<OpenWork> {
  const ids = institutions.map(({ id }) => id);
  const [incidents, tasks, repairs] = await Promise.all([
    world.incidents.openIn(ids),
    world.tasks.open(ids),
    overdueRepairs(institutions, world, now),
  ]);
  return { incidents, tasks, repairs };
}

/** How much of it there is. */
export const countOf = ({ incidents, tasks, repairs }: OpenWork): number =>
  incidents.length + tasks.length + repairs.length;
