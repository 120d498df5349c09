import { applyImport } from '../../src/board/apply-import';
import type { GoodRow } from '../../src/domain/read-import';
import { wholeReach } from '../../src/domain/rights';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';
import { mortalWorld } from '../support/mortal-world';

let home: ClockworkAtHome;
beforeAll(async () => {
  home = await clockworkAtHome();
});
afterAll(() => home.close());

const rowsOf = (name: string): readonly GoodRow[] => [
  {
    line: 2,
    fields: { ...inPaser, name: `BLKK ${name}` },
    aid: { year: 2019, what: 'building', source: 'Kemnaker' },
    equipment: [{ name: 'Komputer', good: 14, damaged: 2 }],
  },
  { line: 3, fields: { ...inPaser, name: `LPK ${name}`, kind: 'LPK' }, equipment: [] },
  {
    line: 4,
    fields: { ...inPaser, name: 'Datu Ismail', village: `Lolo ${name}`, phone },
    equipment: [],
  },
];
const phone = '+6281234567890';
const inPaser = {
  kind: 'BLKK',
  regency: 'Kabupaten Paser',
  district: 'Kuaro',
  trade: 'Teknik Informatika',
} as const;

async function kept(id: string, name: string) {
  const one = { id, by: 'p', at: home.clock.now(), file: 'a.xlsx', ...counts };
  await home.world.imports.keep(one, rowsOf(name));
  return one;
}
const counts = { added: 2, changed: 1, same: 0, bad: [] };

/** How many ports an import calls when nothing happens to it; a death after any of them is tried. */
const mostCalls = 14;

describe('an import', () => {
  it('is whole after the process died at any moment of it, and nothing is there twice', async () => {
    for (let calls = 0; calls <= mostCalls; calls += 1) {
      const name = `Nurul Falah ${String.fromCharCode(65 + calls)}`;
      const one = await kept(`KILLED${calls}`, name);
      const { world } = mortalWorld(home.newWorld(), calls);
      await applyImport(one, wholeReach, world, home.clock.now()).catch(() => {});
      await applyImport(one, wholeReach, home.world, home.clock.now());

      const all = await home.world.institutions.within(wholeReach);
      const added = all.filter((each) => each.name.endsWith(name));
      expect(added.map(({ kind }) => kind)).toEqual(['BLKK', 'LPK']);
      expect(all.find(({ id }) => id === 'datu-ismail')).toMatchObject({
        village: `Lolo ${name}`,
        phone,
      });
      const particulars = await home.world.particulars.of(added.map(({ id }) => id));
      expect(particulars.map(({ sort }) => sort).sort()).toEqual(['aid', 'equipment']);
    }
    const { world, calls } = mortalWorld(home.newWorld(), Infinity);
    await applyImport(await kept('COUNTED', 'Terakhir'), wholeReach, world, home.clock.now());
    expect(calls()).toBeLessThanOrEqual(mostCalls);
  });

  it('done by two processes at once adds everything once', async () => {
    const one = await kept('TWICE', 'Dua Kali');
    const both = [home.newWorld(), home.newWorld()];
    await Promise.all(both.map((world) => applyImport(one, wholeReach, world, home.clock.now())));
    const all = await home.world.institutions.within(wholeReach);
    expect(all.filter(({ name }) => name.endsWith('Dua Kali'))).toHaveLength(2);
  });

  it('leaves out what is no longer within reach', async () => {
    const one = await kept('REACH', 'Seberang');
    const reach = { institutions: [], regencies: ['Kota Bontang'] };
    await applyImport(one, reach, home.world, home.clock.now());
    const all = await home.world.institutions.within(wholeReach);
    expect(all.filter(({ name }) => name.endsWith('Seberang'))).toEqual([]);
  });
});
