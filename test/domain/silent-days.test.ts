import fc from 'fast-check';
import { addDays } from '../../src/domain/day';
import { dayReaching, effectiveDays, lastActivity, silentDays } from '../../src/domain/silent-days';
import { day, daySpan, daySpans, someDay } from './support/days';

const activity = (startsOn: string, endsOn: string) => ({
  startsOn: day(startsOn),
  endsOn: day(endsOn),
});
const leave = (from: string, to: string) => ({ from: day(from), to: day(to) });
const november = activity('2026-11-02', '2026-11-20');

describe('silent days', () => {
  it.each([
    ['2026-11-01', undefined],
    ['2026-11-02', 0],
    ['2026-11-20', 0],
    ['2026-11-21', 1],
    ['2027-02-18', 90],
    ['2027-02-19', 91],
  ])('on %s are %s', (today, days) => {
    expect(silentDays([november], [], day(today))).toBe(days);
  });

  it('do not grow in leave, and count a day of two leaves once', () => {
    const leaves = [leave('2026-11-25', '2026-11-30'), leave('2026-11-28', '2026-12-04')];
    expect(silentDays([november], leaves, day('2026-11-24'))).toBe(4);
    expect(silentDays([november], leaves, day('2026-12-04'))).toBe(4);
    expect(silentDays([november], leaves, day('2026-12-05'))).toBe(5);
  });

  it('do not begin before a leave that follows the activity', () => {
    const leaves = [leave('2026-11-21', '2026-11-21')];
    expect(silentDays([november], leaves, day('2026-11-21'))).toBe(0);
    expect(silentDays([november], leaves, day('2026-11-22'))).toBe(1);
  });

  it('are not touched by leave during the activity or ahead', () => {
    const leaves = [leave('2026-11-10', '2026-11-20'), leave('2026-12-01', '2026-12-31')];
    expect(silentDays([november], leaves, day('2026-11-30'))).toBe(10);
  });

  it('count from the activity that ends last, whichever was reported last', () => {
    const long = activity('2026-10-01', '2026-11-25');
    expect(silentDays([long, november], [], day('2026-11-30'))).toBe(5);
    expect(silentDays([november, long], [], day('2026-11-30'))).toBe(5);
  });

  it('do not stop for an activity that is only planned', () => {
    const planned = activity('2026-12-10', '2026-12-20');
    expect(silentDays([november, planned], [], day('2026-12-09'))).toBe(19);
    expect(silentDays([november, planned], [], day('2026-12-10'))).toBe(0);
  });
});

describe('the last activity', () => {
  it('runs on its last day and no longer', () => {
    expect(lastActivity([november], day('2026-11-20'))?.running).toBe(true);
    expect(lastActivity([november], day('2026-11-21'))?.running).toBe(false);
    expect(lastActivity([], day('2026-11-21'))).toBeUndefined();
  });
});

describe('effective days', () => {
  it('never fall as time goes on, grow by one a day at most, and stand still in leave', () => {
    fc.assert(
      fc.property(someDay, someDay, daySpans, (since, today, leaves) => {
        const grown =
          effectiveDays(since, addDays(today, 1), leaves) - effectiveDays(since, today, leaves);
        const rests = leaves.some(
          ({ from, to }) => from <= addDays(today, 1) && addDays(today, 1) <= to,
        );
        expect(grown).toBe(rests || addDays(today, 1) <= since ? 0 : 1);
      }),
    );
  });

  it('never grow by another leave', () => {
    fc.assert(
      fc.property(
        someDay,
        someDay,
        daySpans,
        daySpan,
        (since, today, leaves, more) =>
          effectiveDays(since, today, [...leaves, more]) <= effectiveDays(since, today, leaves),
      ),
    );
  });

  it('reach a number on the day found for it and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), someDay, daySpans, (count, since, leaves) => {
        const reached = dayReaching(count, since, leaves);
        expect(effectiveDays(since, reached, leaves)).toBe(count);
        expect(effectiveDays(since, addDays(reached, -1), leaves)).toBe(count - 1);
      }),
    );
  });
});
