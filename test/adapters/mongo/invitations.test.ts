import type { Invitation } from '../../../src/domain/invitation';
import type { Invitations } from '../../../src/ports';
import { after, storesAtHome } from '../../support/stores-at-home';

const hours = 3600;
let invitations: Invitations;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ invitations, close } = await storesAtHome());
});
afterAll(() => close());

const anInvitation = (code: string): Invitation => ({
  code,
  grants: { role: 'manager', institution: 'bina-iman' },
  createdAt: after(0),
  expiresAt: after(72 * hours),
  createdBy: 'RATNA',
});
const issued = (code: string) => invitations.issue(anInvitation(code), `form of ${code}`);

describe('mongoInvitations', () => {
  it('hands back what was issued', async () => {
    await issued('plain');
    expect(await invitations.byCode('plain')).toEqual(anInvitation('plain'));
  });

  it('issues one invitation for one form, with the code of the first try', async () => {
    const tries = ['first', 'second', 'third'].map((code) =>
      invitations.issue(anInvitation(code), 'one form'),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(1);
    const unused = ['first', 'second', 'third'].filter((code) => code !== codes[0]);
    expect(await Promise.all(unused.map((code) => invitations.byCode(code)))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is claimed by one of many who race for it', async () => {
    await issued('wanted');
    const people = Array.from({ length: 20 }, (_, n) => `PERSON${n}`);
    const claims = await Promise.all(
      people.map((person) => invitations.claim('wanted', person, after(1))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const { usedBy } = (await invitations.byCode('wanted')) ?? {};
    expect(usedBy).toBe(people[claims.indexOf(true)]);
  });

  it('stays claimed for the same person, also after its end, and for nobody else', async () => {
    await issued('mine');
    expect(await invitations.claim('mine', 'FAUZI', after(1))).toBe(true);
    expect(await invitations.claim('mine', 'FAUZI', after(100 * hours))).toBe(true);
    expect(await invitations.claim('mine', 'SARI', after(2))).toBe(false);
    expect(await invitations.byCode('mine')).toMatchObject({ usedBy: 'FAUZI', usedAt: after(1) });
  });

  it('can be claimed up to its end and not at it', async () => {
    await Promise.all([issued('in time'), issued('late')]);
    expect(await invitations.claim('late', 'FAUZI', after(72 * hours))).toBe(false);
    expect(await invitations.claim('in time', 'FAUZI', after(72 * hours - 1))).toBe(true);
  });

  it('knows no code that was never issued', async () => {
    expect(await invitations.byCode('never')).toBeUndefined();
    expect(await invitations.claim('never', 'FAUZI', after(1))).toBe(false);
  });
});
