import { offsetMinutes } from './zone';

declare const day: unique symbol;

/** A calendar day as 'YYYY-MM-DD', without time or zone; days compare as text. */
export type Day = string & { readonly [day]: true };

/** A day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const midnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOfUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

/** The day written in `text`, or undefined unless it is a real date as 'YYYY-MM-DD'. */
export function asDay(text: string): Day | undefined {
  if (!shape.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Engines differ on 30 February: some refuse it, some roll over to March.
  return !Number.isNaN(ms) && dayOfUtc(ms) === text ? dayOfUtc(ms) : undefined;
}

/** The day of that year, month (1–12) and day of the month, or undefined when there is none. */
export const dayOf = (year: number, month: number, date: number): Day | undefined =>
  asDay(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );

/** The day it is at `now` in the IANA `zone`. */
export const dayAt = (now: Date, zone: string): Day =>
  dayOfUtc(now.getTime() + offsetMinutes(now, zone) * minuteMs);

/** The day `n` days after `day`; `n` may be negative. */
export const addDays = (day: Day, n: number): Day => dayOfUtc(midnightUtc(day) + n * dayMs);

/** How many days `to` lies after `from`; negative when it lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  (midnightUtc(to) - midnightUtc(from)) / dayMs;

/** The day of the week: 1 is Monday, 7 is Sunday. */
export const isoWeekday = (day: Day): Weekday =>
  (((new Date(midnightUtc(day)).getUTCDay() + 6) % 7) + 1) as Weekday;

/** The first day of the month of `day`. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day;

/** The same date `n` months later (or earlier), or the last day of that month where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const first = new Date(midnightUtc(firstOfMonth(day)));
  const month = first.getUTCMonth() + n;
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), lastDate);
  return dayOfUtc(Date.UTC(first.getUTCFullYear(), month, date));
}

/**
 * The first instant of `day` in the IANA `zone`.
 *
 * Where clocks change around midnight a day may have no 00.00, or two; the offsets of the days
 * before and after give every instant that can be its first.
 */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = midnightUtc(day);
  const [first = midnight] = [midnight - dayMs, midnight + dayMs]
    .map((near) => midnight - offsetMinutes(new Date(near), zone) * minuteMs)
    .filter((start) => dayAt(new Date(start), zone) === day)
    .sort((a, b) => a - b);
  return new Date(first);
}
