import type { Course } from '../domain/course';
import type { Day } from '../domain/day';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import type { CourseList, CoursePage } from '../ports/courses';
import type { Planned } from './course-words';
import { publicInstitution } from './public-words';

type Known = Pick<World, 'institutions' | 'courses'>;

/** Courses of more centres than these are not looked for by words that fit the centre. */
const mostCentres = 100;

/** Whether the next courses are looked for, or those that have begun and are not over. */
export type CourseTime = 'upcoming' | 'running';

/** What is looked for: words, at a time that is seen from `today`. */
export interface CoursesSought {
  readonly words: string;
  readonly when: CourseTime;
  readonly today: Day;
}

/** The courses whose title has the words. */
export const coursesTitled = (
  { words, when, today }: CoursesSought,
  { courses }: Known,
  page: CoursePage,
): Promise<CourseList> => courses[when]('all', today, { ...page, words });

/** The courses of the centres that have the words, but for those whose title has them too. */
export async function coursesOfCentresCalled(
  { words, when, today }: CoursesSought,
  world: Known,
  page: CoursePage,
): Promise<CourseList> {
  const { institutions } = await world.institutions.page(wholeReach, {
    ...{ words, skip: 0, limit: mostCentres },
  });
  const ids = institutions.map(({ id }) => id);
  return world.courses[when](ids, today, { ...page, without: words });
}

/** These courses with their institutions, but for those that are not looked after any more. */
export async function withInstitutions(
  courses: readonly Course[],
  world: Pick<World, 'institutions'>,
): Promise<readonly Planned[]> {
  const ids = [...new Set(courses.map(({ institution }) => institution))];
  const found = await Promise.all(ids.map((id) => publicInstitution(id, world)));
  return courses.flatMap((course) => {
    const institution = found[ids.indexOf(course.institution)];
    return institution ? [{ course, institution }] : [];
  });
}
