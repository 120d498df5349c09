import type { Course } from '../domain/course';
import type { Day } from '../domain/day';
import { longDay, shortDay } from '../domain/indonesian-dates';
import type { Institution } from '../domain/institution';
import { contactWay, publicContactOf } from '../domain/public-contact';
import { roleName } from '../domain/person';
import { wholeReach } from '../domain/rights';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';
import { isolated } from '../domain/isolated';

/** An institution that everybody may look at: one that is looked after; a duplicate leads to its survivor. */
export async function publicInstitution(
  id: string,
  { institutions }: Pick<World, 'institutions'>,
): Promise<Institution | undefined> {
  const found = id === '' ? undefined : await institutions.one(id, wholeReach);
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

/** The courses of an institution that were approved and are not over, the running ones apart. */
export async function announcedCourses(
  institution: string,
  { courses }: Pick<World, 'courses'>,
  today: Day,
): Promise<{ readonly running: readonly Course[]; readonly coming: readonly Course[] }> {
  const found = await courses.endingFrom(institution, today);
  const approved = found
    .filter(({ state }) => state === 'approved')
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return {
    running: approved.filter(({ startsOn }) => startsOn < today),
    coming: approved.filter(({ startsOn }) => startsOn >= today),
  };
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
