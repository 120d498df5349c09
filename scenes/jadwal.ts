import { changeCourse } from '../src/board/change-course';
import { type Planned, courseLines, courseTitle } from '../src/board/course-words';
import { type CourseMove, asAnnounced, isOver, mayMoveCourse } from '../src/domain/course';
import { ownInstitutions } from '../src/domain/rights';
import { type Html, html, italic, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import {
  asSeenCourse,
  courseMovedOn,
  courseNotThere,
  findCourse,
  isTheirs,
} from './course-in-reach';
import { courseList } from './course-list';
import { noteRefusal } from './note-refusal';

/**
 * The planned courses: a centre plans, changes and cancels, an officer approves or returns.
 *
 * A button carries `h2` or `l2` for a page of those ahead or those over, else a course's id, and
 * after it `.s3` (approve what was seen as its third state), `.x3` (ask) and `.y3` (cancel).
 */
export const jadwal = defineView({
  command: 'jadwal',
  about: 'Jadwal pelatihan',
  for: ['manager', 'officer'],
  show: async (ask, world, visitor) => {
    const [, list, page = ''] = /^(h|l|)(\d{0,4})$/u.exec(ask) ?? [];
    if (list !== undefined)
      return courseList({ past: list === 'l', page: Number(page) }, world, visitor);
    const [id = '', does = ''] = ask.split('.');
    const found = await findCourse(id, world, visitor);
    return found ? pageOf(found, does, visitor, world) : { text: plain(courseNotThere) };
  },
});

function pageOf(
  planned: Planned,
  does: string,
  visitor: Visitor,
  world: World,
): Promise<Card> | Card {
  const [, verb, revision] = /^([sxy])(\d{1,4})$/u.exec(does) ?? [];
  if (verb === undefined) return card(planned, visitor);
  if (verb === 'x') return askToCancel(planned);
  const tap = { does: verb === 's' ? 'approve' : 'cancel', revision: Number(revision) } as const;
  return tapped(tap, planned, visitor, world);
}

const card = (planned: Planned, visitor: Visitor, first?: Html): Card => ({
  text: lines(...(first === undefined ? [] : [first, '']), ...courseLines(planned)),
  buttons: [...actions(planned, visitor), [{ label: 'Semua jadwal', data: opens('jadwal') }]],
});

function actions(planned: Planned, visitor: Visitor): readonly (readonly Button[])[] {
  const { course, institution } = planned;
  const { id, changes, endsOn, graduates } = course;
  const may = (does: CourseMove) =>
    mayMoveCourse(does, course, visitor.today) && isTheirs(does, planned, visitor);
  const isOwn = ownInstitutions(visitor.person).includes(institution.id);
  const asks = isOwn && graduates === undefined && isOver({ endsOn }, visitor.today);
  const rows: readonly (readonly (Button | false)[])[] = [
    [
      may('approve') && { label: 'Setujui', data: opens('jadwal', `${id}.s${changes.length}`) },
      may('return') && {
        label: 'Perlu perbaikan',
        data: opens('jadwalkembali', asSeenCourse(course)),
      },
    ],
    [
      may('change') && { label: 'Ubah', data: opens('jadwalubah', asSeenCourse(course)) },
      may('cancel') && {
        label: 'Batalkan pelatihan',
        data: opens('jadwal', `${id}.x${changes.length}`),
      },
    ],
    [asks && { label: 'Isi kabar lulusan', data: opens('lulusan', id) }],
  ];
  return rows.map((row) => row.filter((one) => one !== false)).filter((row) => row.length > 0);
}

const askToCancel = (planned: Planned): Card => {
  const { id, changes } = planned.course;
  return {
    text: lines(
      html`Batalkan pelatihan ${courseTitle(planned)}?`,
      !asAnnounced(planned.course)
        ? 'Petugas akan diberi tahu.'
        : 'Petugas dan mereka yang berminat akan diberi tahu. Bagi umum, pelatihan ini tidak lagi ada di jadwal; yang membuka tautannya membaca bahwa pelatihan ini dibatalkan.',
    ),
    buttons: [
      [{ label: 'Ya, batalkan', data: opens('jadwal', `${id}.y${changes.length}`) }],
      [{ label: 'Tidak jadi', data: opens('jadwal', id) }],
    ],
  };
};

/** Does what was tapped, if the plan is still as it was shown; a repeat of the same tap is the same deed. */
async function tapped(
  { does, revision }: { readonly does: 'approve' | 'cancel'; readonly revision: number },
  planned: Planned,
  visitor: Visitor,
  world: World,
): Promise<Card> {
  const { course, institution } = planned;
  if (!isTheirs(does, planned, visitor)) {
    await noteRefusal(`${does} course ${course.id}`, world, visitor);
    return { text: plain(courseNotThere) };
  }
  const id = `${revision}.${does}.${visitor.person?.id ?? ''}`;
  const isSeen = course.changes.length === revision || course.changes[revision]?.id === id;
  const done = isSeen
    ? await changeCourse(planned, { id, does }, visitor, world)
    : { is: 'overtaken' as const, course };
  const now = { course: done.course, institution };
  if (done.is === 'overtaken')
    return card(now, visitor, plain(await courseMovedOn(done.course, world)));
  return card(
    now,
    visitor,
    italic(does === 'approve' ? 'Disetujui. BLK sudah kami beri tahu.' : 'Pelatihan dibatalkan.'),
  );
}
