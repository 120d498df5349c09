import { plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Flash, defineView } from '../src/scene';
import type { Card, Chat } from '../src/talk';
import {
  type Hindrance,
  type LinkAct,
  linkAll,
  linkOne,
  unlinkOne,
  unlinkOwn,
  writeHere,
} from './group-link-acts';
import { groupLinkCard, unlinkQuestion } from './group-link-cards';
import { type LinkFacts, isPartlyOwn, linkFacts } from './group-link-facts';
import { foundCard, linkedCard, placesCard } from './group-link-list';
import { groupsInReach } from './groups-in-reach';

/**
 * Links the group it is typed in to institutions of the officer's regencies, and shows to which.
 *
 * A button carries `.a` (all), `.p.` and `.l.` with an institution and a page (link one, take it
 * away), `.b.2` and `.d.2` (pages of all and of the linked ones), `.t` (write in this topic), `.u` and
 * `.y` (unlink); words look for institutions. In the private chat it lists the groups.
 */
export const hubungkan = defineView({
  command: 'hubungkan',
  about: 'Hubungkan grup dengan BLK',
  for: ['officer', 'admin'],
  inGroups: true,
  show: (ask, world, visitor, chat) =>
    chat.kind === 'group'
      ? inGroup(ask.trim(), world, visitor, chat)
      : groupsInReach(ask.trim(), world, visitor),
});

type Shown = Card | Flash;

async function inGroup(ask: string, world: World, visitor: Visitor, chat: Chat): Promise<Shown> {
  const group = await world.groups.of(chat.id);
  // It may have got another id in this very moment.
  if (!group) return { text: plain('Mohon maaf, silakan ketik /hubungkan sekali lagi.') };
  const facts = await linkFacts(group, world, visitor);
  const act: LinkAct = { facts, thread: chat.thread, world, visitor };
  if (ask === '') return groupLinkCard(facts, chat);
  if (!ask.startsWith('.')) return foundCard(facts, ask, world);
  const [, verb = '', id = '', page] = ask.split('.');
  switch (verb) {
    case 'b':
      return placesCard(facts, pageIn(id), world);
    case 'd':
      return linkedCard(facts, pageIn(id));
    case 'u':
      return isPartlyOwn(facts) ? unlinkQuestion(facts, '.y', '') : groupLinkCard(facts, chat);
    default:
      return changed(await change(verb, id, act), act, chat, page);
  }
}

function change(verb: string, id: string, act: LinkAct): Promise<Hindrance> {
  switch (verb) {
    case 'a':
      return linkAll(act);
    case 'p':
      return linkOne(id, act);
    case 'l':
      return unlinkOne(id, act);
    case 'y':
      return unlinkOwn(act);
    case 't':
      return writeHere(act);
    default:
      return Promise.resolve(undefined);
  }
}

/** Shows what holds now: on the page that was tapped, else the group. */
async function changed(
  hindrance: Hindrance,
  { facts, world, visitor }: LinkAct,
  chat: Chat,
  page: string | undefined,
): Promise<Shown> {
  if (hindrance !== undefined) return { toast: hindrance };
  const now = await factsNow(facts, world, visitor);
  return page === undefined ? groupLinkCard(now, chat) : placesCard(now, pageIn(page), world);
}

async function factsNow({ group }: LinkFacts, world: World, visitor: Visitor): Promise<LinkFacts> {
  return linkFacts((await world.groups.of(group.chat)) ?? group, world, visitor);
}

const pageIn = (word: string): number => (/^\d{1,4}$/u.test(word) ? Number(word) : 0);
