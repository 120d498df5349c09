import { DAY_MS } from './time-zone';

/** The days that passed since the beginning of a date's year, counting from 1. */
export function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
}

/** Monday is 1, Sunday 7. */
export function isoDay(local: Date): number {
  return local.getUTCDay() || 7;
}

/** The ISO year and week of a date: weeks begin on Monday, the first holds the year's first Thursday. */
export function isoWeek(local: Date): { year: number; week: number } {
  const thursday = new Date(local.getTime() + (4 - isoDay(local)) * DAY_MS);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

/** The week of the year with weeks beginning on Sunday; days before the first Sunday are week 0. */
export function sundayWeek(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

function offsetText(minutes: number): string {
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(ahead / 60), 2)}${pad(ahead % 60, 2)}`;
}

type Part = (local: Date, offsetMinutes: number) => string;

const FORMATS: Readonly<Record<string, Part>> = {
  Y: (local) => pad(local.getUTCFullYear(), 4),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  d: (local) => pad(local.getUTCDate(), 2),
  H: (local) => pad(local.getUTCHours(), 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  j: (local) => pad(dayOfYear(local), 3),
  u: (local) => String(isoDay(local)),
  w: (local) => String(local.getUTCDay() + 1),
  G: (local) => pad(isoWeek(local).year, 4),
  V: (local) => pad(isoWeek(local).week, 2),
  U: (local) => pad(sundayWeek(local), 2),
  b: (local) => MONTHS[local.getUTCMonth()]?.slice(0, 3) ?? '',
  B: (local) => MONTHS[local.getUTCMonth()] ?? '',
  z: (_local, offset) => offsetText(offset),
  Z: (_local, offset) => String(offset),
  '%': () => '%',
};

/** Writes a local time by a format of `$dateToString`; undefined where the format has an unknown sign. */
export function formatDate(local: Date, format: string, offsetMinutes: number): string | undefined {
  const signs = [...format.matchAll(/%(.?)/gs)].map(([, sign = '']) => sign);
  if (signs.some((sign) => !Object.hasOwn(FORMATS, sign))) return undefined;
  return format.replace(
    /%(.)/gs,
    (_all, sign: string) => FORMATS[sign]?.(local, offsetMinutes) ?? '',
  );
}
