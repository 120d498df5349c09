import { addDays, addMonths, asDay, daysBetween, isoWeekday, type Day } from './day';

/**
 * The weeks of a month given as 'YYYY-MM', Monday first, seven places each.
 *
 * Places outside the month are undefined; text that is no month gives no weeks.
 */
export function monthGrid(month: string): readonly (readonly (Day | undefined)[])[] {
  const first = asDay(`${month}-01`);
  if (!first) return [];
  const length = daysBetween(first, addMonths(first, 1));
  const before = isoWeekday(first) - 1;
  const weeks = Math.ceil((before + length) / 7);
  const place = (index: number): Day | undefined =>
    index < 0 || index >= length ? undefined : addDays(first, index);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => place(week * 7 + weekday - before)),
  );
}
