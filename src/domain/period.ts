import { addDays, addMonths, dayOf, daysBetween, firstOfMonth, isoWeekday, type Day } from './day';
import type { Rhythm } from './institution';

/** The stretch of days about which an institution is asked once. */
export interface Period {
  /** '2026-11' for a month, '2026-W48' for an ISO week, '2026-W47+2' for two weeks from that one on. */
  readonly id: string;
  readonly rhythm: Rhythm;
  readonly opensOn: Day;
  /** Its last day; it closes when that day ends. */
  readonly closesOn: Day;
}

/** The Monday from which pairs of weeks are counted, so that a pair never depends on the year's number of weeks. */
const pairEpoch = '2024-01-01' as Day;

/** The period of `rhythm` in which `day` lies. */
export function periodOf(day: Day, rhythm: Rhythm): Period {
  if (rhythm === 'monthly') return monthOf(day);
  const monday = mondayOf(day);
  if (rhythm === 'weekly') return weeksFrom(monday, rhythm);
  const weeks = daysBetween(pairEpoch, monday) / 7;
  return weeksFrom(weeks % 2 === 0 ? monday : addDays(monday, -7), rhythm);
}

/** The period that opens when this one closes. */
export const nextPeriod = ({ closesOn, rhythm }: Period): Period =>
  periodOf(addDays(closesOn, 1), rhythm);

/** The period that closed when this one opened. */
export const previousPeriod = ({ opensOn, rhythm }: Period): Period =>
  periodOf(addDays(opensOn, -1), rhythm);

function monthOf(day: Day): Period {
  const opensOn = firstOfMonth(day);
  return {
    id: opensOn.slice(0, 7),
    rhythm: 'monthly',
    opensOn,
    closesOn: addDays(addMonths(opensOn, 1), -1),
  };
}

function weeksFrom(monday: Day, rhythm: 'weekly' | 'two-weekly'): Period {
  const [suffix, days] = rhythm === 'weekly' ? ['', 7] : ['+2', 14];
  return {
    id: `${isoWeek(monday)}${suffix}`,
    rhythm,
    opensOn: monday,
    closesOn: addDays(monday, days - 1),
  };
}

const mondayOf = (day: Day): Day => addDays(day, 1 - isoWeekday(day));

/** An ISO week belongs to the year of its Thursday. */
function isoWeek(monday: Day): string {
  const thursday = addDays(monday, 3);
  const newYear = dayOf(Number(thursday.slice(0, 4)), 1, 1) ?? thursday;
  const week = Math.floor(daysBetween(newYear, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}
