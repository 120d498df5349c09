import {
  type Course,
  type CourseChange,
  type CourseMove,
  type CoursePlan,
  mayMoveCourse,
  planIn,
} from '../domain/course';
import { dayAt } from '../domain/day';
import type { Visitor, World } from '../ports';
import type { CourseChanged } from '../ports/courses';
import { tellOfCancelling } from './cancelled-course';
import { planAbout, tellOfCourse } from './course-messages';
import type { Planned } from './course-words';

/** What somebody wants to do with a plan, as they saw it. */
export interface CourseDoing {
  /** The id of the form, or what a tap was about. */
  readonly id: string;
  readonly does: CourseMove;
  readonly note?: string;
  readonly plan?: CoursePlan;
}

/**
 * Does something with a plan, once, and tells the other side; or says who was faster.
 *
 * What follows the one write is keyed, so that doing it again after a crash changes nothing.
 */
export async function changeCourse(
  { course: seen, institution }: Planned,
  { plan, ...doing }: CourseDoing,
  visitor: Visitor,
  world: World,
): Promise<CourseChanged> {
  const isRepeat = seen.changes.some(({ id }) => id === doing.id);
  const today = dayAt(visitor.now, institution.zone);
  if (!isRepeat && !mayMoveCourse(doing.does, seen, today)) return overtaken(seen);
  const change: CourseChange = {
    ...doing,
    by: visitor.person?.id ?? '',
    at: visitor.now,
    from: seen.state,
    ...(plan && { before: planIn(seen) }),
  };
  const done = await world.courses.change(seen, change, plan);
  if (done.is === 'overtaken') return done;
  await world.audit.note({
    id: `course:${seen.id}:${change.id}`,
    ...{ who: change.by, did: 'planned', what: `${doing.does} course ${seen.id}`, at: visitor.now },
  });
  await world.appointments.hurry('courses', institution.id, visitor.now);
  await takeBack(done.course, change, world);
  const now = { course: done.course, institution };
  await world.outbox.put(await tellOfCourse(now, change, world));
  if (change.does === 'cancel')
    await world.outbox.put(await tellOfCancelling(now, world, change.at));
  return done;
}

const why: Partial<Readonly<Record<CourseMove, string>>> = {
  approve: 'dibatalkan: rencana sudah disetujui',
  return: 'dibatalkan: rencana sudah dikembalikan',
  cancel: 'dibatalkan: rencana dibatalkan BLK',
};

/** Nobody is asked to look at a plan that is settled; a repeat of an earlier deed settles nothing. */
async function takeBack({ id, changes }: Course, change: CourseChange, { outbox }: World) {
  const reason = why[change.does];
  if (reason !== undefined && changes.at(-1)?.id === change.id)
    await outbox.cancel(planAbout(id), reason, change.at);
}

const overtaken = (course: Course): CourseChanged => ({ is: 'overtaken', course });
