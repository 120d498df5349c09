import { isoWeekday, type Day } from './day';
import { offsetMinutes } from './zone';

export { zoneLabel } from './zone';

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** The Indonesian names of the months, January first. */
export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const shortMonths = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ');

/** The Indonesian name of a day of the week: 1 is 'Senin', 7 is 'Minggu'. */
export const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? '';

const parts = (day: string) => ({
  year: day.slice(0, 4),
  month: Number(day.slice(5, 7)) - 1,
  date: Number(day.slice(8, 10)),
});

/** A day in full: 'Senin, 23 November 2026'. */
export const longDay = (day: Day): string =>
  `${weekdayName(isoWeekday(day))}, ${parts(day).date} ${monthName(day.slice(0, 7))}`;

/** A day in short: '23 Nov 2026'. */
export function shortDay(day: Day): string {
  const { year, month, date } = parts(day);
  return `${date} ${shortMonths[month] ?? ''} ${year}`;
}

/** A month given as 'YYYY-MM': 'November 2026'. */
export function monthName(month: string): string {
  const { year, month: index } = parts(month);
  return `${monthNames[index] ?? ''} ${year}`;
}

/** The time on the clock at `now` in the IANA `zone`, with the Indonesian point: '08.30'. */
export function clockTime(now: Date, zone: string): string {
  const local = new Date(now.getTime() + offsetMinutes(now, zone) * 60_000).toISOString();
  return local.slice(11, 16).replace(':', '.');
}
