import fc from 'fast-check';
import {
  addWorkingDays,
  afterPauses,
  calendarOf,
  dayOff,
  editedFacts,
  isHoliday,
  isWorkingDay,
  knownFacts,
  workingDaysBetween,
} from '../../src/domain/calendar';
import { addDays, isoWeekday } from '../../src/domain/day';
import { holidays2026 } from '../../src/domain/holidays';
import { day, daySpans, someDay } from './support/days';

const calendar = calendarOf();

describe('the calendar of 2026', () => {
  it('has the 17 holidays and 8 days of cuti bersama of the decree, each a real date of that year', () => {
    const { holidays, jointLeave } = holidays2026;
    const dates = [...holidays, ...jointLeave].map(({ on }) => on);
    expect([holidays.length, jointLeave.length]).toEqual([17, 8]);
    expect(new Set(dates).size).toBe(25);
    expect(dates.map(day).every((on) => on.startsWith('2026-'))).toBe(true);
  });

  it.each([
    ['2026-12-24', { kind: 'joint-leave', name: 'Cuti bersama Natal', estimate: false }],
    ['2026-08-17', { kind: 'holiday', name: 'Proklamasi Kemerdekaan', estimate: false }],
    ['2026-12-23', undefined],
  ])('says why %s is off', (on, off) => {
    expect(dayOff(day(on), calendar)).toEqual(off);
  });

  it('calls cuti bersama no holiday and no working day', () => {
    expect(isHoliday(day('2026-12-24'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-12-24'), calendar)).toBe(false);
    expect(isHoliday(day('2026-12-25'), calendar)).toBe(true);
  });

  it('has no work at the weekend', () => {
    expect(isWorkingDay(day('2026-11-27'), calendar)).toBe(true);
    expect(isWorkingDay(day('2026-11-28'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-11-29'), calendar)).toBe(false);
  });
});

describe('a year without a decree', () => {
  it('assumes the fixed dates alone, marked as an estimate', () => {
    const off = Array.from({ length: 365 }, (_, n) => addDays(day('2027-01-01'), n)).filter(
      (each) => dayOff(each, calendar),
    );
    expect(off).toEqual(['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25']);
    expect(dayOff(day('2027-08-17'), calendar)?.estimate).toBe(true);
  });

  it('is estimated no longer once the decree is entered', () => {
    const edited = calendarOf(
      editedFacts({
        years: {
          '2027': {
            decree: 'SKB 2027',
            holidays: [{ on: day('2027-03-10'), name: 'Idulfitri 1448 H' }],
            jointLeave: [],
          },
        },
        localDaysOff: [{ on: day('2027-11-24'), name: 'Pilkada' }],
      }),
    );
    expect(dayOff(day('2027-03-10'), edited)?.name).toBe('Idulfitri 1448 H');
    expect(dayOff(day('2027-08-17'), edited)).toBeUndefined();
    expect(dayOff(day('2027-11-24'), edited)).toMatchObject({ kind: 'holiday', name: 'Pilkada' });
    expect(isHoliday(day('2026-12-25'), edited)).toBe(true);
  });

  it('lets an edited month win over one that was known', () => {
    const month = { year: 1448, month: 9 };
    const known = { ...knownFacts, hijriMonths: [{ ...month, startsOn: day('2027-02-08') }] };
    const edited = editedFacts({ hijriMonths: [{ ...month, startsOn: day('2027-02-09') }] }, known);
    expect(edited.hijriMonths[0]?.startsOn).toBe('2027-02-09');
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-28', 0, '2026-11-28'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-30', 2, '2027-01-04'],
  ])('from %s count %d to %s', (from, n, to) => {
    expect(addWorkingDays(day(from), n, calendar)).toBe(to);
  });

  it('stand still in pauses', () => {
    const pause = [{ from: day('2026-11-24'), to: day('2026-11-26') }];
    expect(addWorkingDays(day('2026-11-23'), 1, calendar, pause)).toBe('2026-11-27');
    expect(workingDaysBetween(day('2026-11-23'), day('2026-11-27'), calendar, pause)).toBe(1);
    expect(afterPauses(day('2026-11-25'), pause)).toBe('2026-11-27');
  });

  it('refuse a number that is none, and a calendar without work', () => {
    expect(() => addWorkingDays(day('2026-11-23'), -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingDays(day('2026-11-23'), 1.5, calendar)).toThrow(RangeError);
    const off = Array.from({ length: 800 }, (_, n) => ({
      on: addDays(day('2026-01-01'), n),
      name: 'x',
    }));
    const never = calendarOf(editedFacts({ localDaysOff: off }));
    expect(() => addWorkingDays(day('2026-11-23'), 1, never)).toThrow('No working day');
  });

  it('between a day and the nth working day after it are n, and that day is one', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), daySpans, (from, n, pauses) => {
        const to = addWorkingDays(from, n, calendar, pauses);
        expect(workingDaysBetween(from, to, calendar, pauses)).toBe(n);
        expect(isWorkingDay(to, calendar) && isoWeekday(to) <= 5).toBe(true);
        expect(afterPauses(to, pauses)).toBe(to);
      }),
    );
  });

  it('between a day and an earlier one are none', () => {
    expect(workingDaysBetween(day('2026-11-24'), day('2026-11-23'), calendar)).toBe(0);
  });
});
