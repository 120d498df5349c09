import { type Course, asAnnounced, asCancelled, isOver } from '../domain/course';
import type { Day } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import { shortName } from '../domain/institution';
import type { World } from '../ports';
import type { Planned } from './course-words';
import { publicInstitution } from './public-words';

/** How an announced course stands: still to begin, begun, over, cancelled, or taken out of the schedule. */
export type CourseStanding = 'coming' | 'running' | 'over' | 'cancelled' | 'withdrawn';

/** A course that everybody may know of, because it was announced. */
export interface PublicCourse extends Planned {
  readonly stands: CourseStanding;
}

/** A course that is or was announced, as everybody saw it last, of an institution that is looked after. */
export async function publicCourse(
  id: string,
  world: Pick<World, 'courses' | 'institutions'>,
  today: Day,
): Promise<PublicCourse | undefined> {
  const kept = (await world.courses.one(id)) ?? (await world.courses.one(id.toUpperCase()));
  const seen = kept && seenByAll(kept, today);
  const institution = seen && (await publicInstitution(seen.course.institution, world));
  return institution ? { ...seen, institution } : undefined;
}

function seenByAll(kept: Course, today: Day): Omit<PublicCourse, 'institution'> | undefined {
  const course = asAnnounced(kept);
  if (course) return { course, stands: standingOf(course, today) };
  const cancelled = asCancelled(kept);
  if (cancelled) return { course: cancelled, stands: 'cancelled' };
  const wasApproved = kept.changes.some(({ does }) => does === 'approve');
  return wasApproved ? { course: kept, stands: 'withdrawn' } : undefined;
}

function standingOf({ startsOn, endsOn }: Course, today: Day): CourseStanding {
  if (isOver({ endsOn }, today)) return 'over';
  return startsOn < today ? 'running' : 'coming';
}

/** Why nobody can take part in a course any more, in words; undefined while one can. */
export function whyPast({ course, institution, stands }: PublicCourse): string | undefined {
  if (stands === 'over')
    return `Pelatihan ${course.title} di BLK ${shortName(institution)} sudah selesai pada ${longDay(course.endsOn)}.`;
  if (stands === 'cancelled')
    return `Mohon maaf, pelatihan ${course.title} di BLK ${shortName(institution)} dibatalkan.`;
  // What was changed since it was returned is for an officer to approve first.
  return stands === 'withdrawn'
    ? `Mohon maaf, pelatihan itu saat ini tidak ada dalam jadwal BLK ${shortName(institution)}.`
    : undefined;
}
