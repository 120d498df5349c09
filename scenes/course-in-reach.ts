import type { Planned } from '../src/board/course-words';
import { nameOf } from '../src/board/name-of';
import {
  type Course,
  type CourseMove,
  courseStateLabels,
  mayMoveCourse,
} from '../src/domain/course';
import { looksLikeFormId } from '../src/domain/form-id';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { mayUse, ownInstitutions, reaches } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';
import { noteRefusal } from './note-refusal';

/** What is said when a course is not there, or not within reach. */
export const courseNotThere =
  'Mohon maaf, pelatihan itu tidak ditemukan atau di luar wilayah Anda. Silakan lihat daftarnya di /jadwal.';

/** Finds a course by its id within the visitor's reach; asking for any other is written down. */
export async function findCourse(
  id: string,
  world: World,
  visitor: Visitor,
): Promise<Planned | undefined> {
  const course = looksLikeFormId(id) ? await world.courses.one(id) : undefined;
  const institution = course && (await world.institutions.one(course.institution, visitor.reach));
  if (institution) return { course, institution };
  await noteRefusal(`course ${id.slice(0, 20)}`, world, visitor);
  return undefined;
}

/** Whether this is for the visitor to do: officers decide, the centre itself changes and cancels. */
export const isTheirs = (
  does: CourseMove,
  { institution }: Pick<Planned, 'institution'>,
  { person, reach, roles }: Visitor,
): boolean =>
  does === 'approve' || does === 'return'
    ? mayUse(['officer'], roles) && reaches({ ...reach, institutions: [] }, institution)
    : ownInstitutions(person).includes(institution.id);

/** What a button says of a course as it was when the button was shown: 'ABCDEFGH01.2'. */
export const asSeenCourse = ({ id, changes }: Course): string => `${id}.${changes.length}`;

/**
 * Finds the course a button names, if nothing was done with it since the button was shown.
 *
 * What this very person did since may be the same form, sent a second time after a crash: that is
 * for the one who finishes the form to say.
 */
export async function prepareCourse(
  seen: string,
  does: CourseMove,
  world: World,
  visitor: Visitor,
): Promise<Reading<Planned>> {
  const [id = '', revision = ''] = seen.split('.');
  const found = await findCourse(id, world, visitor);
  if (!found || !isTheirs(does, found, visitor)) return unclear(courseNotThere);
  const { course } = found;
  const isReady =
    isOwnRepeat(course, Number(revision), does, visitor) ||
    (String(course.changes.length) === revision && mayMoveCourse(does, course, visitor.today));
  return isReady ? understood(found) : unclear(await courseMovedOn(course, world));
}

function isOwnRepeat(
  { changes }: Course,
  revision: number,
  does: CourseMove,
  { person }: Visitor,
): boolean {
  const next = changes[revision];
  return changes.length === revision + 1 && next?.does === does && next.by === person?.id;
}

/** Says who was faster, and where the plan stands now. */
export async function courseMovedOn({ changes, state }: Course, world: World): Promise<string> {
  const last = changes.at(-1);
  if (!last) return 'Mohon maaf, tombol ini tidak berlaku lagi untuk pelatihan itu.';
  const who = await nameOf(last.by, world, 'orang lain');
  return `Rencana ini baru saja diubah ${who}, sekarang: ${courseStateLabels[state].toLowerCase()}. Silakan lihat di /jadwal.`;
}
