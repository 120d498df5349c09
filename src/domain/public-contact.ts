import type { Person, PublicContact } from './person';

/**
 * How somebody may be named to the public for an institution: only as long as they run it and agree.
 */
export function publicContactOf(
  { publicContacts = [], grants, consent }: Person,
  institution: string,
): PublicContact | undefined {
  const runsIt = grants.some(
    (grant) =>
      (grant.role === 'manager' || grant.role === 'deputy') && grant.institution === institution,
  );
  if (!runsIt || !consent) return undefined;
  return publicContacts.find((one) => one.institution === institution && isReachable(one));
}

const isReachable = ({ by, phone, username }: PublicContact): boolean =>
  (by === 'phone' ? phone : username) !== undefined;
