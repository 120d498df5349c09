import { mergeInstitutions } from '../../src/board/merge-institutions';
import { openExpectation } from '../../src/domain/expectation';
import type { Day } from '../../src/domain/day';
import type { Institution } from '../../src/domain/institution';
import { periodOf } from '../../src/domain/period';
import { defaultPolicy } from '../../src/domain/policy';
import { wholeReach } from '../../src/domain/rights';
import { finishMerges } from '../../src/jobs/finish-merges';
import type { World } from '../../src/ports';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';
import { mortalWorld } from '../support/mortal-world';

let home: ClockworkAtHome;
beforeAll(async () => {
  home = await clockworkAtHome();
});
afterAll(() => home.close());

const day = (text: string) => text as Day;
const early = new Date('2026-08-03T01:00:00Z');

/** An institution with something in every collection that may know one. */
async function lived(id: string, person: number): Promise<Institution> {
  const { world } = home;
  const now = home.clock.now();
  const one: Institution = {
    ...{ id, name: `BLKK ${id}`, kind: 'BLKK', regency: 'Kabupaten Paser', district: 'Kuaro' },
    ...{ trade: 'Multimedia', zone: 'Asia/Makassar', restDay: 5, rhythm: 'monthly' },
    registeredAt: early,
  };
  await world.institutions.found([one]);
  const { id: manager } = await world.people.meet(person, `P${id}`, `Pengelola ${id}`);
  await world.people.join(manager, {
    ...{ name: `Pengelola ${id}`, address: 'Bapak', origin: `o-${id}` },
    grant: { role: 'manager', institution: id, since: early },
    consent: { version: 1, at: early },
  });
  await world.invitations.issue(
    {
      ...{ code: `code-${id}`, grants: { role: 'deputy', institution: id } },
      ...{ createdAt: now, expiresAt: new Date(now.getTime() + 1), createdBy: 'p' },
    },
    `origin-${id}`,
  );
  await world.reports.submitNil({
    ...{ id: `N${id}`, institution: id, reason: 'no-reason', day: day('2026-08-20') },
    ...{ reportedBy: manager, onBehalf: false, reportedAt: new Date('2026-08-20T01:00:00Z') },
  });
  await world.visits.add({
    ...{ id: `V${id}`, institution: id, manner: 'visit', on: day('2026-09-01'), findings: 'Baik' },
    ...{ confirms: 'unsure', followUps: [], photos: [], by: 'p', at: early },
  });
  await world.particulars.put([
    { sort: 'aid', id: `A${id}`, institution: id, year: 2019, what: 'building', source: 'x' },
  ]);
  const leave = { from: day('2026-09-01'), to: day('2026-09-05'), reason: 'exam' } as const;
  await world.leaves.add({
    id: `L${id}`,
    institution: id,
    ...leave,
    enteredBy: manager,
    enteredAt: early,
  } as never);
  const stated = { kind: 'tidak_ada_dana', note: '', statedBy: manager, statedAt: early } as const;
  await world.obstacles.add({ id: `O${id}`, institution: id, ...stated });
  await world.tasks.make({
    ...{ id: `T${id}`, institution: id, kind: 'visit', why: 'x', dueOn: day('2026-12-01') },
    madeAt: early,
  });
  await world.expiries.put({ id: `E${id}`, institution: id, what: 'Izin', on: day('2027-01-01') });
  await world.incidents.open({
    ...{ id: `I${id}`, institution: id, status: 'no-word', openedAt: early, zone: one.zone },
    ...{ done: [], handlings: [] },
  });
  for (const first of ['2026-10-01', '2026-11-01'])
    await world.expectations.open(
      openExpectation(one, periodOf(day(first), 'monthly'), [], defaultPolicy),
    );
  const status = { reasons: [], silentDays: 0, at: early } as const;
  await world.transitions.record({ institution: id, to: 'not-started', ...status });
  await world.transitions.record({
    institution: id,
    from: 'not-started',
    to: 'no-word',
    ...status,
  });
  await world.registrations.begin(id, '1');
  await world.rules.changeOf(id, { activeDays: 100 }, { id: `S${id}`, by: 'p', at: now });
  return one;
}

/** The duplicate answered in October, the survivor did not. */
async function answeredInOctober({ id }: Institution): Promise<void> {
  const asked = await home.world.expectations.of(id, '2026-10');
  const answer = { via: 'report', answeredAt: new Date('2026-10-20T01:00:00Z'), onTime: true };
  await home.world.expectations.change(asked!, {
    ...asked!,
    state: 'reported',
    ...answer,
  } as never);
}

/** Every row that names the duplicate, but for those that tell of the merge itself or of the past. */
async function stillNaming(id: string): Promise<readonly string[]> {
  const telling = ['institutions', 'merges', 'merged-rows', 'audit', 'appointments', 'job-runs'];
  const collections = await home.store.db!.listCollections().toArray();
  const found = await Promise.all(
    collections
      .filter(({ name }) => !telling.includes(name))
      .map(async ({ name }) => {
        const rows = await home.store.collection(name).find({}).toArray();
        return rows.filter((row) => naming(row, id)).map(({ _id }) => `${name}: ${String(_id)}`);
      }),
  );
  return found.flat();
}

/** Ids of rows may tell where they came from, and names are names. */
function naming(row: Readonly<Record<string, unknown>>, id: string): boolean {
  const { _id, name: _name, institution, grants } = row;
  if (institution === id || [id, `institution:${id}`].includes(String(_id))) return true;
  return JSON.stringify(grants ?? '').includes(`"${id}"`);
}

async function merge(from: string, into: string, id: string, world: World = home.world) {
  const at = home.clock.now();
  return mergeInstitutions({ id, from, into, by: 'p', at }, world);
}

/** What the clockwork does for merges when it comes by. */
const finishAll = () => {
  const now = home.clock.now();
  return finishMerges.run({ scope: 'all', slot: now, now, late: false, world: home.newWorld() });
};

/** How many ports a merge calls when nothing happens to it, and a few more. */
const mostCalls = 60;

describe('a merge', () => {
  it('brings everything of the duplicate to the survivor', async () => {
    await lived('alam-raya', 71);
    await answeredInOctober(await lived('alam-raja', 72));
    expect(await merge('alam-raja', 'alam-raya', 'M1')).toBe('done');
    expect(await stillNaming('alam-raja')).toEqual([]);

    const { world } = home;
    const people = await world.people.of('alam-raya');
    expect(people.map(({ name }) => name)).toEqual(['Pengelola alam-raya', 'Pengelola alam-raja']);
    expect((await world.reports.history(['alam-raya'], { skip: 0, limit: 9 })).total).toBe(2);
    expect(await world.particulars.of(['alam-raya'])).toHaveLength(2);
    expect(await world.expectations.of('alam-raya', '2026-10')).toMatchObject({
      ...{ state: 'reported', via: 'report', onTime: true },
    });
    const both = await world.expectations.between(
      ['alam-raya'],
      day('2026-01-01'),
      day('2027-01-01'),
    );
    expect(both.map(({ period }) => period.id)).toEqual(['2026-10', '2026-11']);
    expect(await world.incidents.openIn(['alam-raya'])).toMatchObject([{ id: 'Ialam-raya' }]);
    expect(await world.institutions.one('alam-raja', wholeReach)).toMatchObject({
      ...{ id: 'alam-raya', name: 'BLKK alam-raya', formerIds: ['alam-raja'] },
    });
    expect(await home.store.collection('merged-rows').countDocuments()).toBeGreaterThan(2);
  });

  it('is whole after the process died at any moment of it', async () => {
    await lived('sungai-dua', 80);
    let calls = 0;
    for (let n = 0, died = true; died; n += 1) {
      const id = `sungai-duo-${n}`;
      await lived(id, 100 + n);
      const mortal = mortalWorld(home.newWorld(), n);
      died = await merge(id, 'sungai-dua', `K${n}`, mortal.world).then(
        () => false,
        () => true,
      );
      // The clockwork ends it, without anybody asking again; unless it died before it had begun.
      await finishAll();
      if (n === 0) expect(await home.world.merges.one('K0')).toBeUndefined();
      if (n === 0) await merge(id, 'sungai-dua', 'K0');
      expect(await home.world.merges.one(`K${n}`)).toMatchObject({ state: 'done' });
      expect(await stillNaming(id)).toEqual([]);
      calls = n;
      // So that the next round does not sweep behind this one.
      home.clock.advance(2 * 3_600_000);
    }
    expect(calls).toBeGreaterThan(15);
    expect(calls).toBeLessThan(mostCalls);
    const { total } = await home.world.reports.history(['sungai-dua'], { skip: 0, limit: 1 });
    expect(total).toBe(calls + 2);
  });

  it('keeps the survivor’s number, else takes that of the duplicate, once', async () => {
    const { institutions } = home.world;
    const phoneOf = async (id: string) => (await institutions.one(id, wholeReach))?.phone;
    for (const [n, id] of ['laut-satu', 'laut-dua', 'laut-tiga'].entries()) await lived(id, 60 + n);
    await institutions.change('laut-dua', { phone: '+628122' });
    await institutions.change('laut-tiga', { phone: '+628133' });
    await merge('laut-dua', 'laut-satu', 'P2');
    expect(await phoneOf('laut-satu')).toBe('+628122');
    await merge('laut-tiga', 'laut-satu', 'P3');
    expect(await phoneOf('laut-satu')).toBe('+628122');
    await institutions.change('laut-satu', { phone: undefined });
    await finishAll();
    expect(await phoneOf('laut-satu')).toBeUndefined();
  });

  it('of two into each other at once leaves one of them', async () => {
    await lived('kembar-satu', 91);
    await lived('kembar-dua', 92);
    const states = await Promise.all([
      merge('kembar-satu', 'kembar-dua', 'X1'),
      merge('kembar-dua', 'kembar-satu', 'X2'),
    ]);
    expect(states.toSorted()).toEqual(['done', 'refused']);
    const all = await home.world.institutions.within(wholeReach);
    expect(all.filter(({ id }) => id.startsWith('kembar'))).toHaveLength(1);
  });

  it('follows a chain of merges to its end', async () => {
    for (const [n, id] of ['rantai-a', 'rantai-b', 'rantai-c'].entries()) await lived(id, 93 + n);
    await merge('rantai-a', 'rantai-b', 'C1');
    await merge('rantai-b', 'rantai-c', 'C2');
    expect(await home.world.institutions.one('rantai-a', wholeReach)).toMatchObject({
      ...{ id: 'rantai-c', formerIds: ['rantai-b', 'rantai-a'] },
    });
    const own = { institutions: ['rantai-a'], regencies: [] };
    expect((await home.world.institutions.within(own)).map(({ id }) => id)).toEqual(['rantai-c']);
  });

  it('brings over what somebody was writing about the duplicate meanwhile', async () => {
    await lived('terlambat', 96);
    await lived('terlambat-juga', 97);
    await merge('terlambat-juga', 'terlambat', 'L1');
    await home.world.reports.submitNil({
      ...{ id: 'LATE', institution: 'terlambat-juga', reason: 'no-reason', day: day('2026-11-23') },
      ...{ reportedBy: 'p', onBehalf: false, reportedAt: home.clock.now() },
    });
    home.clock.advance(15 * 60_000);
    await home.process().leaping();
    expect(await home.world.reports.one('LATE', ['terlambat'])).toBeDefined();
    expect(await home.world.expectations.of('terlambat', '2026-11')).toMatchObject({
      state: 'nil',
    });
  });
});
