import type { Institution } from './institution';
import type { Person, Role } from './person';

/** What someone may see: these institutions by id, and all of these regencies. */
export interface Reach {
  readonly institutions: readonly string[];
  readonly regencies: readonly string[] | 'all';
}

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
  ...new Set(
    grantsOf(person).flatMap((grant) => ('institution' in grant ? [grant.institution] : [])),
  ),
];

/** What somebody may see: their own institutions and the regencies of their office; admins see all. */
export function reachOf(person: Person | undefined, isAdmin: boolean): Reach {
  const institutions = ownInstitutions(person);
  const regencies = grantsOf(person).map((grant) => ('regencies' in grant ? grant.regencies : []));
  if (isAdmin || regencies.includes('all')) return { institutions, regencies: 'all' };
  return { institutions, regencies: [...new Set(regencies.flat())] };
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
