import fc from 'fast-check';
import { greeting, roleName, type Grant, type Person, type Role } from '../../src/domain/person';
import { mayUse, ownInstitutions, reaches, reachOf, rolesOf } from '../../src/domain/rights';

const since = new Date('2026-11-01T00:00:00Z');
const consent = { version: 1, at: since };
const someone = (...grants: Grant[]): Person => ({ id: 'p1', name: 'Aminah', grants, consent });

const manager: Grant = { role: 'manager', institution: 'bina-iman', since };
const deputy: Grant = { role: 'deputy', institution: 'al-ikhsan', since };
const officer: Grant = { role: 'officer', regencies: ['Kabupaten Paser'], since };
const head: Grant = { role: 'head', regencies: 'all', since };

const binaIman = { id: 'bina-iman', regency: 'Kabupaten Paser' };
const alIkhsan = { id: 'al-ikhsan', regency: 'Kabupaten Paser' };
const elsewhere = { id: 'maju', regency: 'Kabupaten Penajam Paser Utara' };

describe('the roles of somebody', () => {
  it.each<[string, Person | undefined, boolean, Role[]]>([
    ['a stranger', undefined, false, ['public']],
    ['a manager', someone(manager), false, ['public', 'manager']],
    [
      'one with two grants',
      someone(manager, deputy, officer),
      false,
      ['public', 'manager', 'deputy', 'officer'],
    ],
    [
      'one who did not agree yet',
      { ...someone(manager, head), consent: undefined },
      false,
      ['public'],
    ],
    ['an admin nobody knows', undefined, true, ['public', 'admin']],
    [
      'an admin who did not agree yet',
      { ...someone(officer), consent: undefined },
      true,
      ['public', 'admin'],
    ],
  ])('%s has just the right ones', (_who, person, isAdmin, roles) => {
    expect([...rolesOf(person, isAdmin)].sort()).toEqual([...roles].sort());
  });

  it.each<[Role[], Role[], boolean]>([
    [['manager'], ['public', 'manager'], true],
    [['manager'], ['public', 'deputy'], true],
    [['deputy'], ['public', 'manager'], false],
    [['officer', 'head'], ['public', 'head'], true],
    [['officer'], ['public', 'manager', 'head'], false],
    [['public'], ['public'], true],
    [[], ['public', 'admin'], false],
    [['officer'], ['public', 'admin'], false],
  ])('what is for %j may be used by %j: %s', (allowed, roles, expected) => {
    expect(mayUse(allowed, new Set(roles))).toBe(expected);
  });
});

describe('the reach of somebody', () => {
  it.each<[string, Person | undefined, boolean, [boolean, boolean, boolean]]>([
    ['a stranger', undefined, false, [false, false, false]],
    ['a manager', someone(manager), false, [true, false, false]],
    ['a deputy', someone(deputy), false, [false, true, false]],
    ['a manager here and deputy there', someone(manager, deputy), false, [true, true, false]],
    ['an officer of the regency', someone(officer), false, [true, true, false]],
    ['an officer of nothing', someone({ ...officer, regencies: [] }), false, [false, false, false]],
    ['a head of all', someone(head), false, [true, true, true]],
    ['an officer here and head of all', someone(officer, head), false, [true, true, true]],
    ['an admin', undefined, true, [true, true, true]],
    [
      'one who did not agree yet',
      { ...someone(head), consent: undefined },
      false,
      [false, false, false],
    ],
  ])('%s sees just the right institutions', (_who, person, isAdmin, expected) => {
    const reach = reachOf(person, isAdmin);
    expect([binaIman, alIkhsan, elsewhere].map((each) => reaches(reach, each))).toEqual(expected);
  });

  it('goes by the role, whatever empty fields a store hands back', () => {
    const stored = [
      { ...manager, regencies: 'all' },
      { ...officer, institution: 'al-ikhsan' },
    ] as unknown as Grant[];
    expect(reachOf(someone(...stored), false)).toEqual({
      institutions: ['bina-iman'],
      regencies: ['Kabupaten Paser'],
    });
  });

  it('names own institutions once', () => {
    expect(ownInstitutions(someone(manager, { ...manager, role: 'deputy' }, officer))).toEqual([
      'bina-iman',
    ]);
    expect(ownInstitutions({ ...someone(manager), consent: undefined })).toEqual([]);
  });

  it('of a manager never includes an institution they were not given', () => {
    const ids = fc.constantFrom('bina-iman', 'al-ikhsan', 'maju');
    fc.assert(
      fc.property(fc.array(ids), ids, fc.string(), (given, id, regency) => {
        const grants = given.map((institution) => ({ ...manager, institution }));
        expect(reaches(reachOf(someone(...grants), false), { id, regency })).toBe(
          given.includes(id),
        );
      }),
    );
  });
});

describe('a person', () => {
  it.each([
    [{ name: 'Aminah' }, 'Bapak/Ibu Aminah'],
    [{ name: ' Ahmad Fauzi ', address: 'Ustaz' as const }, 'Ustaz Ahmad Fauzi'],
    [{ name: '', address: 'Kak' as const }, 'Kak'],
  ])('%j is greeted as %j', (person, expected) => {
    expect(greeting(person)).toBe(expected);
  });

  it('is told their role in Indonesian', () => {
    expect((['manager', 'deputy', 'officer'] as const).map(roleName)).toEqual([
      'Pengelola',
      'Wakil pengelola',
      'Petugas dinas',
    ]);
  });
});
