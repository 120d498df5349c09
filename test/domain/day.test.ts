import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asDay,
  dayAt,
  dayOf,
  daysBetween,
  firstOfMonth,
  isoWeekday,
  startOfDay,
  type Day,
} from '../../src/domain/day';

const day = (text: string): Day => asDay(text)!;
const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1990-01-01'), n));

describe('a day', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1999-12-31'])('is read from %s', (text) => {
    expect(asDay(text)).toBe(text);
  });

  it.each([
    ['2026-02-30'],
    ['2026-02-29'],
    ['1900-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-11-00'],
    ['2026-11-31'],
    ['2026-1-3'],
    ['26-11-23'],
    ['23-11-2026'],
    [' 2026-11-23'],
    ['2026-11-23\n'],
    ['2026-11-23T00:00'],
    ['+002026-11-23'],
    ['٢٠٢٦-11-23'],
    [''],
  ])('is not read from %j', (text) => {
    expect(asDay(text)).toBeUndefined();
  });

  it('is made of year, month and date only where the calendar has it', () => {
    expect(dayOf(2026, 3, 5)).toBe('2026-03-05');
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(dayOf(2026, 0, 1)).toBeUndefined();
  });

  it.each([
    ['Asia/Makassar', '2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['Asia/Makassar', '2026-11-22T16:00:00Z', '2026-11-23'],
    ['Asia/Jakarta', '2026-11-22T16:59:59Z', '2026-11-22'],
    ['Asia/Jakarta', '2026-11-22T17:00:00Z', '2026-11-23'],
    ['Asia/Jayapura', '2026-11-22T15:00:00Z', '2026-11-23'],
    ['UTC', '2026-11-22T23:59:59Z', '2026-11-22'],
    ['America/New_York', '2026-11-23T04:59:59Z', '2026-11-22'],
    ['America/New_York', '2026-07-01T04:00:00Z', '2026-07-01'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
  ])('in %s at %s is %s', (zone, instant, expected) => {
    expect(dayAt(new Date(instant), zone)).toBe(expected);
  });

  it('is not known in a zone that does not exist', () => {
    expect(() => dayAt(new Date(0), 'Asia/Paser')).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it.each([
    ['2026-11-23', 8, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %d more is %s', (from, n, to) => {
    expect(addDays(day(from), n)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(n);
  });

  it('there and back again is the same day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (from, n) => {
        expect(addDays(addDays(from, n), -n)).toBe(from);
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-27', 5],
    ['2026-11-29', 7],
    ['1990-01-01', 1],
    ['2024-02-29', 4],
  ])('%s is weekday %d', (text, weekday) => {
    expect(isoWeekday(day(text))).toBe(weekday);
  });

  it.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %d months is %s', (from, n, to) => {
    expect(addMonths(day(from), n)).toBe(to);
  });

  it('knows the first day of a month', () => {
    expect(firstOfMonth(day('2026-11-23'))).toBe('2026-11-01');
  });
});

describe('the start of a day', () => {
  it.each([
    ['Asia/Makassar', '2026-11-23', '2026-11-22T16:00:00.000Z'],
    ['Asia/Jakarta', '2026-11-23', '2026-11-22T17:00:00.000Z'],
    ['America/New_York', '2026-07-01', '2026-07-01T04:00:00.000Z'],
    // Clocks go forward at midnight in Beirut: that day begins at 01.00.
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    // They go back to 23.00 at midnight: the day begins an hour later than it seemed.
    ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    // In Havana 00.00 comes twice that night; the first one counts.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ])('in %s of %s is %s', (zone, text, expected) => {
    expect(startOfDay(day(text), zone).toISOString()).toBe(expected);
  });

  it('is the first instant of that day, in every zone', () => {
    const zones = ['Asia/Makassar', 'Asia/Jayapura', 'America/Havana', 'Asia/Beirut'];
    const years = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(day('2020-01-01'), n));
    fc.assert(
      fc.property(fc.constantFrom(...zones), years, (zone, some) => {
        const start = startOfDay(some, zone).getTime();
        expect(dayAt(new Date(start), zone)).toBe(some);
        expect(dayAt(new Date(start - 1), zone)).toBe(addDays(some, -1));
      }),
    );
  });
});
