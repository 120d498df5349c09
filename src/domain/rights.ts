import type { Institution } from './institution';
import type { Grant, Person, Role } from './person';

/** What someone may see: these institutions by id, and all of these regencies. */
export interface Reach {
  readonly institutions: readonly string[];
  readonly regencies: readonly string[] | 'all';
}

/** The reach of the bot itself. */
export const wholeReach: Reach = { institutions: [], regencies: 'all' };

const grantsOf = (person: Person | undefined): Person['grants'] =>
  // Nothing is done in somebody's name before they agreed to the notice.
  person?.consent ? person.grants : [];

/** The roles of somebody; 'public' is everybody's, and the only one before consent. */
export const rolesOf = (person: Person | undefined, isAdmin: boolean): ReadonlySet<Role> =>
  new Set<Role>([
    'public',
    ...grantsOf(person).map(({ role }) => role),
    ...(isAdmin ? (['admin'] as const) : []),
  ]);

/** The ids of the institutions somebody runs, as manager or deputy. */
export const ownInstitutions = (person: Person | undefined): readonly string[] => [
  ...new Set(grantsOf(person).flatMap(ownOf)),
];

// The role decides, not which fields are there: a store may hand back empty ones.
const ownOf = (grant: Grant): readonly string[] =>
  grant.role === 'manager' || grant.role === 'deputy' ? [grant.institution] : [];

const regenciesOf = (grant: Grant): readonly string[] =>
  grant.role === 'officer' || grant.role === 'head' ? listed(grant.regencies) : [];

const listed = (regencies: readonly string[] | 'all'): readonly string[] =>
  regencies === 'all' ? [everywhere] : regencies;

const everywhere = 'all';

/** What somebody may see: their own institutions and the regencies of their office; admins see all. */
export function reachOf(person: Person | undefined, isAdmin: boolean): Reach {
  const institutions = ownInstitutions(person);
  const regencies = [...new Set(grantsOf(person).flatMap(regenciesOf))];
  const all = isAdmin || regencies.includes(everywhere);
  return { institutions, regencies: all ? 'all' : regencies };
}

/**
 * Where somebody may change what the office sets: admins everywhere, officers in their regencies.
 *
 * A head looks on, and a manager's own institution is not theirs to set.
 */
export function settingReach(person: Person | undefined, roles: ReadonlySet<Role>): Reach {
  const officer = grantsOf(person).filter(({ role }) => role === 'officer');
  const regencies = [...new Set(officer.flatMap(regenciesOf))];
  const all = roles.has('admin') || regencies.includes(everywhere);
  return { institutions: [], regencies: all ? 'all' : regencies };
}

/** Whether an institution lies within reach. */
export const reaches = (
  reach: Reach,
  { id, regency }: Pick<Institution, 'id' | 'regency'>,
): boolean =>
  reach.regencies === 'all' || reach.institutions.includes(id) || reach.regencies.includes(regency);

/** Whether one of `roles` is among those `allowed`; a deputy may do what a manager may. */
export const mayUse = (allowed: readonly Role[], roles: ReadonlySet<Role>): boolean =>
  allowed.some((role) => roles.has(role) || (role === 'manager' && roles.has('deputy')));
