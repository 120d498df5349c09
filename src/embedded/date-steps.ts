import { refuse } from './mongo-error';
import { DAY_MS, instantOf, localTime } from './time-zone';

const FIXED: Readonly<Record<string, number>> = {
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };
const REFERENCE = Date.UTC(2000, 0, 1);
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY =
  /^(mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?)$/i;

/** A step of time in a zone. */
export interface Step {
  readonly unit: string;
  readonly zone: string;
  readonly startOfWeek: string;
}

/** Refuses a unit of time MongoDB does not know (9). */
export function checkUnit(unit: string): void {
  if (!(unit in FIXED) && !(unit in MONTHS) && !(unit in DAYS))
    refuse(9, `unknown time unit value: ${unit}`);
}

const floorTo = (value: number, size: number): number => Math.floor(value / size) * size;

function monthNumber(local: number): number {
  const date = new Date(local);
  return (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth();
}

function firstOfMonth(number: number): number {
  return Date.UTC(2000, number, 1);
}

/** The first day of a week at or after the reference day, as days from it. */
function weekShift(startOfWeek: string): number {
  if (!WEEKDAY.test(startOfWeek)) return refuse(9, `unknown day of week value: ${startOfWeek}`);
  const start = WEEKDAYS.indexOf(startOfWeek.slice(0, 3).toLowerCase());
  return (start - new Date(REFERENCE).getUTCDay() + 7) % 7;
}

function daysFrom(local: number, { unit, startOfWeek }: Step): number {
  const days = Math.floor((local - REFERENCE) / DAY_MS);
  return unit === 'week' ? days - weekShift(startOfWeek) : days;
}

/** The beginning of the stretch of so many units that an instant lies in; stretches count from 2000-01-01. */
export function truncated(at: number, step: Step, size: number): number {
  const { unit, zone, startOfWeek } = step;
  const fixed = FIXED[unit];
  if (fixed !== undefined) {
    const reference = instantOf(zone, REFERENCE);
    return reference + floorTo(at - reference, fixed * size);
  }
  const local = localTime(zone, at);
  const months = MONTHS[unit];
  if (months !== undefined)
    return instantOf(zone, firstOfMonth(floorTo(monthNumber(local), months * size)));
  const shift = unit === 'week' ? weekShift(startOfWeek) : 0;
  const days = floorTo(daysFrom(local, step), (DAYS[unit] ?? 1) * size);
  return instantOf(zone, REFERENCE + (days + shift) * DAY_MS);
}

function addMonths(local: number, count: number): number {
  const date = new Date(local);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1);
  const next = new Date(first);
  const lastDay = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  return first + (day - 1) * DAY_MS + (((local % DAY_MS) + DAY_MS) % DAY_MS);
}

/** An instant so many units later; months and longer keep to the last day of the month, days to the zone's clock. */
export function added(at: number, { unit, zone }: Step, amount: number): number {
  const fixed = FIXED[unit];
  if (fixed !== undefined) return at + fixed * amount;
  const local = localTime(zone, at);
  const months = MONTHS[unit];
  if (months !== undefined) return instantOf(zone, addMonths(local, months * amount));
  return instantOf(zone, local + (DAYS[unit] ?? 1) * amount * DAY_MS);
}

function unitNumber(local: number, step: Step): number {
  const [fixed, months] = [FIXED[step.unit], MONTHS[step.unit]];
  if (fixed !== undefined) return Math.floor(local / fixed);
  if (months !== undefined) return Math.floor(monthNumber(local) / months);
  return Math.floor(daysFrom(local, step) / (DAYS[step.unit] ?? 1));
}

/** How many boundaries of a unit lie between two instants. */
export function boundaries(from: number, to: number, step: Step): number {
  return unitNumber(localTime(step.zone, to), step) - unitNumber(localTime(step.zone, from), step);
}
