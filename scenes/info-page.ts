import {
  agreedContacts,
  announcedCourses,
  courseDates,
  placeWords,
} from '../src/board/public-words';
import { courseLabel } from '../src/board/course-words';
import type { CourseList } from '../src/ports/courses';
import { linkCode } from '../src/domain/deep-link';
import { type Institution, shortName } from '../src/domain/institution';
import { kindLabel } from '../src/domain/institution-words';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card, Chat } from '../src/talk';
import { remembering } from './info-remembered';

/** More courses than these are counted. */
const mostShown = 4;

/** Where a page is shown, and the list it was chosen from. */
export interface Shown {
  readonly chat: Chat;
  readonly list?: string;
}

/** What anybody may know of one institution. */
export async function institutionPage(
  institution: Institution,
  world: World,
  visitor: Visitor,
  { chat, list = '' }: Shown,
): Promise<Card> {
  const { id } = institution;
  const [announced, contacts] = await Promise.all([
    announcedCourses(id, world, visitor.today, mostShown),
    agreedContacts(id, world),
  ]);
  return {
    text: lines(
      ...describing(institution),
      '',
      ...courseLines(announced),
      '',
      ...applying(contacts),
      '',
      html`Tautan: ${world.link(linkCode('info', id))}`,
    ),
    buttons: [
      ...courseButtons(announced, list),
      [interested(institution, undefined, world, chat), { label: 'Bagikan', share: id }],
      [{ label: 'Lembaga lain', data: opens('info', list === '' ? '' : `.l${list}`) }],
    ],
  };
}

const describing = (institution: Institution): readonly Html[] => [
  bold(institution.name),
  html`Jenis: ${kindLabel(institution.kind)}`,
  html`Kejuruan: ${bold(institution.trade)}`,
  html`Tempat: ${placeWords(institution)}`,
];

interface Announced {
  readonly coming: CourseList;
  readonly running: CourseList;
}

const courseButtons = (
  { coming, running }: Announced,
  list: string,
): readonly (readonly Button[])[] =>
  [...coming.courses, ...running.courses].map((one) => [
    { label: courseLabel(one), data: remembering('k', one.id, list) },
  ]);

function courseLines({ coming, running }: Announced): readonly Html[] {
  const more = coming.total - coming.courses.length;
  return [
    bold('Pelatihan yang akan datang'),
    ...coming.courses.map((one) => html`• ${one.title}, ${courseDates(one)}`),
    ...(more > 0 ? [html`… dan ${more} pelatihan lain`] : []),
    ...(coming.total === 0 ? [html`Belum ada jadwal yang diumumkan.`] : []),
    ...running.courses.map((one) => html`Sedang berjalan: ${one.title}, ${courseDates(one)}`),
  ];
}

const applying = (contacts: readonly Html[]): readonly Html[] => [
  bold('Cara mendaftar'),
  html`Ketuk Saya berminat, maka nama Anda kami teruskan kepada pengelolanya, atau kepada petugas dinas bila
  pengelolanya belum dapat dihubungi. Boleh juga datang langsung${contacts.length === 0 ? '.' : ', atau menghubungi:'}`,
  ...contacts,
];

/** The form is filled in in private: a group leads there. */
export function interested(
  { id }: Institution,
  course: string | undefined,
  { link }: World,
  { kind }: Chat,
): Button {
  const label = 'Saya berminat';
  if (kind === 'group')
    return { label, url: link(linkCode('minat', course === undefined ? id : `.${course}`)) };
  return { label, data: opens('minat', course === undefined ? id : `.${course}`) };
}

/** What is said of an institution that is not in the list, or not any more. */
export const notListed =
  'Mohon maaf, lembaga atau pelatihan itu tidak ada lagi dalam daftar kami. Silakan lihat yang lain di /info.';

/** The button that leads to everything there is. */
export const toList: Button = { label: 'Lihat daftar', data: opens('info') };

/** Leads on from something that is not there. */
export const notListedCard: Card = { text: html`${notListed}`, buttons: [[toList]] };

/** What an institution is called on a button that leads back to it. */
export const backTo = (institution: Institution, list = ''): Button => ({
  label: shortName(institution),
  data: list === '' ? opens('info', institution.id) : remembering('i', institution.id, list),
});
