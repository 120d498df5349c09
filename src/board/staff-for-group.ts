import type { Person } from '../domain/person';
import type { World } from '../ports';
import type { Group } from '../ports/groups';
import { institutionsOfGroup } from './institutions-of-group';
import { staffFor } from './staff-for';

/** The officers who look after any of the institutions a group is linked to, and can be written to. */
export async function staffForGroup(group: Group, world: World): Promise<readonly Person[]> {
  const linked = await institutionsOfGroup(group, world);
  const regencies = [...new Set(linked.map(({ regency }) => regency))];
  const found = await Promise.all(
    regencies.map((regency) => staffFor({ id: '', regency }, 'officer', world)),
  );
  return [...new Map(found.flat().map((person) => [person.id, person])).values()];
}
