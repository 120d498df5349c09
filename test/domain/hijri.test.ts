import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/domain/day';
import { spanDays } from '../../src/domain/day-span';
import { feastOn, hijriDate, hijriMonthStart, isRamadan, ramadanOf } from '../../src/domain/hijri';
import { day, someDay } from './support/days';

describe('the Hijri calendar', () => {
  it.each([
    ['1 Rajab 1448', 7, '2026-12-10'],
    ["1 Sya'ban 1448", 8, '2027-01-09'],
    ['1 Ramadan 1448', 9, '2027-02-08'],
    ['1 Syawal 1448', 10, '2027-03-09'],
  ])('computes %s', (_name, month, startsOn) => {
    expect(hijriMonthStart({ year: 1448, month })).toBe(startsOn);
    expect(hijriDate(day(startsOn))).toEqual({ year: 1448, month, day: 1 });
  });

  it('knows the days of Ramadan 1448', () => {
    expect(ramadanOf(1448)).toEqual({ from: '2027-02-08', to: '2027-03-08' });
    expect(isRamadan(day('2027-02-07'))).toBe(false);
    expect(isRamadan(day('2027-02-08'))).toBe(true);
    expect(isRamadan(day('2027-03-08'))).toBe(true);
    expect(isRamadan(day('2027-03-09'))).toBe(false);
  });

  it('computes 10 Syawal 1448 and the feasts of 1447 and 1448', () => {
    expect(hijriDate(day('2027-03-18'))).toEqual({ year: 1448, month: 10, day: 10 });
    const feasts = Array.from({ length: 730 }, (_, n) => addDays(day('2026-01-01'), n))
      .filter((each) => feastOn(each))
      .map((each) => `${each} ${String(feastOn(each))}`);
    expect(feasts).toEqual([
      '2026-03-20 Idulfitri',
      '2026-03-21 Idulfitri',
      '2026-05-27 Iduladha',
      '2027-03-09 Idulfitri',
      '2027-03-10 Idulfitri',
      '2027-05-16 Iduladha',
    ]);
  });

  it('starts every month of 200 years on its first day, 29 or 30 days after the one before', () => {
    for (let year = 1400; year < 1500; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        const start = hijriMonthStart({ year, month });
        const next =
          month === 12
            ? hijriMonthStart({ year: year + 1, month: 1 })
            : hijriMonthStart({ year, month: month + 1 });
        expect(hijriDate(start)).toEqual({ year, month, day: 1 });
        expect([29, 30]).toContain(daysBetween(start, next));
      }
  });
});

describe('an announced month', () => {
  const later = [{ year: 1448, month: 9, startsOn: day('2027-02-09') }];
  const earlier = [{ year: 1448, month: 10, startsOn: day('2027-03-08') }];

  it('moves the first of Ramadan a day later and lengthens the month before', () => {
    expect(ramadanOf(1448, later)).toEqual({ from: '2027-02-09', to: '2027-03-08' });
    expect(hijriDate(day('2027-02-08'), later)).toEqual({ year: 1448, month: 8, day: 31 });
    expect(hijriDate(day('2027-02-09'), later)).toEqual({ year: 1448, month: 9, day: 1 });
    expect(isRamadan(day('2027-02-08'), later)).toBe(false);
  });

  it('moves the feast a day earlier', () => {
    expect(spanDays(ramadanOf(1448, earlier))).toBe(28);
    expect(feastOn(day('2027-03-08'), earlier)).toBe('Idulfitri');
    expect(feastOn(day('2027-03-10'), earlier)).toBeUndefined();
    expect(isRamadan(day('2027-03-08'), earlier)).toBe(false);
  });

  it('leaves Ramadan and the date in agreement on every day', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.constantFrom([], later, earlier, [...later, ...earlier]),
        (each, announced) =>
          isRamadan(each, announced) === (hijriDate(each, announced).month === 9),
      ),
    );
  });
});
