import type { Person } from '../domain/person';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import type { Group } from '../ports/groups';
import { staffFor } from './staff-for';

/** The officers who look after any of the institutions a group is linked to, and can be written to. */
export async function staffForGroup(group: Group, world: World): Promise<readonly Person[]> {
  const regencies = await regenciesOf(group, world);
  const found = await Promise.all(
    regencies.map((regency) => staffFor({ id: '', regency }, 'officer', world)),
  );
  return [...new Map(found.flat().map((person) => [person.id, person])).values()];
}

async function regenciesOf(
  { institutions: linked = [], regencies = [] }: Group,
  world: World,
): Promise<readonly string[]> {
  if (linked === 'all' && regencies !== 'all') return regencies;
  if (linked.length === 0) return [];
  const all = await world.institutions.within(wholeReach);
  const meant = linked === 'all' ? all : all.filter(({ id }) => linked.includes(id));
  return [...new Set(meant.map(({ regency }) => regency))];
}
