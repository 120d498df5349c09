import type { Person } from '../domain/person';
import type { Visitor, World } from '../ports';
import { afterAnswer } from './after-answer';
import { type Hindered, tellOfficers } from './obstacle-messages';
import { staffFor } from './staff-for';

/** Saves an obstacle under its form's id, once, and brings it to the officers in scope, who are returned. */
export async function stateObstacle(
  hindered: Hindered,
  { now, today, person }: Visitor,
  world: World,
): Promise<readonly Person[]> {
  const { institution, obstacle } = hindered;
  await world.obstacles.add(obstacle);
  await afterAnswer({ institution, kind: 'obstacle', at: now, on: today }, world);
  const officers = await staffFor(institution, 'officer', world);
  const others = officers.filter(({ id }) => id !== person?.id);
  await world.outbox.put(await tellOfficers(others, hindered, world, now));
  return others;
}
