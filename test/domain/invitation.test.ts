import {
  grantOf,
  invitableRoles,
  invitationEnd,
  invitationVerdict,
  mayInvite,
  type Offer,
} from '../../src/domain/invitation';
import type { Role } from '../../src/domain/person';
import type { Reach } from '../../src/domain/rights';

const createdAt = new Date('2026-11-23T01:00:00.000Z');
const expiresAt = invitationEnd(createdAt);
const usedAt = new Date('2026-11-23T02:00:00.000Z');

describe('an invitation', () => {
  it('ends 72 hours after it was made', () => {
    expect(expiresAt.toISOString()).toBe('2026-11-26T01:00:00.000Z');
  });

  it.each([
    ['unknown', undefined, createdAt],
    ['valid', { expiresAt }, createdAt],
    ['valid', { expiresAt }, new Date('2026-11-26T00:59:59.999Z')],
    ['expired', { expiresAt }, expiresAt],
    ['expired', { expiresAt }, new Date('2027-01-01T00:00:00Z')],
    ['used', { expiresAt, usedAt }, usedAt],
    ['used', { expiresAt, usedAt }, new Date('2027-01-01T00:00:00Z')],
  ])('is %s', (verdict, invitation, now) => {
    expect(invitationVerdict(invitation, now)).toBe(verdict);
  });

  it.each<[Offer]>([
    [{ role: 'deputy', institution: 'bina-iman' }],
    [{ role: 'officer', regencies: ['Kabupaten Paser'] }],
    [{ role: 'head', regencies: 'all' }],
  ])('that offers %j grants just that', (offer) => {
    expect(grantOf(offer, usedAt)).toStrictEqual({ ...offer, since: usedAt });
  });
});

describe('inviting', () => {
  const paser: Reach = { institutions: ['maju'], regencies: ['Kabupaten Paser'] };
  const inPaser = { id: 'bina-iman', regency: 'Kabupaten Paser' };
  const elsewhere = { id: 'maju', regency: 'Kabupaten Penajam Paser Utara' };
  const one = (role: Role, reach: Reach = paser) => ({
    roles: new Set<Role>(['public', role]),
    reach,
  });

  it.each<[Role, readonly string[]]>([
    ['public', []],
    ['manager', []],
    ['deputy', []],
    ['head', []],
    ['officer', ['manager', 'deputy']],
    ['admin', ['manager', 'deputy', 'officer', 'head']],
  ])('%s may invite %j', (role, invitable) => {
    expect(invitableRoles(new Set([role]))).toEqual(invitable);
  });

  it('an officer invites managers within the regency only', () => {
    expect(mayInvite(one('officer'), 'manager', inPaser)).toBe(true);
    expect(mayInvite(one('officer'), 'deputy', inPaser)).toBe(true);
    expect(mayInvite(one('officer'), 'manager', elsewhere)).toBe(false);
    expect(mayInvite(one('officer'), 'manager')).toBe(false);
    expect(mayInvite(one('officer'), 'officer')).toBe(false);
    expect(mayInvite(one('officer'), 'head')).toBe(false);
  });

  it('a manager invites nobody, not even for the own centre', () => {
    expect(mayInvite(one('manager'), 'deputy', elsewhere)).toBe(false);
  });

  it('an admin invites anybody', () => {
    const admin = one('admin', { institutions: [], regencies: 'all' });
    expect(mayInvite(admin, 'officer')).toBe(true);
    expect(mayInvite(admin, 'head')).toBe(true);
    expect(mayInvite(admin, 'manager', elsewhere)).toBe(true);
    expect(mayInvite(admin, 'manager')).toBe(false);
  });
});
