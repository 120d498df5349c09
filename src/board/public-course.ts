import { isOver } from '../domain/course';
import type { Day } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import { shortName } from '../domain/institution';
import type { World } from '../ports';
import type { Planned } from './course-words';
import { publicInstitution } from './public-words';

/** How an announced course stands: still to begin, begun, over, or taken out of the schedule again. */
export type CourseStanding = 'coming' | 'running' | 'over' | 'withdrawn';

/** A course that everybody may know of, because it was announced. */
export interface PublicCourse extends Planned {
  readonly stands: CourseStanding;
}

/** A course that is or was announced, of an institution that is looked after. */
export async function publicCourse(
  id: string,
  world: Pick<World, 'courses' | 'institutions'>,
  today: Day,
): Promise<PublicCourse | undefined> {
  const course = await world.courses.one(id);
  const stands = course && standingOf(course, today);
  const institution = stands && (await publicInstitution(course.institution, world));
  return institution ? { course, institution, stands } : undefined;
}

function standingOf(
  { state, changes, ...dates }: Planned['course'],
  today: Day,
): CourseStanding | undefined {
  if (state !== 'approved')
    return changes.some(({ does }) => does === 'approve') ? 'withdrawn' : undefined;
  if (isOver(dates, today)) return 'over';
  return dates.startsOn < today ? 'running' : 'coming';
}

/** Why nobody can take part in a course any more, in words; undefined while one can. */
export function whyPast({ course, institution, stands }: PublicCourse): string | undefined {
  if (stands === 'over')
    return `Pelatihan ${course.title} di BLK ${shortName(institution)} sudah selesai pada ${longDay(course.endsOn)}.`;
  // What was changed since it was announced is for an officer to approve first.
  return stands === 'withdrawn'
    ? `Mohon maaf, pelatihan itu saat ini tidak ada dalam jadwal BLK ${shortName(institution)}.`
    : undefined;
}
