import type { Course } from '../../src/domain/course';
import { nextQuestionOn, questionDue } from '../../src/domain/course-question';
import { aCourse } from '../support/courses';
import { day } from './support/days';

const policy = { graduatesDays: 90 };
const inIt = [{ startsOn: day('2026-12-02'), endsOn: day('2026-12-09') }];
const due = (on: string, known: Partial<Course> = {}, activities = [] as typeof inIt) =>
  questionDue(aCourse(known), activities, policy, day(on));

describe('what a centre is asked about a course', () => {
  it.each([
    ['2026-12-10', undefined],
    ['2026-12-11', 'report'],
    ['2026-12-24', 'report'],
    ['2026-12-25', undefined],
    ['2027-03-09', undefined],
    ['2027-03-10', 'graduates'],
    ['2027-06-10', 'graduates'],
    ['2027-06-11', undefined],
  ])('on %s is %s', (on, expected) => {
    expect(due(on)).toBe(expected);
  });

  it('is not what was asked or is known already', () => {
    expect(due('2026-12-11', { remindedOn: day('2026-12-11') })).toBeUndefined();
    expect(due('2026-12-11', {}, inIt)).toBeUndefined();
    expect(due('2027-03-10', { askedOn: day('2027-03-10') })).toBeUndefined();
    const [by, at] = ['HAMDAN', new Date('2027-01-01T00:00:00Z')];
    const graduates = { id: 'F', by, at, working: 1, business: 0, study: 0, notYet: 0 };
    expect(due('2027-03-10', { graduates })).toBeUndefined();
  });

  it.each([
    ['2026-12-01', '2026-12-11'],
    ['2026-12-11', '2027-03-10'],
    ['2027-03-10', undefined],
  ])('comes next after %s on %s', (today, expected) => {
    expect(nextQuestionOn(aCourse(), policy, day(today))).toBe(expected);
  });
});
