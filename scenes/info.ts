import { publicInstitution } from '../src/board/public-words';
import { type Sought, soughtWords } from '../src/board/sought-words';
import { asksForAny } from '../src/domain/search-words';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView } from '../src/scene';
import type { Card, Chat } from '../src/talk';
import { type Found, announcedCourse, announcements, coursesCalled } from './info-courses';
import { infoHome } from './info-home';
import {
  type InstitutionList,
  institutionList,
  placeList,
  readLook,
  regencyList,
} from './info-lists';
import { institutionPage, notListedCard } from './info-page';
import { remembered } from './info-remembered';

/**
 * What anybody may know: the institutions by place and trade, their next courses, and whom to ask.
 *
 * A button carries a dot, a letter for the sort of page and what it is about, in marks of names; else
 * an institution's id. Other words are searched for.
 */
export const info = defineView({
  command: 'info',
  about: 'Info BLK dan pelatihan',
  for: ['public'],
  inGroups: true,
  show: async (ask, world, visitor, chat) => {
    const [, sort = '', rest = ''] = /^\.([hRdtlcki])(.*)$/su.exec(ask) ?? [];
    const page = pages[sort];
    return page ? page(rest, world, visitor, chat) : found(ask.trim(), world, visitor, chat);
  },
});

type Show = (rest: string, world: World, visitor: Visitor, chat: Chat) => Promise<Card>;

const pages: Readonly<Record<string, Show>> = {
  h: (regency, world, _visitor, chat) => infoHome(regency, world, chat),
  R: (page, world) => regencyList(numberIn(page), world),
  d: (rest, world) => placeList('district', ...markAndPage(rest), world),
  t: (rest, world) => placeList('trade', ...markAndPage(rest), world),
  l: (rest, world) => institutionList(readLook(rest), world),
  c: (rest, world, visitor) => announcements(...markAndPage(rest), world, visitor),
  i: async (rest, world, visitor, chat) => {
    const { id, list } = remembered(rest);
    const institution = await publicInstitution(id, world);
    return institution
      ? institutionPage(institution, world, visitor, { chat, list })
      : notListedCard;
  },
  k: (id, world, visitor, chat) => announcedCourse(id, world, visitor, chat),
};

/** An institution by its id, else what has these words. */
async function found(words: string, world: World, visitor: Visitor, chat: Chat): Promise<Card> {
  if (words === '') return infoHome('', world, chat);
  const institution = await publicInstitution(words, world);
  if (institution) return institutionPage(institution, world, visitor, { chat });
  if (asksForAny(words)) return announcements('', 0, world, visitor);
  const sought = await soughtWords(words, world, visitor.today);
  const list = await institutionList({ marks: [], page: 0, words: sought.words }, world);
  const card = withCourses(await coursesCalled(sought.words, world, visitor), list);
  return { ...card, text: lines(...soughtLines(sought), card.text) };
}

/** Says which words are looked for where not all of them are. */
const soughtLines = ({ without, instead }: Sought): readonly Html[] => [
  ...(instead.length === 0 ? [] : [html`Mungkin yang dimaksud: ${bold(instead.join(' '))}.`]),
  ...(without.length === 0
    ? []
    : [
        html`Belum ada yang cocok dengan semua kata. Ini hasilnya tanpa: ${bold(without.join(' '))}.`,
      ]),
  ...(instead.length + without.length === 0 ? [] : [html``]),
];

/** Courses that have the words come before the institutions that have them. */
function withCourses(found: Found, list: InstitutionList): Card {
  if (found.lines.length === 0) return list;
  const isOnly = list.total === 0;
  return {
    text: lines(bold('Pelatihan yang cocok'), ...found.lines, ...(isOnly ? [] : ['', list.text])),
    buttons: [...found.buttons, ...(list.buttons ?? [])],
  };
}

const numberIn = (text: string): number => Number(/^\d{1,4}$/u.exec(text)?.[0] ?? 0);

function markAndPage(rest: string): [string, number] {
  const [mark = '', page = ''] = rest.split('.');
  return [mark, numberIn(page)];
}
