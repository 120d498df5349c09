import fc from 'fast-check';
import { isoWeekday } from '../../src/domain/day';
import { monthGrid } from '../../src/domain/month-grid';

const dates = (month: string) =>
  monthGrid(month).map((week) => week.map((day) => day?.slice(8) ?? '..').join(' '));

describe('a month as weeks', () => {
  it('begins each week on Monday and leaves other months out', () => {
    expect(dates('2026-11')).toEqual([
      '.. .. .. .. .. .. 01',
      '02 03 04 05 06 07 08',
      '09 10 11 12 13 14 15',
      '16 17 18 19 20 21 22',
      '23 24 25 26 27 28 29',
      '30 .. .. .. .. .. ..',
    ]);
  });

  it('needs four weeks for a February that begins on Monday', () => {
    expect(dates('2027-02')).toHaveLength(4);
  });

  it.each(['2026-13', '2026', '', 'besok'])('has no weeks for %j', (month) => {
    expect(monthGrid(month)).toEqual([]);
  });

  it('holds every day of the month once, each below its weekday', () => {
    const months = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, ([year, month]) => {
        const weeks = monthGrid(`${year}-${String(month).padStart(2, '0')}`);
        const days = weeks.flat().filter((day) => day !== undefined);
        expect(new Set(days).size).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        expect(days).toEqual([...days].sort());
        weeks.forEach((week) => {
          expect(week).toHaveLength(7);
          week.forEach((day, place) => day && expect(isoWeekday(day)).toBe(place + 1));
        });
      }),
    );
  });
});
