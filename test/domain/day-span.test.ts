import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/day';
import { daysCovered, mergeSpans, overlap, spanDays, spanHolds } from '../../src/domain/day-span';
import { day, daySpans, someDay } from './support/days';

const span = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('a span of days', () => {
  it('holds its first and its last day', () => {
    const week = span('2026-11-02', '2026-11-08');
    expect(spanHolds(week, day('2026-11-02'))).toBe(true);
    expect(spanHolds(week, day('2026-11-08'))).toBe(true);
    expect(spanHolds(week, day('2026-11-01'))).toBe(false);
    expect(spanHolds(week, day('2026-11-09'))).toBe(false);
    expect(spanDays(week)).toBe(7);
  });

  it('has no days when it ends before it begins', () => {
    expect(spanDays(span('2026-11-08', '2026-11-02'))).toBe(0);
    expect(mergeSpans([span('2026-11-08', '2026-11-02')])).toEqual([]);
  });

  it('shares with another the days in both', () => {
    const week = span('2026-11-02', '2026-11-08');
    expect(overlap(week, span('2026-11-08', '2026-11-20'))).toEqual(
      span('2026-11-08', '2026-11-08'),
    );
    expect(overlap(week, span('2026-11-09', '2026-11-20'))).toBeUndefined();
  });

  it('becomes one with those it overlaps or touches, and with no other', () => {
    expect(
      mergeSpans([
        span('2026-11-09', '2026-11-12'),
        span('2026-11-01', '2026-11-05'),
        span('2026-11-06', '2026-11-07'),
        span('2026-11-02', '2026-11-03'),
      ]),
    ).toEqual([span('2026-11-01', '2026-11-07'), span('2026-11-09', '2026-11-12')]);
  });

  it('counts a day covered twice once', () => {
    const inTwoWays = (spans: readonly { from: Day; to: Day }[], start: Day) => {
      const within = { from: start, to: addDays(start, 59) };
      const oneByOne = Array.from({ length: 60 }, (_, n) => addDays(start, n));
      const held = oneByOne.filter((each) => spans.some((one) => spanHolds(one, each)));
      return [daysCovered(spans, within), held.length] as const;
    };
    fc.assert(
      fc.property(daySpans, someDay, (spans, start) => {
        const [covered, counted] = inTwoWays(spans, start);
        return covered === counted;
      }),
    );
  });
});
