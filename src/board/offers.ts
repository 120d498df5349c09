import type { Course } from '../domain/course';
import { type Day, dayAt } from '../domain/day';
import { linkCode } from '../domain/deep-link';
import { type Institution, shortName } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import { bold, html, lines } from '../html';
import type { World } from '../ports';
import type { Asked, Offer, Offers } from '../talk/offers';
import { announcedLines, courseDates, placeWords, publicInstitution } from './public-words';

const perPage = 20;
/** More institutions than these never announce courses at the same time. */
const mostAnnouncing = 10_000;

type Known = Pick<World, 'institutions' | 'courses' | 'link' | 'clock' | 'zone'>;

/** What everybody may put into a chat about courses and institutions: the courses first, then the others by name. */
export async function offersFor({ words: said, skip }: Asked, world: Known): Promise<Offers> {
  const words = said.replace(/\s+/gu, ' ').trim();
  const one = await publicInstitution(words, world);
  const courses = await coursesFor(words, one, skip, world);
  const left = perPage - courses.offers.length;
  const look = { skip: Math.max(0, skip - courses.total), limit: left };
  const { institutions, total } = one
    ? { institutions: [one].slice(look.skip), total: 1 }
    : await world.institutions.page(wholeReach, { words, ...look });
  const offers = [
    ...courses.offers,
    ...(left > 0 ? institutions.map((each) => ofInstitution(each, world)) : []),
  ];
  const next = skip + offers.length;
  return { offers, ...(offers.length > 0 && next < courses.total + total && { next }) };
}

/** Courses whose title has the words, or all those of the one institution that is meant. */
async function coursesFor(
  words: string,
  one: Institution | undefined,
  skip: number,
  world: Known,
): Promise<{ readonly offers: readonly Offer[]; readonly total: number }> {
  const today = dayAt(world.clock.now(), world.zone);
  const named = one ? new Map([[one.id, one]]) : await announcing(today, world);
  const look = { skip, limit: perPage, words: one ? '' : words };
  const { courses, total } = await world.courses.upcoming([...named.keys()], today, look);
  const offers = courses.flatMap((course) => {
    const institution = named.get(course.institution);
    return institution ? [ofCourse(course, institution, world)] : [];
  });
  return { offers, total };
}

/** The institutions that announce something, by id: only those that are looked after. */
export async function announcing(
  today: Day,
  world: Pick<World, 'institutions' | 'courses'>,
  regency?: string,
): Promise<ReadonlyMap<string, Institution>> {
  const ids = await world.courses.announcing(today);
  if (ids.length === 0) return new Map();
  const { institutions } = await world.institutions.page(
    { institutions: ids, regencies: [] },
    { ...(regency !== undefined && { regency }), skip: 0, limit: mostAnnouncing },
  );
  return new Map(institutions.map((one) => [one.id, one]));
}

const ofCourse = (course: Course, institution: Institution, { link }: Known): Offer => ({
  id: `k${course.id}`,
  title: course.title,
  about: `${courseDates(course)} · ${shortName(institution)}, ${institution.district}`,
  text: lines(
    ...announcedLines(course),
    html`Tempat: ${bold(institution.name)}, ${placeWords(institution)}`,
  ),
  button: { label: 'Lihat dan daftar', url: link(linkCode('kelas', course.id)) },
});

const ofInstitution = (institution: Institution, { link }: Known): Offer => ({
  id: `i${institution.id}`,
  title: institution.name,
  about: `${institution.trade} · ${placeWords(institution)}`,
  text: lines(
    bold(institution.name),
    html`Kejuruan: ${bold(institution.trade)}`,
    html`Tempat: ${placeWords(institution)}`,
  ),
  button: { label: 'Jadwal dan pendaftaran', url: link(linkCode('info', institution.id)) },
});
