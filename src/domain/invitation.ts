import type { Institution } from './institution';
import type { Grant, Role } from './person';
import { reaches, type Reach } from './rights';

/** What an invitation will grant to whoever uses it. */
export type Offer =
  | {
      readonly role: 'manager' | 'deputy';
      readonly institution: string;
      readonly regencies?: undefined;
    }
  | {
      readonly role: 'officer' | 'head';
      readonly regencies: readonly string[] | 'all';
      readonly institution?: undefined;
    };

/** A link that makes one person a manager, deputy, officer or head, once. */
export interface Invitation {
  readonly code: string;
  readonly grants: Offer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The id of the person who invited, or what made it on the command line. */
  readonly createdBy: string;
  readonly usedAt?: Date;
  readonly usedBy?: string;
}

/** The grant that an offer becomes when it is taken up at `since`. */
export const grantOf = (offer: Offer, since: Date): Grant =>
  offer.institution === undefined
    ? { role: offer.role, regencies: offer.regencies, since }
    : { role: offer.role, institution: offer.institution, since };

/** How long an invitation can be used, in hours. */
export const validHours = 72;

/** When an invitation made at `createdAt` ends. */
export const invitationEnd = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + validHours * 3_600_000);

export type InvitationVerdict = 'valid' | 'used' | 'expired' | 'unknown';

/** What an invitation is worth at `now`; at the very instant of its end it has expired. */
export function invitationVerdict(
  invitation: Pick<Invitation, 'usedAt' | 'expiresAt'> | undefined,
  now: Date,
): InvitationVerdict {
  if (!invitation) return 'unknown';
  if (invitation.usedAt) return 'used';
  return now >= invitation.expiresAt ? 'expired' : 'valid';
}

/** The roles somebody may invite at all. */
export function invitableRoles(roles: ReadonlySet<Role>): readonly Offer['role'][] {
  if (roles.has('admin')) return ['manager', 'deputy', 'officer', 'head'];
  return roles.has('officer') ? ['manager', 'deputy'] : [];
}

/** Somebody who wants to invite: their roles and how far these go. */
export interface Inviter {
  readonly roles: ReadonlySet<Role>;
  readonly reach: Reach;
}

/**
 * Whether the inviter may hand out `role`; for managers and deputies, of that `institution`.
 *
 * Officers invite for the regencies of their office only; a manager's own centre is not enough.
 */
export function mayInvite(
  { roles, reach }: Inviter,
  role: Offer['role'],
  institution?: Pick<Institution, 'id' | 'regency'>,
): boolean {
  if (!invitableRoles(roles).includes(role)) return false;
  if (role === 'officer' || role === 'head') return true;
  return institution !== undefined && reaches({ ...reach, institutions: [] }, institution);
}
