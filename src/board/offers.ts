import { dayAt } from '../domain/day';
import { linkCode } from '../domain/deep-link';
import { type Institution, shortName } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import { bold, html, lines } from '../html';
import type { World } from '../ports';
import type { CourseList, CoursePage } from '../ports/courses';
import type { Asked, Offer, Offers } from '../talk/offers';
import { type Planned, runningMark } from './course-words';
import {
  type CourseTime,
  coursesOfCentresCalled,
  coursesTitled,
  withInstitutions,
} from './found-courses';
import { publicCourse } from './public-course';
import {
  announcedLines,
  courseDates,
  placeWords,
  publicInstitution,
  whyClosed,
} from './public-words';
import { isolated } from '../domain/isolated';
import { asksForAny } from '../domain/search-words';
import { soughtWords } from './sought-words';

/** Telegram takes 50 at most. */
const perPage = 20;

type Known = Pick<World, 'institutions' | 'courses' | 'link' | 'clock' | 'zone'>;

/** What everybody may put into a chat about courses and institutions. */
export async function offersFor({ words: said, skip }: Asked, world: Known): Promise<Offers> {
  const words = said.replace(/\s+/gu, ' ').trim();
  const id = /(?:^| )#([0-9A-Z]{1,20})$/u.exec(words)?.[1];
  const course = id === undefined ? undefined : await announced(id, world);
  if (course) return { offers: skip === 0 ? [ofCourse(course, world)] : [] };
  return paged(await shelvesFor(await wordsOf(words, id !== undefined, world), world), skip);
}

/** What is looked for, as /info does it: nothing in particular, one centre by its id, or the words that find something. */
async function wordsOf(said: string, hasId: boolean, world: Known): Promise<string> {
  if (asksForAny(said)) return '';
  if (hasId || (await publicInstitution(said, world))) return said;
  return (await soughtWords(said, world, todayIn(world))).words;
}

const titleLength = 60;

/** The words that offer exactly this course, and can be read by whoever sends them. */
export const wordsForCourse = ({ id, title }: Planned['course']): string =>
  `${Array.from(unturned(title)).slice(0, titleLength).join('').trim()} #${id}`;

/** In the line where somebody types nothing keeps such marks from turning what follows; the number finds the course. */
const unturned = (title: string): string => title.replace(/\p{Bidi_Control}/gu, '');

/** The course with this id, as long as one can take part in it. */
async function announced(id: string, world: Known): Promise<Planned | undefined> {
  const found = await publicCourse(id, world, todayIn(world));
  return found?.stands === 'coming' || found?.stands === 'running' ? found : undefined;
}

const todayIn = ({ clock, zone }: Known) => dayAt(clock.now(), zone);

/** Things of one sort that are offered: a page of them, how many rows that took, and how many there are. */
type Shelf = (page: CoursePage) => Promise<{
  readonly offers: readonly Offer[];
  readonly taken: number;
  readonly total: number;
}>;

/** The one centre that is meant and its courses; else courses by their title, centres, and the centres' courses. */
async function shelvesFor(words: string, world: Known): Promise<readonly Shelf[]> {
  const today = todayIn(world);
  const ofCourses =
    (look: (page: CoursePage) => Promise<CourseList>): Shelf =>
    async (page) => {
      const { courses, total } = await look(page);
      const planned = await withInstitutions(courses, world);
      return {
        offers: planned.map((each) => ofCourse(each, world)),
        ...{ taken: courses.length, total },
      };
    };
  const one = await publicInstitution(words, world);
  if (one)
    return [
      centres(world, ({ skip }) => ({ institutions: [one].slice(skip), total: 1 })),
      ofCourses((page) => world.courses.upcoming([one.id], today, page)),
      ofCourses((page) => world.courses.running([one.id], today, page)),
    ];
  const shelf = (look: typeof coursesTitled, when: CourseTime) =>
    ofCourses((page) => look({ words, when, today }, world, page));
  const called = centres(world, (page) => world.institutions.page(wholeReach, { ...page, words }));
  const titled = shelf(coursesTitled, 'upcoming');
  if (words === '') return [titled, called];
  return [
    ...[titled, called, shelf(coursesOfCentresCalled, 'upcoming')],
    ...[shelf(coursesTitled, 'running'), shelf(coursesOfCentresCalled, 'running')],
  ];
}

type CentrePage = Awaited<ReturnType<World['institutions']['page']>>;

const centres =
  (world: Known, look: (page: CoursePage) => CentrePage | Promise<CentrePage>): Shelf =>
  async (page) => {
    const { institutions, total } = await look(page);
    const offers = institutions.map((each) => ofInstitution(each, world));
    return { offers, taken: institutions.length, total };
  };

/** What lies on the shelves from `skip` on, one after the other. */
async function paged(shelves: readonly Shelf[], skip: number): Promise<Offers> {
  const offers: Offer[] = [];
  let [taken, passed] = [0, 0];
  for (const shelf of shelves) {
    const room = perPage - taken;
    // A limit of none would be taken for all.
    const page = await shelf({ skip: Math.max(0, skip - passed), limit: Math.max(1, room) });
    if (room > 0) {
      offers.push(...page.offers);
      taken += page.taken;
    }
    passed += page.total;
  }
  const next = skip + taken;
  return { offers, ...(taken > 0 && next < passed && { next }) };
}

const ofCourse = ({ course, institution }: Planned, world: Known): Offer => ({
  id: `k${course.id}`,
  title: course.title,
  about: `${courseDates(course)} · ${shortName(institution)}, ${isolated(institution.district)}${runningMark(course, todayIn(world))}`,
  text: lines(
    ...announcedLines(course),
    whyClosed(course, todayIn(world)),
    html`Tempat: ${bold(institution.name)}, ${placeWords(institution)}`,
  ),
  button: { label: 'Lihat dan daftar', url: world.link(linkCode('kelas', course.id)) },
});

const ofInstitution = (institution: Institution, { link }: Known): Offer => ({
  id: `i${institution.id}`,
  title: institution.name,
  about: `${isolated(institution.trade)} · ${placeWords(institution)}`,
  text: lines(
    bold(institution.name),
    html`Kejuruan: ${bold(institution.trade)}`,
    html`Tempat: ${placeWords(institution)}`,
  ),
  button: { label: 'Jadwal dan pendaftaran', url: link(linkCode('info', institution.id)) },
});
