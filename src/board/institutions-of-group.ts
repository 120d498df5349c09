import type { Institution } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import type { Group } from '../ports/groups';

/** The institutions that a group hears of and that are looked after, by name. */
export async function institutionsOfGroup(
  { institutions: linked = [], regencies = [] }: Group,
  { institutions }: Pick<World, 'institutions'>,
): Promise<readonly Institution[]> {
  if (linked === 'all') return institutions.within({ institutions: [], regencies });
  if (linked.length === 0) return [];
  const all = await institutions.within(wholeReach);
  return all.filter(({ id }) => linked.includes(id));
}
