import { addDays, dayOf, daysBetween, isoWeekday, type Day } from './day';
import { longDay, monthNames } from './indonesian-dates';
import { understood, unclear, type Reading } from './reading';
import { plainly } from './typed-text';

/** How far back a past day may lie, in days: a year and a month of catching up. */
export const pastDayLimit = 400;

/**
 * Which year a date without one belongs to: the last such date, or the one closest to today. Where only
 * what lies ahead is meant, a weekday or the number of a day alone is the coming one, too.
 */
export type Yearless = 'past' | 'nearest' | 'ahead';

const daysFromToday: ReadonlyMap<string, number> = new Map([
  ['hari ini', 0],
  ['sekarang', 0],
  ['tadi', 0],
  ['tadi pagi', 0],
  ['kemarin', -1],
  ['kemaren', -1],
  ['kemarin lusa', -2],
  ['kemarin dulu', -2],
  ['besok', 1],
  ['esok', 1],
  ['lusa', 2],
  ['besok lusa', 2],
]);

/** Spellings people use beside the full name and its first three letters. */
const otherSpellings: Readonly<Record<string, number>> = {
  pebruari: 2,
  peb: 2,
  may: 5,
  ags: 8,
  agt: 8,
  agst: 8,
  aug: 8,
  sept: 9,
  oct: 10,
  nop: 11,
  nopember: 11,
  dec: 12,
};

function monthNumber(name: string): number | undefined {
  const index = monthNames.findIndex((month) => [month, month.slice(0, 3)].some(sameAs(name)));
  return index === -1 ? otherSpellings[name] : index + 1;
}

const sameAs = (name: string) => (other: string) => other.toLowerCase() === name;

interface Written {
  readonly date: number;
  readonly month: number;
  readonly year?: number;
}

const iso = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})$/;
const numbers = /^(?<date>\d{1,2}) ?[-/. ] ?(?<month>\d{1,2})(?: ?[-/. ] ?(?<year>\d{4}|\d{2}))?$/;
const named = /^(?<date>\d{1,2})[-/. ]*(?<month>[a-z]+)(?:[-/., ]+(?<year>\d{4}|\d{2}))?$/;
const weekday = "(?:hari )?(?<weekday>senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)";
const lead = new RegExp(`^(?:${weekday},? )?(?:tanggal |tgl\\.? ?)?`);
const weekdayAlone = new RegExp(`^${weekday}(?: depan)?$`);
const numberAlone = /^(?:tanggal |tgl\.? ?)?(?<date>\d{1,2})$/;
const withClock =
  /^(?<day>.+?)(?:t|,? )(?:pukul |jam )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?wi(?:b|ta|t))?$/;

function written(text: string): Written | undefined {
  const groups = (iso.exec(text) ?? numbers.exec(text) ?? named.exec(text))?.groups;
  if (!groups) return undefined;
  const { date = '', month = '', year } = groups;
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  if (number === undefined) return undefined;
  return { date: Number(date), month: number, ...(year && { year: fullYear(year) }) };
}

const fullYear = (year: string): number => Number(year) + (year.length === 2 ? 2000 : 0);

/** 29 February comes back only every fourth year, across a century's end every eighth. */
const yearsToLookBack = 8;

function inSomeYear({ date, month }: Written, today: Day, yearless: Yearless): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  const last = yearless === 'past' ? thisYear : thisYear + 1;
  const candidates = Array.from({ length: yearsToLookBack + 1 }, (_, back) =>
    dayOf(last - back, month, date),
  ).filter((day) => day !== undefined);
  if (yearless === 'past') return candidates.find((day) => day <= today);
  const distance = (day: Day) => Math.abs(daysBetween(today, day));
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

const example = (today: Day): string => longDay(today).replace(/^.*, /, '');

const missing = (today: Day): string =>
  `Mohon maaf, tanggalnya belum terbaca. Silakan ketik tanggal, bulan, dan tahun, misalnya: ${example(today)}.`;

const monthless = (today: Day): string =>
  `Mohon maaf, bulannya belum kami ketahui. Silakan ketik beserta bulannya, misalnya: ${example(today)}.`;

const timed = (today: Day): string =>
  `Mohon maaf, di sini cukup tanggalnya, tanpa jam, misalnya: ${example(today)}.`;

const unreal = (today: Day): string =>
  `Mohon maaf, tanggal itu tidak ada di kalender. Silakan ketik tanggal lebih dulu, lalu bulannya, misalnya: ${example(today)}.`;

/**
 * Reads a day as Indonesians write it, day before month: 'kemarin', '23/11/2026', '23 nov'.
 *
 * Without a year it is the last such date not after `today`, or, for days that may lie ahead
 * (`yearless` 'nearest' or 'ahead'), the one closest to `today`. Two-digit years belong to this century.
 */
export function readDay(text: string, today: Day, yearless: Yearless = 'past'): Reading<Day> {
  const said = plainly(text).replace(/[.!,]+$/, '');
  const offset = daysFromToday.get(said);
  if (offset !== undefined) return understood(addDays(today, offset));

  const coming = yearless === 'ahead' ? comingDay(said, today) : undefined;
  if (coming !== undefined) return understood(coming);

  const bare = said.replace(lead, '');
  const parts = written(bare);
  if (!parts) return unclear(whyUnread(bare, today));
  const { year, month, date } = parts;
  const day =
    year === undefined ? inSomeYear(parts, today, yearless) : inThisCentury(year, month, date);
  return day ? understood(day) : unclear(unreal(today));
}

const mostMonthsAhead = 12;

/** The next such weekday after today, or the next such day of a month. */
function comingDay(said: string, today: Day): Day | undefined {
  const name = weekdayAlone.exec(said)?.groups?.['weekday'];
  if (name !== undefined) {
    const days = (weekdayOf(name) - isoWeekday(today) + 7) % 7;
    return addDays(today, days === 0 ? 7 : days);
  }
  const date = Number(numberAlone.exec(said)?.groups?.['date'] ?? 0);
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: mostMonthsAhead }, (_, ahead) => month - 1 + ahead)
    .map((index) => dayOf(year + Math.floor(index / 12), (index % 12) + 1, date))
    .find((day) => day !== undefined && day >= today);
}

const weekdayNames = ['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu'];
const weekdayOf = (name: string): number =>
  weekdayNames.indexOf(name === 'ahad' ? 'minggu' : name.replace("'", '')) + 1;

function whyUnread(said: string, today: Day): string {
  if (/^\d{1,2}$/.test(said))
    return Number(said) >= 1 && Number(said) <= 31 ? monthless(today) : unreal(today);
  const day = withClock.exec(said)?.groups?.['day'];
  return day !== undefined && written(day) ? timed(today) : missing(today);
}

const inThisCentury = (year: number, month: number, date: number): Day | undefined =>
  year >= 2000 && year < 2100 ? dayOf(year, month, date) : undefined;

/** Reads a day that is not after `today` and at most 400 days before it. */
export function readPastDay(text: string, today: Day): Reading<Day> {
  const reading = readDay(text, today);
  if (!reading.ok) return reading;
  const why = whyNotPast(reading.value, today);
  return why === undefined ? reading : unclear(why);
}

/** Why `day` cannot be the day of something that already happened, or undefined when it can. */
export function whyNotPast(day: Day, today: Day): string | undefined {
  if (day > today)
    return `Mohon maaf, ${longDay(day)} belum tiba. Silakan pilih hari ini atau hari sebelumnya, misalnya: ${example(today)}.`;
  if (daysBetween(day, today) > pastDayLimit)
    return `Mohon maaf, ${longDay(day)} sudah lebih dari setahun yang lalu. Silakan periksa tahunnya, misalnya: ${example(today)}.`;
  return undefined;
}
