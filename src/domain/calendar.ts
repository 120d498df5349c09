import { addDays, firstOfMonth, isoWeekday, type Day } from './day';
import { spanHolds, type DaySpan } from './day-span';
import type { HijriMonthStart } from './hijri';
import { fixedHolidays, holidays2026, type HolidayYear, type NamedDay } from './holidays';

/** A day off beside the decree; a holiday unless it is called cuti bersama. */
export interface LocalDayOff extends NamedDay {
  readonly kind?: DayOff['kind'];
}

/** What the dinas knows of the calendar: the content of the editable file. */
export interface CalendarFacts {
  /** Published years by number, such as '2026'. */
  readonly years: Readonly<Record<string, HolidayYear>>;
  /** Days off that a region sets for itself, or that came after the decree. */
  readonly localDaysOff: readonly LocalDayOff[];
  /** Days on which the office works after all, whatever the decree says. */
  readonly workingDays: readonly Day[];
  /** Hijri months as announced, such as 1 Ramadan and 1 Syawal. */
  readonly hijriMonths: readonly HijriMonthStart[];
}

/** Why nobody works on a day. */
export interface DayOff {
  readonly kind: 'holiday' | 'joint-leave';
  readonly name: string;
  /** True as long as no decree for that year was entered. */
  readonly estimate: boolean;
}

/** The calendar made ready for look-ups. */
export interface Calendar {
  readonly daysOff: ReadonlyMap<Day, DayOff>;
  /** Days that are not off, whatever else says so. */
  readonly workingDays: ReadonlySet<Day>;
  /** Years with a decree; in any other year the fixed dates are assumed. */
  readonly published: ReadonlySet<string>;
  readonly hijriMonths: readonly HijriMonthStart[];
}

/** What is known without any editing: the decree of 2026; that of 2027 was not published on 23 November 2026. */
export const knownFacts: CalendarFacts = {
  years: { '2026': holidays2026 },
  localDaysOff: [],
  workingDays: [],
  hijriMonths: [],
};

/** The known facts with an edited file laid over them: a year replaces that year whole, the rest is added and wins. */
export function editedFacts(
  { years, localDaysOff = [], workingDays = [], hijriMonths = [] }: Partial<CalendarFacts>,
  known: CalendarFacts = knownFacts,
): CalendarFacts {
  const isOffNow = new Set(localDaysOff.map(({ on }) => on));
  return {
    years: { ...known.years, ...years },
    localDaysOff: [...known.localDaysOff, ...localDaysOff],
    workingDays: [...known.workingDays.filter((on) => !isOffNow.has(on)), ...workingDays],
    hijriMonths: [...hijriMonths, ...known.hijriMonths],
  };
}

/** Makes the calendar of these facts. */
export function calendarOf(facts: CalendarFacts = knownFacts): Calendar {
  const years = Object.values(facts.years);
  const entries = (days: readonly NamedDay[], kind: DayOff['kind']) =>
    days.map(({ on, name }): [Day, DayOff] => [on, { kind, name, estimate: false }]);
  return {
    // Later entries win: a holiday that is also cuti bersama is a holiday.
    daysOff: new Map([
      ...years.flatMap(({ jointLeave }) => entries(jointLeave, 'joint-leave')),
      ...years.flatMap(({ holidays }) => entries(holidays, 'holiday')),
      ...facts.localDaysOff.flatMap(({ kind = 'holiday', ...named }) => entries([named], kind)),
    ]),
    workingDays: new Set(facts.workingDays),
    published: new Set(Object.keys(facts.years)),
    hijriMonths: facts.hijriMonths,
  };
}

/** Why `day` is off, or undefined when it is not; of an unpublished year only fixed-date holidays are known. */
export const dayOff = (day: Day, calendar: Calendar): DayOff | undefined =>
  calendar.workingDays.has(day)
    ? undefined
    : (calendar.daysOff.get(day) ?? estimated(day, calendar));

function estimated(day: Day, { published }: Calendar): DayOff | undefined {
  const name = published.has(day.slice(0, 4)) ? undefined : fixedHolidays.get(day.slice(5));
  return name === undefined ? undefined : { kind: 'holiday', name, estimate: true };
}

/** Whether `day` is a national or local holiday; cuti bersama is not. */
export const isHoliday = (day: Day, calendar: Calendar): boolean =>
  dayOff(day, calendar)?.kind === 'holiday';

/** Whether the office works: Monday to Friday without holidays and cuti bersama (design 3). */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean =>
  isoWeekday(day) <= 5 && dayOff(day, calendar) === undefined;

/** The first working day of the month of `day`; undefined when nobody works in all of it. */
export function firstWorkingDay(day: Day, calendar: Calendar): Day | undefined {
  const first = firstOfMonth(day);
  const days = Array.from({ length: 31 }, (_, n) => addDays(first, n));
  return days.find((one) => firstOfMonth(one) === first && isWorkingDay(one, calendar));
}

/** A whole year without work can only be a mistake in the edited file. */
const longestRest = 366;

/**
 * The `n`th working day after `day`, not counting days in `pauses`; `day` itself for 0, working day or not.
 *
 * Throws a RangeError when `n` is not a whole number from 0 on, or the calendar has a year without work.
 */
export function addWorkingDays(
  day: Day,
  n: number,
  calendar: Calendar,
  pauses: readonly DaySpan[] = [],
): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no number of working days`);
  let reached = day;
  for (let left = n; left > 0; left -= 1) reached = nextWorkingDay(reached, calendar, pauses);
  return reached;
}

function nextWorkingDay(day: Day, calendar: Calendar, pauses: readonly DaySpan[]): Day {
  let next = afterPauses(addDays(day, 1), pauses);
  for (let rested = 0; rested <= longestRest; rested += 1) {
    if (isWorkingDay(next, calendar)) return next;
    next = afterPauses(addDays(next, 1), pauses);
  }
  throw new RangeError(`No working day within a year after ${day}`);
}

/** The first day from `day` on that lies in none of `pauses`. */
export function afterPauses(day: Day, pauses: readonly DaySpan[]): Day {
  const pause = pauses.find((each) => spanHolds(each, day));
  return pause ? afterPauses(addDays(pause.to, 1), pauses) : day;
}

/** How many working days outside `pauses` lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  from: Day,
  to: Day,
  calendar: Calendar,
  pauses: readonly DaySpan[] = [],
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar) && afterPauses(day, pauses) === day) count += 1;
  return count;
}
