import fc from 'fast-check';
import { addDays } from '../../src/domain/day';
import { spanDays } from '../../src/domain/day-span';
import type { Rhythm } from '../../src/domain/institution';
import { nextPeriod, periodOf, previousPeriod } from '../../src/domain/period';
import { day, someDay } from './support/days';

const rhythms: readonly Rhythm[] = ['weekly', 'two-weekly', 'monthly'];
const someRhythm = fc.constantFrom(...rhythms);

describe('a period', () => {
  it.each<[string, Rhythm, string, string, string]>([
    ['2026-11-23', 'monthly', '2026-11', '2026-11-01', '2026-11-30'],
    ['2028-02-29', 'monthly', '2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12-31', 'monthly', '2026-12', '2026-12-01', '2026-12-31'],
    ['2026-11-23', 'weekly', '2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-11-29', 'weekly', '2026-W48', '2026-11-23', '2026-11-29'],
    ['2027-01-01', 'weekly', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-01-04', 'weekly', '2027-W01', '2027-01-04', '2027-01-10'],
    ['2024-12-30', 'weekly', '2025-W01', '2024-12-30', '2025-01-05'],
    ['2026-11-23', 'two-weekly', '2026-W47+2', '2026-11-16', '2026-11-29'],
    ['2026-11-15', 'two-weekly', '2026-W45+2', '2026-11-02', '2026-11-15'],
    ['2027-01-03', 'two-weekly', '2026-W53+2', '2026-12-28', '2027-01-10'],
    ['2023-12-31', 'two-weekly', '2023-W51+2', '2023-12-18', '2023-12-31'],
  ])('of %s, %s, is %s', (on, rhythm, ...period) => {
    const [id, opensOn, closesOn] = period;
    expect(periodOf(day(on), rhythm)).toEqual({ id, rhythm, opensOn, closesOn });
  });

  it('holds the day it was asked for, from its first to its last', () => {
    fc.assert(
      fc.property(someDay, someRhythm, (on, rhythm) => {
        const period = periodOf(on, rhythm);
        expect(period.opensOn <= on && on <= period.closesOn).toBe(true);
        expect(periodOf(period.opensOn, rhythm)).toEqual(period);
        expect(periodOf(period.closesOn, rhythm)).toEqual(period);
      }),
    );
  });

  it.each(rhythms)('follows on the one before it without a gap, %s', (rhythm) => {
    const ids = new Set<string>();
    let period = periodOf(day('2020-01-15'), rhythm);
    for (let n = 0; n < 300; n += 1) {
      const next = nextPeriod(period);
      expect(next.opensOn).toBe(addDays(period.closesOn, 1));
      expect(previousPeriod(next)).toEqual(period);
      ids.add(period.id);
      period = next;
    }
    expect(ids.size).toBe(300);
  });

  it('lasts 7, 14, or 28 to 31 days', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const length = (rhythm: Rhythm) => {
          const { opensOn: from, closesOn: to } = periodOf(on, rhythm);
          return spanDays({ from, to });
        };
        expect([length('weekly'), length('two-weekly')]).toEqual([7, 14]);
        expect([28, 29, 30, 31]).toContain(length('monthly'));
      }),
    );
  });
});
