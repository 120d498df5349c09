import type { Day } from './day';

/** A day with the name people know it by, in Indonesian. */
export interface NamedDay {
  readonly on: Day;
  readonly name: string;
}

/** The days off of one year as the joint decree of three ministers (SKB 3 Menteri) lists them. */
export interface HolidayYear {
  readonly decree: string;
  readonly holidays: readonly NamedDay[];
  /** Cuti bersama: the office is closed; the head of a private body decides for it. */
  readonly jointLeave: readonly NamedDay[];
}

const named = (on: string, name: string): NamedDay => ({ on: on as Day, name });

/** The 17 holidays and 8 days of cuti bersama of 2026 (SKB 1497/2, 2/5 of 2025; domain.md 5). */
export const holidays2026: HolidayYear = {
  decree: 'SKB 3 Menteri tentang Hari Libur Nasional dan Cuti Bersama Tahun 2026',
  holidays: [
    named('2026-01-01', 'Tahun Baru 2026 Masehi'),
    named('2026-01-16', 'Isra Mikraj'),
    named('2026-02-17', 'Tahun Baru Imlek'),
    named('2026-03-19', 'Hari Suci Nyepi'),
    named('2026-03-21', 'Idulfitri 1447 H'),
    named('2026-03-22', 'Idulfitri 1447 H'),
    named('2026-04-03', 'Wafat Yesus Kristus'),
    named('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
    named('2026-05-01', 'Hari Buruh Internasional'),
    named('2026-05-14', 'Kenaikan Yesus Kristus'),
    named('2026-05-27', 'Iduladha 1447 H'),
    named('2026-05-31', 'Hari Raya Waisak'),
    named('2026-06-01', 'Hari Lahir Pancasila'),
    named('2026-06-16', 'Tahun Baru Islam 1448 H'),
    named('2026-08-17', 'Proklamasi Kemerdekaan'),
    named('2026-08-25', 'Maulid Nabi Muhammad'),
    named('2026-12-25', 'Kelahiran Yesus Kristus (Natal)'),
  ],
  jointLeave: [
    named('2026-02-16', 'Cuti bersama Imlek'),
    named('2026-03-18', 'Cuti bersama Nyepi'),
    named('2026-03-20', 'Cuti bersama Idulfitri'),
    named('2026-03-23', 'Cuti bersama Idulfitri'),
    named('2026-03-24', 'Cuti bersama Idulfitri'),
    named('2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'),
    named('2026-05-28', 'Cuti bersama Iduladha'),
    named('2026-12-24', 'Cuti bersama Natal'),
  ],
};

/** Holidays that fall on the same date every year, by 'MM-DD'. */
export const fixedHolidays: ReadonlyMap<string, string> = new Map([
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus (Natal)'],
]);
