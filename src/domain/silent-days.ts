import type { Span } from './activity-report';
import { addDays, daysBetween, type Day } from './day';
import { daysCovered, type DaySpan } from './day-span';

/** The activity that speaks for an institution on a day. */
export interface LastActivity {
  /** Its last day, which lies ahead while it is running. */
  readonly endsOn: Day;
  readonly running: boolean;
}

/**
 * Of the activities that have begun by `today` the one that ends last; undefined before the first one.
 *
 * An activity runs on its last day too. One that is only planned does not count before it begins.
 */
export function lastActivity(activities: readonly Span[], today: Day): LastActivity | undefined {
  const ends = activities.filter(({ startsOn }) => startsOn <= today).map(({ endsOn }) => endsOn);
  const endsOn = ends.toSorted().at(-1);
  return endsOn === undefined ? undefined : { endsOn, running: endsOn >= today };
}

/** Days after `since` up to and including `today` that are not covered by `pauses`; 0 when `since` lies ahead. */
export function effectiveDays(since: Day, today: Day, pauses: readonly DaySpan[]): number {
  const from = addDays(since, 1);
  return Math.max(0, daysBetween(since, today)) - daysCovered(pauses, { from, to: today });
}

/** The first day on which `effectiveDays` since `since` reach `count`, which is 1 or more. */
export function dayReaching(count: number, since: Day, pauses: readonly DaySpan[]): Day {
  let day = addDays(since, count);
  // Each pause passed over pushes the day further; it stands still once no new pause is met.
  for (;;) {
    const missing = count - effectiveDays(since, day, pauses);
    if (missing <= 0) return day;
    day = addDays(day, missing);
  }
}

/**
 * Effective silent days: days since the end of the last activity that counts, less leave days.
 *
 * 0 while an activity runs; undefined when there has been none. A day covered by two leaves counts once.
 */
export function silentDays(
  activities: readonly Span[],
  leaves: readonly DaySpan[],
  today: Day,
): number | undefined {
  const last = lastActivity(activities, today);
  return last && effectiveDays(last.endsOn, today, leaves);
}
