import type { World } from '../ports';
import type { KeptIncident, Task } from '../ports/follow-ups';

/** What officers are to do about institutions: the same for a list of it and for its number. */
export interface OpenWork {
  readonly incidents: readonly KeptIncident[];
  readonly tasks: readonly Task[];
}

/** Gathers what is to be done about these institutions. */
export async function openWork(ids: readonly string[], world: World): Promise<OpenWork> {
  const [incidents, tasks] = await Promise.all([
    world.incidents.openIn(ids),
    world.tasks.open(ids),
  ]);
  return { incidents, tasks };
}

/** How much of it there is. */
export const countOf = ({ incidents, tasks }: OpenWork): number => incidents.length + tasks.length;
