import {
  type CourseMove,
  type CourseState,
  graduatesCounted,
  graduatesSpan,
  isReported,
  mayMoveCourse,
  oldestEndAsked,
  planIn,
  reminderSpan,
} from '../../src/domain/course';
import { aCourse } from '../support/courses';
import { day } from './support/days';

const [before, lastDay, after] = [day('2026-11-20'), day('2026-12-10'), day('2026-12-11')];

describe('what may be done with a plan', () => {
  it.each<[CourseState, CourseMove[]]>([
    ['waiting', ['approve', 'return', 'change', 'cancel']],
    ['approved', ['return', 'change', 'cancel']],
    ['returned', ['approve', 'change', 'cancel']],
    ['cancelled', []],
  ])('follows from its state: %s', (state, allowed) => {
    const moves: CourseMove[] = ['approve', 'return', 'change', 'cancel'];
    const may = (on: typeof after) =>
      moves.filter((does) => mayMoveCourse(does, aCourse({ state }), on));
    expect(may(before)).toEqual(allowed);
    expect(may(lastDay)).toEqual(allowed);
    expect(may(after)).toEqual([]);
  });
});

describe('what is asked about a course', () => {
  it('begins the day after its end, and graduates are asked about after the days of the policy', () => {
    expect(reminderSpan(aCourse())).toEqual({ from: after, to: '2026-12-24' });
    expect(graduatesSpan(aCourse(), { graduatesDays: 90 })).toEqual({
      from: '2027-03-10',
      to: '2027-06-10',
    });
  });

  it('is never about a course that ended more than half a year ago', () => {
    expect(oldestEndAsked(day('2027-06-10')) <= lastDay).toBe(true);
    expect(oldestEndAsked(day('2027-07-11')) > lastDay).toBe(true);
  });

  it.each([
    ['2026-11-20', '2026-11-30', false],
    ['2026-11-20', '2026-12-01', true],
    ['2026-12-10', '2026-12-10', true],
    ['2026-12-11', '2026-12-12', false],
  ])('is answered by an activity of its days: %s to %s is %s', (from, to, expected) => {
    const activity = { startsOn: day(from), endsOn: day(to) };
    expect(isReported(aCourse(), [activity])).toBe(expected);
  });
});

it('adds up what is known of graduates', () => {
  expect(graduatesCounted({})).toBe(0);
  expect(graduatesCounted({ working: 3, business: 2, study: 1, notYet: 4 })).toBe(10);
});

it('takes the plan out of a course', () => {
  const { title, startsOn, endsOn, quota, conditions } = aCourse();
  const plan = { title, startsOn, endsOn, quota, conditions };
  expect(planIn(aCourse())).toEqual(plan);
  expect(planIn(aCourse({ contact: 'Ustaz Hamdan' }))).toEqual({
    ...plan,
    contact: 'Ustaz Hamdan',
  });
});
