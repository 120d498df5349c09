import { type Calendar, type DayOff, dayOff } from './calendar';
import { addDays, type Day } from './day';

/** A day off with its date. */
export interface DatedDayOff extends DayOff {
  readonly on: Day;
}

/** The days off from `from` to `to`, both included, in the order of time. */
export function daysOffBetween(from: Day, to: Day, calendar: Calendar): readonly DatedDayOff[] {
  const found: DatedDayOff[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const off = dayOff(on, calendar);
    if (off) found.push({ on, ...off });
  }
  return found;
}
