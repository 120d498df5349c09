import type { Span } from './activity-report';
import { type Course, graduatesSpan, isReported, reminderSpan } from './course';
import type { Day } from './day';
import type { Policy } from './policy';

/** What a centre is asked about a course that is over: to report it, and months later how its graduates fare. */
export type CourseQuestion = 'report' | 'graduates';

type Waits = Pick<Policy, 'graduatesDays'>;

const isWithin = (day: Day, { from, to }: { readonly from: Day; readonly to: Day }): boolean =>
  from <= day && day <= to;

/** What is to be asked about a course on `today`; each is asked once, and what is known already is not. */
export function questionDue(
  course: Course,
  activities: readonly Span[],
  policy: Waits,
  today: Day,
): CourseQuestion | undefined {
  const isUnreported = course.remindedOn === undefined && !isReported(course, activities);
  if (isUnreported && isWithin(today, reminderSpan(course))) return 'report';
  const isUnknown = course.askedOn === undefined && course.graduates === undefined;
  return isUnknown && isWithin(today, graduatesSpan(course, policy)) ? 'graduates' : undefined;
}

/** The next day after `today` on which a question about a course may fall due. */
export const nextQuestionOn = (course: Course, policy: Waits, today: Day): Day | undefined =>
  [reminderSpan(course).from, graduatesSpan(course, policy).from].find((day) => day > today);
