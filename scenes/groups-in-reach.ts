import { type Html, bold, html, lines, plain } from '../src/html';
import type { ContactState, Visitor, World } from '../src/ports';
import type { Group } from '../src/ports/groups';
import { type Flash, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { unlinkOwn } from './group-link-acts';
import { linkLines, unlinkQuestion } from './group-link-cards';
import { type LinkFacts, isPartlyOwn, linkFacts } from './group-link-facts';
import { pageTurning } from './page-turning';

const scene = 'hubungkan';
const perPage = 8;

/**
 * The groups of an officer in the private chat: those that are linked in scope, or to nothing.
 *
 * A button carries `.c.2` (a page), and `.g.`, `.u.`, `.y.` with a group: show, ask, unlink.
 */
export async function groupsInReach(
  ask: string,
  world: World,
  visitor: Visitor,
): Promise<Card | Flash> {
  const [, verb = '', word = ''] = ask.split('.');
  if (verb === '' || verb === 'c') return listCard(pageIn(word), world, visitor);
  const facts = await factsOf(word, world, visitor);
  if (!facts) return listCard(0, world, visitor);
  if (verb === 'u') return unlinkQuestion(facts, `.y.${word}`, `.g.${word}`);
  return verb === 'y' ? unlinked(facts, world, visitor) : groupCard(facts, world);
}

async function unlinked(facts: LinkFacts, world: World, visitor: Visitor): Promise<Card | Flash> {
  const { chat, thread } = facts.group;
  const hindrance = await unlinkOwn({ facts, thread, world, visitor });
  if (hindrance !== undefined) return { toast: hindrance };
  return groupCard((await factsOf(`${chat}`, world, visitor)) ?? facts, world);
}

const pageIn = (word: string): number => (/^\d{1,4}$/u.test(word) ? Number(word) : 0);

async function factsOf(
  word: string,
  world: World,
  visitor: Visitor,
): Promise<LinkFacts | undefined> {
  if (!/^-\d{1,16}$/u.test(word)) return undefined;
  const group = await world.groups.of(Number(word));
  const facts = group && (await linkFacts(group, world, visitor));
  return facts && isShown(facts) ? facts : undefined;
}

const isShown = (facts: LinkFacts) => facts.link === undefined || isPartlyOwn(facts);

async function listCard(asked: number, world: World, visitor: Visitor): Promise<Card> {
  const all = await world.groups.all();
  const facts = await Promise.all(all.map((group) => linkFacts(group, world, visitor)));
  const shown = facts.filter(isShown);
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const page = Math.min(asked, pages - 1);
  const here = shown.slice(page * perPage, (page + 1) * perPage);
  const states = await statesOf(here, world);
  return {
    text: lines(
      html`🔗 ${bold('Grup')}`,
      'Perintah /hubungkan diketik di dalam grupnya: tambahkan bot ini ke grup, lalu ketik /hubungkan di sana.',
      shown.length === 0 ? 'Belum ada grup.' : undefined,
      ...here.flatMap((one) => ['', ...groupLines(one, states)]),
    ),
    buttons: [
      ...here.map(({ group }) => [{ label: group.title, data: opens(scene, `.g.${group.chat}`) }]),
      ...pageTurning('.c', page, pages, scene),
    ],
  };
}

type States = ReadonlyMap<number, { readonly state: ContactState }>;

const statesOf = (some: readonly LinkFacts[], { contacts }: World): Promise<States> =>
  contacts.of(some.map(({ group }) => group.chat));

const groupLines = (facts: LinkFacts, states: States): readonly Html[] => [
  html`${bold(facts.group.title)}`,
  ...linkLines(facts),
  ...troubleLines(facts.group, states),
];

function troubleLines({ chat, left }: Group, states: States): readonly Html[] {
  if (left)
    return [
      plain('⚠️ Bot tidak ada lagi di grup ini. Tambahkan kembali botnya ke grup itu lebih dulu.'),
    ];
  return states.get(chat)?.state === 'silenced'
    ? [plain('⚠️ Bot tidak boleh menulis di grup ini.')]
    : [];
}

async function groupCard(facts: LinkFacts, world: World): Promise<Card> {
  const { group } = facts;
  return {
    text: lines(
      ...groupLines(facts, await statesOf([facts], world)),
      '',
      'Untuk mengubahnya, ketik /hubungkan di grup tersebut.',
    ),
    buttons: [
      ...(isPartlyOwn(facts)
        ? [[{ label: 'Putuskan', data: opens(scene, `.u.${group.chat}`) }]]
        : []),
      [{ label: 'Semua grup', data: opens(scene) }],
    ],
  };
}
