import { ObjectId, Timestamp } from 'bson';
import { evalExpr } from 'mingo/core';
import { isDoc, toNumber, typeNameOf, type Doc } from './bson-value';
import { dayOfYear, formatDate, isoDay, isoWeek, sundayWeek } from './date-parts';
import { added, boundaries, checkUnit, truncated, type Step } from './date-steps';
import type { EvalOptions, Operator } from './exact-expressions';
import { refuse } from './mongo-error';
import { instantOf, localTime, offsetAt } from './time-zone';

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** The instant of a date, an ObjectId or a timestamp. */
function instant(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  if (value instanceof Timestamp) return value.t * 1000;
  return refuse(16006, `can't convert from BSON type ${typeNameOf(value)} to Date`);
}

function zoneOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return refuse(40517, `timezone must evaluate to a string, found ${typeNameOf(value)}`);
}

function fields(doc: unknown, operand: unknown, options: EvalOptions): Doc {
  const spec = isDoc(operand) ? operand : {};
  return Object.fromEntries(
    Object.entries(spec).map(([name, value]) => [name, evalExpr(doc, value, options)]),
  );
}

function isNamed(operand: unknown): boolean {
  return isDoc(operand) && 'date' in operand;
}

function part(read: (local: Date) => unknown): Operator {
  return (doc, operand, options) => {
    const [only] =
      Array.isArray(operand) && operand.length === 1 ? (operand as unknown[]) : [operand];
    const { date, timezone = 'UTC' } = isNamed(only)
      ? fields(doc, only, options)
      : { date: evalExpr(doc, only, options) };
    if (isNothing(date) || timezone === null) return null;
    return read(new Date(localTime(zoneOf(timezone), instant(date))));
  };
}

function stepOf({ unit, timezone = 'UTC', startOfWeek = 'sunday' }: Doc): Step | undefined {
  if ([unit, timezone, startOfWeek].some((value) => value === null) || unit === undefined)
    return undefined;
  if (typeof unit !== 'string' || typeof startOfWeek !== 'string')
    return refuse(5439013, 'unit and startOfWeek must be strings');
  checkUnit(unit);
  return { unit, zone: zoneOf(timezone), startOfWeek };
}

function whole(value: unknown, name: string): number {
  const number = toNumber(value);
  if (number === undefined || !Number.isInteger(number))
    return refuse(5439017, `${name} requires an integer, found ${typeNameOf(value)}`);
  return number;
}

const dateTrunc: Operator = (doc, operand, options) => {
  const given = fields(doc, operand, options);
  const { date, binSize = 1 } = given;
  const step = stepOf(given);
  if (isNothing(date) || binSize === null || !step) return null;
  const size = whole(binSize, '$dateTrunc binSize');
  if (size < 1)
    return refuse(
      5439018,
      `$dateTrunc requires 'binSize' to be greater than 0, but got value ${String(size)}`,
    );
  return new Date(truncated(instant(date), step, size));
};

function dateAdd(sign: 1 | -1): Operator {
  return (doc, operand, options) => {
    const given = fields(doc, operand, options);
    const { startDate, amount } = given;
    const step = stepOf(given);
    if (isNothing(startDate) || isNothing(amount) || !step) return null;
    return new Date(added(instant(startDate), step, sign * whole(amount, 'amount')));
  };
}

const dateDiff: Operator = (doc, operand, options) => {
  const given = fields(doc, operand, options);
  const { startDate, endDate } = given;
  const step = stepOf(given);
  if (isNothing(startDate) || isNothing(endDate) || !step) return null;
  return boundaries(instant(startDate), instant(endDate), step);
};

const dateToString: Operator = (doc, operand, options) => {
  const { date, format, timezone = 'UTC', onNull = null } = fields(doc, operand, options);
  if (isNothing(date)) return onNull;
  if (timezone === null || format === null) return null;
  const zone = zoneOf(timezone);
  const plainFormat = `%Y-%m-%dT%H:%M:%S.%L${zone === 'UTC' ? 'Z' : ''}`;
  const wanted = format === undefined ? plainFormat : format;
  if (typeof wanted !== 'string')
    return refuse(18533, '$dateToString requires that format be a string');
  const [at, minutes] = [instant(date), offsetAt(zone, instant(date)) / 60_000];
  const text = formatDate(new Date(localTime(zone, at)), wanted, minutes);
  return text ?? refuse(18536, `Invalid format character in format string '${wanted}'`);
};

const PARTS = { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };

function partsOf(given: Doc): number[] | undefined {
  const numbers = Object.entries(PARTS).map(([name, otherwise]) => {
    const value = name in given ? given[name] : otherwise;
    return isNothing(value) ? undefined : whole(value, name);
  });
  return numbers.some((value) => value === undefined) ? undefined : (numbers as number[]);
}

function refuseStrangeParts(given: Doc): void {
  const strange = Object.keys(given).find((name) => name !== 'timezone' && !(name in PARTS));
  if (strange !== undefined) refuse(40518, `Unrecognized argument to $dateFromParts: ${strange}`);
  if (!('year' in given))
    refuse(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
}

const dateFromParts: Operator = (doc, operand, options) => {
  const given = fields(doc, operand, options);
  refuseStrangeParts(given);
  const parts = partsOf(given);
  if (!parts || given['timezone'] === null) return null;
  const [year = 1, month = 1, day = 1, hour = 0, ...rest] = parts;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, ...(rest as [number, number, number]));
  return new Date(instantOf(zoneOf(given['timezone'] ?? 'UTC'), local.getTime()));
};

function clockParts(local: Date): Doc {
  return {
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}

const dateToParts: Operator = (doc, operand, options) => {
  const { date, timezone = 'UTC', iso8601 = false } = fields(doc, operand, options);
  if (isNothing(date) || timezone === null || iso8601 === null) return null;
  const local = new Date(localTime(zoneOf(timezone), instant(date)));
  const { year, week } = isoWeek(local);
  const days =
    iso8601 === true
      ? { isoWeekYear: year, isoWeek: week, isoDayOfWeek: isoDay(local) }
      : { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
  return { ...days, ...clockParts(local) };
};

/** The operators of dates, computed in the zone they name whatever the zone of this process. */
export const DATE_EXPRESSIONS: Record<`$${string}`, Operator> = {
  $year: part((local) => local.getUTCFullYear()),
  $month: part((local) => local.getUTCMonth() + 1),
  $dayOfMonth: part((local) => local.getUTCDate()),
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $isoDayOfWeek: part(isoDay),
  $dayOfYear: part(dayOfYear),
  $isoWeek: part((local) => isoWeek(local).week),
  $isoWeekYear: part((local) => isoWeek(local).year),
  $week: part(sundayWeek),
  $hour: part((local) => local.getUTCHours()),
  $minute: part((local) => local.getUTCMinutes()),
  $second: part((local) => local.getUTCSeconds()),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $dateTrunc: dateTrunc,
  $dateAdd: dateAdd(1),
  $dateSubtract: dateAdd(-1),
  $dateDiff: dateDiff,
  $dateToString: dateToString,
  $dateFromParts: dateFromParts,
  $dateToParts: dateToParts,
};
