import type { Course } from '../domain/course';
import { dayAt } from '../domain/day';
import { linkCode } from '../domain/deep-link';
import { type Institution, shortName } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import { bold, html, lines } from '../html';
import type { World } from '../ports';
import type { CourseList } from '../ports/courses';
import type { InstitutionPage } from '../ports/institutions';
import type { Asked, Offer, Offers } from '../talk/offers';
import type { Planned } from './course-words';
import { announcedLines, courseDates, placeWords, publicInstitution } from './public-words';
import { isolated } from '../domain/isolated';

const perPage = 20;

type Known = Pick<World, 'institutions' | 'courses' | 'link' | 'clock' | 'zone'>;

/** What everybody may put into a chat about courses and institutions: the courses first, then the others by name. */
export async function offersFor({ words: said, skip }: Asked, world: Known): Promise<Offers> {
  const words = said.replace(/\s+/gu, ' ').trim();
  const one = await publicInstitution(words, world);
  const { courses, planned, total } = await coursesFor(words, one, skip, world);
  const left = perPage - courses.length;
  const look = { skip: Math.max(0, skip - total), limit: left };
  const others = await institutionsFor(words, one, look, world);
  const institutions = left > 0 ? others.institutions : [];
  const next = skip + courses.length + institutions.length;
  return {
    offers: [
      ...planned.map((each) => ofCourse(each, world)),
      ...institutions.map((each) => ofInstitution(each, world)),
    ],
    ...(next > skip && next < total + others.total && { next }),
  };
}

/** The one that is meant, else those that have the words; a limit of none would be taken for all. */
async function institutionsFor(
  words: string,
  one: Institution | undefined,
  { skip, limit }: { readonly skip: number; readonly limit: number },
  { institutions }: Known,
): Promise<InstitutionPage> {
  if (one) return { institutions: [one].slice(skip), total: 1 };
  return institutions.page(wholeReach, { words, skip, limit: Math.max(1, limit) });
}

/** Courses whose title has the words, or all those of the one institution that is meant. */
async function coursesFor(
  words: string,
  one: Institution | undefined,
  skip: number,
  world: Known,
): Promise<Announced> {
  const today = dayAt(world.clock.now(), world.zone);
  const look = { skip, limit: perPage, words: one ? '' : words };
  const list = await world.courses.upcoming(one ? [one.id] : 'all', today, look);
  return { ...list, planned: await withInstitutions(list.courses, world) };
}

interface Announced extends CourseList {
  readonly planned: readonly Planned[];
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

const ofCourse = ({ course, institution }: Planned, { link }: Known): Offer => ({
  id: `k${course.id}`,
  title: course.title,
  about: `${courseDates(course)} · ${shortName(institution)}, ${isolated(institution.district)}`,
  text: lines(
    ...announcedLines(course),
    html`Tempat: ${bold(institution.name)}, ${placeWords(institution)}`,
  ),
  button: { label: 'Lihat dan daftar', url: link(linkCode('kelas', course.id)) },
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
