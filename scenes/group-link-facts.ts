import { type GroupLink, type Regencies, areAmong, overlap } from '../src/domain/group-link';
import type { Institution } from '../src/domain/institution';
import { settingReach } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';
import type { Group } from '../src/ports/groups';

/** A group and what it is linked to, as an officer may see it. */
export interface LinkFacts {
  readonly group: Group;
  /** The regencies in which the officer links. */
  readonly scope: Regencies;
  /** What it is linked to; undefined while it is linked to nothing. */
  readonly link: GroupLink | undefined;
  /** The linked institutions in scope, by name; none when it is linked to all. */
  readonly own: readonly Institution[];
  /** How many linked institutions lie elsewhere; others linked them. */
  readonly elsewhere: number;
}

/** The regencies in which somebody links groups. */
export const linkScope = ({ person, roles }: Visitor): Regencies =>
  settingReach(person, roles).regencies;

/** Gathers what is to be known of a group. */
export async function linkFacts(group: Group, world: World, visitor: Visitor): Promise<LinkFacts> {
  const link = linkOf(group);
  const scope = linkScope(visitor);
  const linked = link && link.institutions !== 'all' ? link.institutions : [];
  const reach = { institutions: [], regencies: scope };
  const found = await Promise.all(linked.map((id) => world.institutions.one(id, reach)));
  const own = found
    .filter((one) => one !== undefined)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'id'));
  return { group, scope, link, own, elsewhere: linked.length - own.length };
}

function linkOf({ institutions, regencies = [] }: Group): GroupLink | undefined {
  if (institutions === 'all') return { institutions, regencies };
  return institutions && institutions.length > 0 ? { institutions } : undefined;
}

/** Whether some of what it is linked to is the officer's to change. */
export const isPartlyOwn = ({ link, scope, own }: LinkFacts): boolean =>
  link?.institutions === 'all' ? overlap(link.regencies, scope) : own.length > 0;

/** Whether it is linked to all institutions of places that are not all the officer's. */
export const isAllOfOthers = ({ link, scope }: LinkFacts): boolean =>
  link?.institutions === 'all' && !areAmong(link.regencies, scope);
