import type { Expectation } from './expectation';
import { type Period, previousPeriod } from './period';

/**
 * How many periods in a row had an activity report when the one of `period` has come in.
 *
 * An excused period neither counts nor breaks the row; one that is not there breaks it.
 */
export function reportStreak(rows: readonly Expectation[], period: Period): number {
  const states = new Map(rows.map((row) => [row.period.id, row.state]));
  let streak = 1;
  for (let before = previousPeriod(period); ; before = previousPeriod(before)) {
    const state = states.get(before.id);
    if (state === 'reported') streak += 1;
    else if (state !== 'excused') return streak;
  }
}
