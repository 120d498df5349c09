import type { Person, PublicContact } from './person';
import { shownPhone } from './reading-phone';

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

/** How the public can reach them, in words. */
export const contactWay = ({ by, phone = '', username = '' }: PublicContact): string =>
  by === 'phone' ? shownPhone(phone) : `@${username}`;

const isReachable = ({ by, phone, username }: PublicContact): boolean =>
  (by === 'phone' ? phone : username) !== undefined;
