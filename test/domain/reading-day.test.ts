import fc from 'fast-check';
import { addDays, asDay, type Day } from '../../src/domain/day';
import { longDay, shortDay } from '../../src/domain/indonesian-dates';
import { readDay, readPastDay } from '../../src/domain/reading-day';

const today = asDay('2026-11-23')!; // a Monday
const read = (text: string) => readDay(text, today);

describe('reading a day', () => {
  it.each([
    ['hari ini', '2026-11-23'],
    ['Hari  Ini.', '2026-11-23'],
    ['kemarin', '2026-11-22'],
    ['KEMAREN', '2026-11-22'],
    ['kemarin lusa', '2026-11-21'],
    ['besok', '2026-11-24'],
    ['lusa', '2026-11-25'],
    ['23/11/2026', '2026-11-23'],
    ['3/4/2026', '2026-04-03'],
    ['05/12/2025', '2025-12-05'],
    ['23-11-26', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['23 11 2026', '2026-11-23'],
    ['23 / 11 / 2026', '2026-11-23'],
    ['23 November 2026', '2026-11-23'],
    ['Senin, 23 November 2026', '2026-11-23'],
    ["jum'at 20 november 2026", '2026-11-20'],
    ['tgl 23 nov 2026', '2026-11-23'],
    ['tanggal 1 Mei 2026', '2026-05-01'],
    ['17 agt 2026', '2026-08-17'],
    ['17agustus2026', undefined],
    ['17agustus 2026', '2026-08-17'],
    ['3 Pebruari 2026', '2026-02-03'],
    ['3 nopember 2026', '2026-11-03'],
    ['2026-11-23', '2026-11-23'],
    ['٢٣/١١/٢٠٢٦', '2026-11-23'],
    ['２３ nov ２０２６', '2026-11-23'],
    ['\u200f23/11/2026\u00a0', '2026-11-23'],
  ])('understands %j as %s', (text, expected) => {
    const reading = read(text);
    expect(reading.ok ? reading.value : undefined).toBe(expected);
  });

  it.each([
    ['23 nov', '2026-11-23'],
    ['24 nov', '2025-11-24'],
    ['31/12', '2025-12-31'],
    ['1 Januari', '2026-01-01'],
    ['29 feb', '2024-02-29'],
  ])('takes %j without a year as the last such date, %s', (text, expected) => {
    expect(read(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['24 nov', '2026-11-24'],
    ['5 januari', '2027-01-05'],
    ['1 november', '2026-11-01'],
    ['10 juni', '2026-06-10'],
  ])('takes %j without a year as %s where it may lie ahead', (text, expected) => {
    expect(readDay(text, today, 'nearest')).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['senin', '2026-11-30'],
    ['Selasa', '2026-11-24'],
    ["hari Jum'at depan", '2026-11-27'],
    ['ahad', '2026-11-29'],
    ['23', '2026-11-23'],
    ['5', '2026-12-05'],
    ['tanggal 31', '2026-12-31'],
    ['24 nov', '2026-11-24'],
    ['1 november', '2026-11-01'],
    ['besok', '2026-11-24'],
  ])('takes %j as %s where only what lies ahead is meant', (text, expected) => {
    expect(readDay(text, today, 'ahead')).toEqual({ ok: true, value: expected });
  });

  it.each(['0', '32', 'minggu depan lagi', 'senin 5'])(
    'explains %j where only what lies ahead is meant',
    (text) => {
      expect(readDay(text, today, 'ahead')).toMatchObject({ ok: false });
    },
  );

  it('finds the coming 30th in a leap of months', () => {
    expect(readDay('30', asDay('2027-01-31')!, 'ahead')).toMatchObject({ value: '2027-03-30' });
  });

  it.each([
    ['0', 'tidak ada di kalender'],
    ['32', 'tidak ada di kalender'],
    ['31', 'beserta bulannya'],
    ['senin', 'belum terbaca'],
    ['2026-12-01 09:00', 'cukup tanggalnya, tanpa jam'],
    ['1 Des 2026 pukul 09.00 WITA', 'cukup tanggalnya, tanpa jam'],
    ['30/02/2026', 'tidak ada di kalender'],
    ['29 feb 2026', 'tidak ada di kalender'],
    ['11/23/2026', 'tanggal lebih dulu'],
    ['31 april', 'tidak ada di kalender'],
    ['23/11/0026', 'tidak ada di kalender'],
    ['23', 'beserta bulannya'],
    ['tanggal 23', 'beserta bulannya'],
    ['', 'belum terbaca'],
    ['minggu lalu', 'belum terbaca'],
    ['23 movember 2026', 'belum terbaca'],
    ['1.250', 'belum terbaca'],
    ['23/11/2026 dan 24/11/2026', 'belum terbaca'],
    ['x'.repeat(10_000), 'belum terbaca'],
    ['1 '.repeat(5_000), 'belum terbaca'],
  ])('answers %j with one kind sentence and an example', (text, part) => {
    const reading = read(text);
    const why = reading.ok ? '' : reading.why;
    expect(why).toContain(part);
    expect(why).toMatch(/^Mohon maaf, .*misalnya: 23 November 2026\.$/);
  });

  it('reads back every day the way the bot writes it', () => {
    const days = fc.integer({ min: -3000, max: 3000 }).map((n) => addDays(today, n));
    const forms = [(day: Day) => day, longDay, shortDay] as const;
    fc.assert(
      fc.property(days, fc.constantFrom(...forms), (day, write) => {
        expect(read(write(day))).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('answers anything at all, and a day it gives is a real one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = read(text);
        if (reading.ok) expect(asDay(reading.value)).toBe(reading.value);
        else expect(reading.why).not.toBe('');
      }),
    );
  });
});

describe('reading a past day', () => {
  it.each(['hari ini', 'kemarin', '24 nov', '19/10/2025'])('accepts %j', (text) => {
    expect(readPastDay(text, today).ok).toBe(true);
  });

  it.each([
    ['besok', 'Selasa, 24 November 2026 belum tiba'],
    ['24/11/2026', 'belum tiba'],
    ['18/10/2025', 'lebih dari setahun'],
    ['23/11/2016', 'periksa tahunnya'],
    ['29 feb', 'lebih dari setahun'],
    ['kapan-kapan', 'belum terbaca'],
  ])('refuses %j kindly', (text, part) => {
    const reading = readPastDay(text, today);
    expect(reading).toEqual({ ok: false, why: expect.stringContaining(part) });
  });
});
