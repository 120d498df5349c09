import { firstChecklist } from '../../../src/domain/first-checklist';
import type { Institution } from '../../../src/domain/institution';
import type { Grant, Person } from '../../../src/domain/person';
import { type Reach, reachOf } from '../../../src/domain/rights';
import type { World } from '../../../src/ports';
import { day } from '../../domain/support/days';
import { aCourse } from '../../support/courses';
import { aNil, anActivity } from '../../support/reports';

/** Somebody of the matrix: who they are, and what they may see. */
export interface Persona {
  readonly name: string;
  readonly telegramId: number;
  readonly isAdmin: boolean;
  readonly grants: readonly Grant[];
}

const near = 'Kabupaten Paser';
const far = 'Kabupaten Penajam';

/** Centres whose names occur nowhere else, so that a name that is seen gives a leak away. */
export const centres: readonly (Pick<Institution, 'id' | 'regency'> & {
  readonly secret: string;
})[] = [
  { id: 'xalfa', regency: near, secret: 'Xalfa' },
  { id: 'xbeta', regency: near, secret: 'Xbeta' },
  { id: 'xgama', regency: far, secret: 'Xgama' },
];

const since = new Date('2026-01-05T00:00:00Z');
const runs = (role: 'manager' | 'deputy', institution: string): Grant => ({
  role,
  institution,
  since,
});
const office = (role: 'officer' | 'head', regencies: readonly string[] | 'all'): Grant => ({
  role,
  regencies,
  since,
});

/** Every role, for an own and another centre, in and out of scope. */
export const personas: readonly Persona[] = (
  [
    ['manager of Xalfa', [runs('manager', 'xalfa')]],
    ['deputy of Xalfa', [runs('deputy', 'xalfa')]],
    ['manager of Xbeta', [runs('manager', 'xbeta')]],
    ['manager of Xgama', [runs('manager', 'xgama')]],
    ['officer of Paser', [office('officer', [near])]],
    ['officer of Penajam', [office('officer', [far])]],
    ['head of Penajam', [office('head', [far])]],
    ['head of all', [office('head', 'all')]],
    ['admin', []],
    ['public', []],
  ] as const
).map(([name, grants], n) => ({
  name,
  grants,
  telegramId: 7001 + n,
  isAdmin: name === 'admin',
}));

/** What somebody of the matrix may see. */
export const reachOfPersona = ({ grants, isAdmin }: Persona): Reach =>
  reachOf({ id: '', name: '', grants, consent: { version: 1, at: since } }, isAdmin);

/** Founds the centres, lets everybody join, and gives each centre one of everything. */
export async function settleRegions(world: World): Promise<void> {
  await world.institutions.found(centres.map(institution));
  for (const persona of personas) await joins(world, persona);
  for (const centre of centres) await fills(world, centre);
}

const institution = ({ id, regency, secret }: (typeof centres)[number]): Institution => ({
  ...{ id, regency, name: `BLK Komunitas Pesantren ${secret}`, kind: 'BLKK', district: 'Kuaro' },
  ...{ trade: 'tik', zone: 'Asia/Makassar', restDay: 5, rhythm: 'monthly', registeredAt: since },
});

async function joins({ people }: World, { name, telegramId, grants }: Persona): Promise<void> {
  const id = `P${telegramId}`;
  if (name === 'public') return;
  await people.meet(telegramId, id, `Orang ${telegramId}`);
  const consent = { version: 1, at: since };
  const joining: Pick<Person, 'name'> = { name: `Orang ${telegramId}` };
  for (const [n, grant] of grants.entries())
    await people.join(id, { ...joining, address: 'Bapak/Ibu', grant, origin: `${n}`, consent });
}

async function fills(world: World, { id, secret }: (typeof centres)[number]): Promise<void> {
  const at = new Date('2026-11-20T02:00:00Z');
  const said = `Rahasia ${secret}`;
  const by = 'HAMDAN';
  await world.reports.submitActivity(
    anActivity({ id: `A${id}`, institution: id, details: { topic: said, heldOn: '2026-11-20' } }),
  );
  await world.reports.submitNil(aNil({ id: `N${id}`, institution: id, note: said }));
  await world.leaves.add({
    ...{ id: `L${id}`, institution: id, from: day('2026-12-01'), to: day('2026-12-20') },
    ...{ reason: 'other', note: said, enteredBy: by, enteredAt: at },
  });
  await world.obstacles.add({
    ...{ id: `O${id}`, institution: id, kind: 'lainnya', note: said, statedBy: by, statedAt: at },
  });
  await world.incidents.open({
    ...{ id: `I${id}`, institution: id, status: 'presumed-passive', openedAt: at },
    ...{ zone: 'Asia/Makassar', done: [], handlings: isTaken(id) ? [taken] : [] },
  });
  await world.tasks.make({
    ...{ id: `T${id}`, institution: id, kind: 'call', why: said },
    ...{ dueOn: day('2026-11-23'), madeAt: at },
  });
  await world.visits.add({
    ...{ id: `V${id}`, institution: id, manner: 'visit', on: day('2026-11-10'), findings: said },
    ...{ confirms: 'active', followUps: [], photos: [], by, at },
  });
  await world.courses.add(
    aCourse({ id: `C${id}`, institution: id, title: said, conditions: said, contact: said }),
  );
  await world.particulars.put([
    { sort: 'aid', id: `B${id}`, institution: id, year: 2024, what: 'equipment', source: said },
    {
      ...{ sort: 'equipment', id: `E${id}`, institution: id, name: said },
      ...{ good: 3, damaged: 1, countedOn: day('2026-11-10') },
    },
    { sort: 'instructor', id: `P${id}`, institution: id, name: said, training: said },
  ]);
  await world.registrations.begin(id, firstChecklist.version);
  await world.registrations.move(id, {
    ...{ key: `R${id}`, step: 'A1', revision: 0, from: 'todo', to: 'submitted', note: said },
    ...{ by, at },
  });
}

/** One case is being handled, so that there is something to end. */
const isTaken = (id: string) => id === 'xbeta';
const taken = { by: 'RATNA', at: since, until: day('2026-12-10') };
