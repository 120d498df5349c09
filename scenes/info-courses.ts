import { type Planned, courseLabel, runningMark } from '../src/board/course-words';
import {
  coursesOfCentresCalled,
  coursesTitled,
  withInstitutions,
} from '../src/board/found-courses';
import { wordsForCourse } from '../src/board/offers';
import { publicCourse, whyPast } from '../src/board/public-course';
import { agreedContacts, announcedLines, placeWords, whyClosed } from '../src/board/public-words';
import type { Course } from '../src/domain/course';
import type { Day } from '../src/domain/day';
import { linkCode } from '../src/domain/deep-link';
import { type Institution, shortName } from '../src/domain/institution';
import { placeMark } from '../src/domain/place-mark';
import { wholeReach } from '../src/domain/rights';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card, Chat } from '../src/talk';
import { backTo, interested, notListedCard } from './info-page';
import { remembered } from './info-remembered';
import { infoTurning, pagesOf } from './info-turning';

const perPage = 6;

/** The approved courses that are still to begin, of a regency or of all, page by page. */
export async function announcements(
  mark: string,
  page: number,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const regency = await regencyOf(mark, world);
  const { courses, total } = await world.courses.upcoming(
    regency === undefined ? 'all' : await idsIn(regency, world),
    visitor.today,
    { skip: page * perPage, limit: perPage },
  );
  if (courses.length === 0 && page > 0) return announcements(mark, 0, world, visitor);
  const planned = await withInstitutions(courses, world);
  return {
    text: lines(
      html`${bold('Pelatihan yang akan datang')} · ${regency ?? 'semua daerah'}`,
      total === 0 ? 'Belum ada jadwal yang diumumkan. Silakan lihat lagi nanti.' : undefined,
      ...planned.map((each) => courseLine(each, visitor.today)),
    ),
    buttons: [
      ...planned.map(({ course }) => [toCourse(course)]),
      ...infoTurning(page, pagesOf(total, perPage), (at) => `.c${mark}.${at}`),
      [{ label: 'Kembali', data: opens('info', `.h${mark}`) }],
    ],
  };
}

/** Courses in lines, and the buttons that open them. */
export interface Found {
  readonly lines: readonly Html[];
  readonly buttons: readonly (readonly Button[])[];
}

const mostFound = 4;

/** The next courses with these words in their title, those of centres that have them, then those that run. */
export async function coursesCalled(
  words: string,
  world: World,
  { today }: Visitor,
): Promise<Found> {
  const page = { skip: 0, limit: mostFound };
  const found = await Promise.all(
    (['upcoming', 'running'] as const).flatMap((when) => [
      coursesTitled({ words, when, today }, world, page),
      coursesOfCentresCalled({ words, when, today }, world, page),
    ]),
  );
  const courses = found.flatMap((list) => list.courses).slice(0, mostFound);
  return foundAmong(courses, world, today);
}

/** The next courses of one institution. */
export const nextCoursesOf = async (
  { id }: Institution,
  world: World,
  { today }: Visitor,
): Promise<Found> =>
  foundAmong(
    (await world.courses.upcoming([id], today, { skip: 0, limit: mostFound })).courses,
    world,
    today,
  );

async function foundAmong(courses: readonly Course[], world: World, today: Day): Promise<Found> {
  const planned = await withInstitutions(courses, world);
  return {
    lines: planned.map((each) => courseLine(each, today)),
    buttons: planned.map(({ course }) => [toCourse(course)]),
  };
}

const courseLine = ({ course, institution }: Planned, today: Day): Html =>
  html`• ${courseLabel(course)} · ${shortName(institution)}${runningMark(course, today)}`;

const toCourse = (course: Course): Button => ({
  label: courseLabel(course),
  data: opens('info', `.k${course.id}`),
});

/** The institutions of one regency, which are few enough to be named. */
const idsIn = async (regency: string, { institutions }: World): Promise<readonly string[]> =>
  (await institutions.within({ institutions: [], regencies: [regency] })).map(({ id }) => id);

/** The name of the regency that a mark stands for. */
async function regencyOf(mark: string, { institutions }: World): Promise<string | undefined> {
  const regencies = await institutions.tally(wholeReach, 'regency');
  return regencies.find(({ name }) => placeMark(name) === mark)?.name;
}

/** One course that was announced; of one that is over, what comes after it. */
export async function announcedCourse(
  asked: string,
  world: World,
  visitor: Visitor,
  chat: Chat,
): Promise<Card> {
  const { id, list } = remembered(asked);
  const found = await publicCourse(id, world, visitor.today);
  if (!found) return notListedCard;
  const { course, institution } = found;
  const past = whyPast(found);
  if (past !== undefined)
    return pastCourse(past, institution, await nextCoursesOf(institution, world, visitor));
  const closed = whyClosed(course, visitor.today);
  const share: Button = { label: 'Bagikan', share: wordsForCourse(course) };
  return {
    text: lines(
      ...announcedLines(course),
      html`Tempat: ${bold(institution.name)}, ${placeWords(institution)}`,
      ...contactLines(await agreedContacts(institution.id, world)),
      ...(closed === undefined ? [] : ['', closed, nextTime]),
      '',
      html`Tautan: ${world.link(linkCode('kelas', course.id))}`,
    ),
    buttons: [
      // Who comes too late for this one may still say it to the centre.
      [interested(institution, closed === undefined ? course.id : undefined, world, chat), share],
      [backTo(institution, list)],
    ],
  };
}

const nextTime = 'Untuk pelatihan berikutnya di sini, silakan ketuk Saya berminat.';

const contactLines = (contacts: readonly Html[]): readonly Html[] =>
  contacts.length === 0 ? [] : [html`Boleh menghubungi:`, ...contacts];

const pastCourse = (why: string, institution: Institution, next: Found): Card => ({
  text: lines(
    why,
    '',
    next.lines.length === 0
      ? html`Belum ada jadwal berikutnya di BLK ${bold(shortName(institution))}. Silakan lihat halaman
        lembaganya atau pelatihan di tempat lain.`
      : html`Pelatihan berikutnya di BLK ${bold(shortName(institution))}:`,
    ...next.lines,
  ),
  buttons: [
    ...next.buttons,
    [backTo(institution)],
    [{ label: 'Pelatihan di tempat lain', data: opens('info') }],
  ],
});
