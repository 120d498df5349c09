import type { Course } from '../domain/course';
import type { Day } from '../domain/day';
import { longDay, shortDay } from '../domain/indonesian-dates';
import type { Institution } from '../domain/institution';
import { contactWay, publicContactOf } from '../domain/public-contact';
import { roleName } from '../domain/person';
import { wholeReach } from '../domain/rights';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';
import type { CourseList } from '../ports/courses';
import { isolated } from '../domain/isolated';

/** An institution that everybody may look at: one that is looked after; a duplicate leads to its survivor. */
export async function publicInstitution(
  id: string,
  { institutions }: Pick<World, 'institutions'>,
): Promise<Institution | undefined> {
  if (id === '') return undefined;
  // Links are copied by hand, too, and ids are small letters.
  const found =
    (await institutions.one(id, wholeReach)) ??
    (await institutions.one(id.toLowerCase(), wholeReach));
  return found?.archivedAt ? undefined : found;
}

/** Where it is: 'Sungai Tuak, Kec. Tanah Grogot, Kabupaten Paser'. */
export const placeWords = ({ village, district, regency }: Institution): string =>
  [village, `Kec. ${isolated(district)}`, regency]
    .filter((part) => part !== undefined)
    .map(isolated)
    .join(', ');

/** When a course takes place: 'Kamis, 10 Desember 2026', or '1 Des 2026 sampai 10 Des 2026'. */
export const courseDates = ({ startsOn, endsOn }: Pick<Course, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn ? longDay(startsOn) : `${shortDay(startsOn)} sampai ${shortDay(endsOn)}`;

/** Says of a course that has begun that it is too late to register; undefined before. */
export const whyClosed = (
  { startsOn }: Pick<Course, 'startsOn'>,
  today: Day,
): string | undefined =>
  startsOn < today ? 'Pelatihan ini sedang berjalan, dan pendaftarannya sudah ditutup.' : undefined;

/** What the public reads of an approved course. */
export const announcedLines = ({
  title,
  quota,
  conditions,
  contact,
  ...dates
}: Course): readonly Html[] => [
  bold(title),
  html`Tanggal: ${courseDates(dates)}`,
  html`Kuota: ${quota} orang`,
  html`Syarat: ${conditions}`,
  ...(contact === undefined ? [] : [html`Narahubung: ${contact}`]),
];

/** The first few courses of an institution that everybody may see, the running ones apart. */
export async function announcedCourses(
  institution: string,
  { courses }: Pick<World, 'courses'>,
  today: Day,
  limit: number,
): Promise<{ readonly running: CourseList; readonly coming: CourseList }> {
  const page = { skip: 0, limit };
  const [running, coming] = await Promise.all([
    courses.running([institution], today, page),
    courses.upcoming([institution], today, page),
  ]);
  return { running, coming };
}

/** Those who agreed to be named for an institution, and how they can be reached. */
export async function agreedContacts(
  institution: string,
  { people }: Pick<World, 'people'>,
): Promise<readonly Html[]> {
  const found = await people.of(institution);
  return found.flatMap((person) => {
    const contact = publicContactOf(person, institution);
    if (!contact) return [];
    const role = person.grants.some(
      (grant) => grant.role === 'manager' && grant.institution === institution,
    )
      ? 'manager'
      : 'deputy';
    return [html`${person.name} (${roleName(role).toLowerCase()}): ${contactWay(contact)}`];
  });
}
