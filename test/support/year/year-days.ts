/** A day as 'YYYY-MM-DD'; the year's own arithmetic, made without that of the bot it is to judge. */
export type YearDay = string;

const dayMs = 86_400_000;
/** Tanah Grogot keeps eight hours ahead of UTC all year. */
const aheadMs = 8 * 3_600_000;

const asUtc = (day: YearDay) => Date.parse(`${day}T00:00:00Z`);
const utcDay = (ms: number): YearDay => new Date(ms).toISOString().slice(0, 10);

export const plus = (day: YearDay, days: number): YearDay => utcDay(asUtc(day) + days * dayMs);
export const daysFrom = (from: YearDay, to: YearDay): number => (asUtc(to) - asUtc(from)) / dayMs;
/** The instant at which clocks in Tanah Grogot show '2026-12-02 09:10'. */
export const instant = (local: string): Date =>
  new Date(Date.parse(`${local.replace(' ', 'T')}:00Z`) - aheadMs);
export const dayOf = (at: Date): YearDay => utcDay(at.getTime() + aheadMs);
/** What clocks in Tanah Grogot show, as '09:10'. */
export const timeOf = (at: Date): string =>
  new Date(at.getTime() + aheadMs).toISOString().slice(11, 16);
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: YearDay): number => (daysFrom('2026-11-23', day) % 7) + 1;

/** Every day of the played year. */
export const firstDay: YearDay = '2026-11-23';
export const lastDay: YearDay = '2027-11-22';
export const everyDay: readonly YearDay[] = Array.from(
  { length: daysFrom(firstDay, lastDay) + 1 },
  (_, n) => plus(firstDay, n),
);

interface Named {
  readonly on: YearDay;
  readonly name: string;
}

const named = (entries: Readonly<Record<YearDay, string>>): readonly Named[] =>
  Object.entries(entries).map(([on, name]) => ({ on, name }));

/** The decree of 2027 as the dinas enters it in the play; the true one was not out when this was written. */
export const decree2027 = {
  decree: 'Perkiraan Hari Libur Nasional dan Cuti Bersama Tahun 2027',
  holidays: named({
    '2027-01-01': 'Tahun Baru Masehi',
    '2027-01-05': 'Isra Mikraj',
    '2027-02-06': 'Tahun Baru Imlek',
    '2027-03-08': 'Hari Suci Nyepi',
    '2027-03-10': 'Idulfitri 1448 H',
    '2027-03-11': 'Idulfitri 1448 H',
    '2027-03-26': 'Wafat Yesus Kristus',
    '2027-05-01': 'Hari Buruh Internasional',
    '2027-05-06': 'Kenaikan Yesus Kristus',
    '2027-05-17': 'Iduladha 1448 H',
    '2027-05-20': 'Hari Raya Waisak',
    '2027-06-01': 'Hari Lahir Pancasila',
    '2027-06-06': 'Tahun Baru Islam 1449 H',
    '2027-08-15': 'Maulid Nabi Muhammad',
    '2027-08-17': 'Proklamasi Kemerdekaan',
    '2027-12-25': 'Kelahiran Yesus Kristus',
  }),
  jointLeave: named({
    '2027-03-09': 'Cuti bersama Idulfitri',
    '2027-03-12': 'Cuti bersama Idulfitri',
    '2027-03-15': 'Cuti bersama Idulfitri',
    '2027-05-07': 'Cuti bersama Kenaikan Yesus Kristus',
    '2027-05-18': 'Cuti bersama Iduladha',
    '2027-05-21': 'Cuti bersama Waisak',
  }),
};

/** Days off that are announced when the year is under way. */
export const lateDaysOff = {
  joint: { on: '2027-06-07', name: 'Cuti bersama Tahun Baru Islam' },
  local: { on: '2027-11-08', name: 'Hari jadi kabupaten' },
} as const;

/** Every day off from the first to the last day of the year, as it was known on that day. */
const daysOff: ReadonlySet<YearDay> = new Set([
  ...['2026-12-24', '2026-12-25'],
  ...[...decree2027.holidays, ...decree2027.jointLeave].map(({ on }) => on),
  ...[lateDaysOff.joint.on, lateDaysOff.local.on],
]);

/** As announced: a day later than the calculated end. */
export const ramadan = { from: '2027-02-08', to: '2027-03-09' } as const;

export interface Days {
  readonly from: YearDay;
  readonly to: YearDay;
}

export const holds = ({ from, to }: Days, day: YearDay): boolean => day >= from && day <= to;
const isPaused = (day: YearDay, pauses: readonly Days[]) => pauses.some((one) => holds(one, day));

export const isWorkingDay = (day: YearDay): boolean => weekdayOf(day) <= 5 && !daysOff.has(day);
/** A day on which managers may be written to: Monday to Thursday, no holiday, no leave of their own. */
export const isManagersDay = (day: YearDay, leaves: readonly Days[] = []): boolean =>
  weekdayOf(day) <= 4 && !daysOff.has(day) && !isPaused(day, leaves);

/** The `n`th working day after a day, leaves not counted. */
export function workingDaysAfter(day: YearDay, n: number, leaves: readonly Days[] = []): YearDay {
  let reached = day;
  for (let left = n; left > 0;) {
    reached = plus(reached, 1);
    if (isWorkingDay(reached) && !isPaused(reached, leaves)) left -= 1;
  }
  return reached;
}

/** Days after `since` up to and including `day` that are no leave. */
export function effectiveDays(since: YearDay, day: YearDay, leaves: readonly Days[]): number {
  let count = 0;
  for (let each = plus(since, 1); each <= day; each = plus(each, 1))
    if (!isPaused(each, leaves)) count += 1;
  return count;
}
