import fc from 'fast-check';
import { calendarRows, monthOf } from '../../src/conversation/calendar-rows';
import type { FormVerb } from '../../src/conversation/button-data';
import { addDays, daysBetween } from '../../src/domain/day';
import { day, daySpan, someDay } from '../domain/support/days';

const pack = (does: FormVerb) => JSON.stringify(does);
type Row = ReturnType<typeof calendarRows>[number];
const labels = (row: Row | undefined) => row?.map(({ label }) => label).join(' ');
const verbs = (row: Row | undefined) =>
  (row ?? []).map((button) => JSON.parse('data' in button ? button.data : '{}') as FormVerb);
const rows = (month: string, from: string, to: string) =>
  calendarRows(month, { from: day(from), to: day(to) }, pack);

describe('a month of buttons', () => {
  it('shows the weeks, Monday first, and only the days that can be tapped', () => {
    expect(rows('2026-11', '2026-11-03', '2026-11-23').map(labels)).toEqual([
      '· November 2026 ·',
      'Sn Sl Rb Km Jm Sb Mg',
      '· · · · · · ·',
      '· 3 4 5 6 7 8',
      '9 10 11 12 13 14 15',
      '16 17 18 19 20 21 22',
      '23 · · · · · ·',
      '· · · · · · ·',
    ]);
  });

  it('leads to the months in which there is something to tap', () => {
    const [middle] = rows('2026-11', '2026-10-31', '2026-12-01');
    expect(labels(middle)).toBe('‹ November 2026 ›');
    expect(verbs(middle)).toEqual([
      { verb: 'month', month: '2026-10' },
      { verb: 'none' },
      { verb: 'month', month: '2026-12' },
    ]);
    expect(labels(rows('2026-12', '2026-10-31', '2027-01-01')[0])).toBe('‹ Desember 2026 ›');
    expect(labels(rows('2026-10', '2026-10-31', '2026-12-01')[0])).toBe('· Oktober 2026 ›');
  });

  it('survives a month that is none', () => {
    for (const month of ['2026-13', '0000-00', '0000-01', '9999-12', '9999-99'])
      expect(rows(month, '2026-01-01', '2026-12-31').length).toBeGreaterThanOrEqual(2);
  });

  it('offers every day of the range that lies in the month, once, and no other', () => {
    fc.assert(
      fc.property(daySpan, someDay, ({ from, to }, shown) => {
        const month = monthOf(shown);
        const tapped = calendarRows(month, { from, to }, pack)
          .flatMap(verbs)
          .flatMap((does) => (does.verb === 'answer' ? [does.says] : []));
        const range = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
        expect(tapped).toEqual(range.filter((one) => monthOf(one) === month));
      }),
    );
  });

  it('gives every button a label', () => {
    fc.assert(
      fc.property(daySpan, someDay, ({ from, to }, shown) => {
        const all = calendarRows(monthOf(shown), { from, to }, pack).flat();
        expect(all.filter(({ label }) => label.trim() === '')).toEqual([]);
      }),
    );
  });
});
