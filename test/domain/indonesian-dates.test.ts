import { asDay } from '../../src/domain/day';
import {
  clockTime,
  longDay,
  monthName,
  shortDay,
  weekdayName,
  zoneLabel,
} from '../../src/domain/indonesian-dates';

describe('dates in Indonesian', () => {
  it.each([
    ['2026-11-23', 'Senin, 23 November 2026', '23 Nov 2026'],
    ['2026-08-17', 'Senin, 17 Agustus 2026', '17 Agu 2026'],
    ['2026-05-01', 'Jumat, 1 Mei 2026', '1 Mei 2026'],
    ['2027-12-26', 'Minggu, 26 Desember 2027', '26 Des 2027'],
  ])('%s is %s or %s', (day, long, short) => {
    expect(longDay(asDay(day)!)).toBe(long);
    expect(shortDay(asDay(day)!)).toBe(short);
  });

  it('names a month with its year', () => {
    expect(monthName('2026-11')).toBe('November 2026');
    expect(monthName('2027-01')).toBe('Januari 2027');
  });

  it('names the days of the week from Monday to Sunday', () => {
    expect([1, 5, 7].map(weekdayName)).toEqual(['Senin', 'Jumat', 'Minggu']);
  });

  it.each([
    ['2026-11-23T00:30:00Z', 'Asia/Makassar', '08.30'],
    ['2026-11-23T16:05:59Z', 'Asia/Makassar', '00.05'],
    ['2026-11-23T00:30:00Z', 'Asia/Jakarta', '07.30'],
    ['2026-11-23T00:30:00Z', 'America/New_York', '19.30'],
  ])('at %s the clock in %s says %s', (instant, zone, expected) => {
    expect(clockTime(new Date(instant), zone)).toBe(expected);
  });

  it.each([
    ['Asia/Makassar', 'WITA'],
    ['Asia/Jakarta', 'WIB'],
    ['Asia/Pontianak', 'WIB'],
    ['Asia/Jayapura', 'WIT'],
    ['UTC', 'UTC'],
    ['Asia/Kuala_Lumpur', 'Asia/Kuala_Lumpur'],
  ])('%s is called %s', (zone, label) => {
    expect(zoneLabel(zone)).toBe(label);
  });
});
