import { asDay } from '../../../src/domain/day';
import type { Leave } from '../../../src/domain/leave';
import type { Leaves } from '../../../src/ports/follow-ups';
import { after, storesAtHome } from '../../support/stores-at-home';

let leaves: Leaves;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ leaves, close } = await storesAtHome());
});
afterEach(() => close());

const day = (text: string) => asDay(text)!;
const aLeave = (change: Partial<Leave> = {}): Leave => ({
  id: 'ONE',
  institution: 'bina-iman',
  from: day('2026-12-20'),
  to: day('2027-01-05'),
  reason: 'semester',
  enteredBy: 'FAUZI',
  enteredAt: after(0),
  ...change,
});

describe('mongoLeaves', () => {
  it('hands back what was entered', async () => {
    const leave = aLeave({ note: 'Santri pulang' });
    await leaves.add(leave);
    expect(await leaves.one('ONE')).toEqual(leave);
    expect(await leaves.of('bina-iman')).toEqual([leave]);
    expect(await leaves.of('al-ikhsan')).toEqual([]);
  });

  it('keeps the first of many that come with one id', async () => {
    await Promise.all(Array.from({ length: 20 }, () => leaves.add(aLeave())));
    await leaves.add(aLeave({ to: day('2027-02-01') }));
    expect(await leaves.of('bina-iman')).toEqual([aLeave()]);
  });

  it('lists them in the order of their days', async () => {
    await leaves.add(aLeave({ id: 'LATER', from: day('2026-12-30') }));
    await leaves.add(aLeave({ id: 'SOONER', from: day('2026-11-30') }));
    expect((await leaves.of('bina-iman')).map(({ id }) => id)).toEqual(['SOONER', 'LATER']);
  });

  it('is shortened, and never made longer', async () => {
    await leaves.add(aLeave());
    expect(await leaves.shorten(aLeave(), day('2026-12-31'), 'RATNA')).toBe(true);
    const shorter = aLeave({ to: day('2026-12-31') });
    expect(await leaves.shorten(shorter, day('2027-01-03'), 'RATNA')).toBe(false);
    expect(await leaves.one('ONE')).toEqual(shorter);
  });

  it('is shortened by one of many who do so at once, and the others know', async () => {
    await leaves.add(aLeave());
    const ends = ['2026-12-28', '2026-12-24', '2026-12-30', '2026-12-26'].map(day);
    const done = await Promise.all(ends.map((to, n) => leaves.shorten(aLeave(), to, `BY ${n}`)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect((await leaves.one('ONE'))?.to).toBe(ends[done.indexOf(true)]);
  });

  it('tells whoever does the same again that it is done, and nobody else', async () => {
    await leaves.add(aLeave());
    const again = (by: string) => leaves.shorten(aLeave(), day('2026-12-24'), by);
    expect([await again('RATNA'), await again('RATNA')]).toEqual([true, true]);
    expect(await again('JOKO')).toBe(false);
  });

  it('is not shortened to a day before it begins', async () => {
    await leaves.add(aLeave());
    expect(await leaves.shorten(aLeave(), day('2026-12-19'), 'RATNA')).toBe(false);
    expect(await leaves.one('ONE')).toEqual(aLeave());
    await leaves.shorten(aLeave(), day('2026-12-20'), 'RATNA');
    expect((await leaves.one('ONE'))?.to).toBe('2026-12-20');
  });

  it('is gone once it is withdrawn, and does not come back', async () => {
    await leaves.add(aLeave());
    await leaves.withdraw('ONE', 'FAUZI');
    await leaves.withdraw('ONE', 'RATNA');
    await leaves.add(aLeave());
    expect(await leaves.shorten(aLeave(), day('2026-12-31'), 'RATNA')).toBe(false);
    expect(await leaves.one('ONE')).toBeUndefined();
    expect(await leaves.of('bina-iman')).toEqual([]);
  });
});
