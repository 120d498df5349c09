import { addDays, daysBetween, type Day } from './day';

/** The days from one to another, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** Whether `day` lies in the span. */
export const spanHolds = ({ from, to }: DaySpan, day: Day): boolean => from <= day && day <= to;

/** How many days a span has; none when it ends before it begins. */
export const spanDays = ({ from, to }: DaySpan): number => Math.max(0, daysBetween(from, to) + 1);

/** The days two spans share, or undefined when they share none. */
export function overlap(one: DaySpan, other: DaySpan): DaySpan | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}

/** The same days in the fewest spans, in order: those that overlap or touch become one. */
export function mergeSpans(spans: readonly DaySpan[]): readonly DaySpan[] {
  const inOrder = spans
    .filter(({ from, to }) => from <= to)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.reduce<readonly DaySpan[]>((merged, { from, to }) => {
    const last = merged.at(-1);
    if (!last || from > addDays(last.to, 1)) return [...merged, { from, to }];
    return [...merged.slice(0, -1), { from: last.from, to: to > last.to ? to : last.to }];
  }, []);
}

/** How many days of `within` lie in at least one of `spans`; a day in several counts once. */
export const daysCovered = (spans: readonly DaySpan[], within: DaySpan): number =>
  mergeSpans(spans)
    .map((span) => overlap(span, within))
    .reduce((sum, shared) => sum + (shared ? spanDays(shared) : 0), 0);
