import { groupGreeting, groupWelcomeBack } from './board/group-greeting';
import { groupBackMessages, groupLostMessages, heardOfGroup } from './board/group-news';
import { topicGoneMessages } from './board/topic-gone-messages';
import type { ContactState, Unreachable, World } from './ports';

/** A group as an update shows it; the same update always has the same number. */
export interface SeenGroup {
  readonly chat: number;
  readonly title: string;
  readonly update: number;
}

/** Keeps in mind which groups the bot is in, and tells those who have to know. */
export interface GroupPresence {
  /** Greets a group that is new or to which the bot has returned, and keeps its title. */
  readonly seen: (group: SeenGroup) => Promise<void>;
  /** To be called before a group is marked as out of reach. */
  readonly lost: (chat: number, why: Unreachable) => Promise<void>;
  /** To be called before a group is marked as within reach. */
  readonly back: (chat: number) => Promise<void>;
  /** Writes to the group as a whole from now on, where it wrote to a forum topic that was deleted. */
  readonly topicGone: (chat: number, thread: number) => Promise<void>;
}

/** Messages are put before anything is marked, under keys of their own: a crash in between repeats nothing. */
export const groupPresence = (world: World): GroupPresence => ({
  seen: (group) => seen(group, world),
  lost: (chat, why) => lost(chat, why, world),
  back: (chat) => back(chat, world),
  topicGone: (chat, thread) => topicGone(chat, thread, world),
});

async function seen({ chat, title, update }: SeenGroup, world: World): Promise<void> {
  const { groups, outbox, clock } = world;
  const known = await groups.of(chat);
  if (known && !known.left) {
    if (known.title !== title) await groups.renamed(chat, title);
    return;
  }
  // What was said before the group became a supergroup may be heard after it.
  if ((await contactOf(chat, world))?.movedTo !== undefined) return;
  const at = clock.now();
  const greeting = known?.institutions ? groupWelcomeBack : groupGreeting;
  const act = { do: 'say', card: { text: greeting(world.office) } } as const;
  await outbox.put([{ key: `greeting:${chat}:${update}`, chat, kind: 'answer', act, at }]);
  await groups.met(chat, title, at);
}

async function lost(chat: number, why: Unreachable, world: World): Promise<void> {
  const { groups, outbox, clock } = world;
  const [group, contact] = await Promise.all([groups.of(chat), contactOf(chat, world)]);
  if (!group) return;
  const isNews = howFar(contact?.state) !== howFar(why);
  if (isNews && !(await isKnownLost(chat, why, world)))
    await outbox.put(await groupLostMessages({ group, since: contact?.since }, why, world));
  if (why !== 'silenced') await groups.gone(chat, clock.now());
}

async function back(chat: number, world: World): Promise<void> {
  const contact = await contactOf(chat, world);
  if (!contact || contact.state === 'ok') return;
  const group = await world.groups.of(chat);
  if (!group) return;
  const heard = await heardOfGroup(chat, world);
  // What nobody heard as lost is not told to be back; what is no longer on record was heard long ago.
  if (heard && heard.is !== 'lost') return;
  await world.outbox.put(await groupBackMessages({ group, since: contact.since }, world));
}

async function topicGone(chat: number, thread: number, world: World): Promise<void> {
  const group = await world.groups.of(chat);
  if (group?.thread === thread)
    await world.outbox.put(await topicGoneMessages(group, thread, world));
  await world.groups.topicGone(chat, thread);
}

/** Whether officers know of it already: that it came back in between was never read. */
async function isKnownLost(chat: number, why: Unreachable, world: World): Promise<boolean> {
  const heard = await heardOfGroup(chat, world);
  return heard?.is === 'lost' && howFar(heard.why as ContactState) === howFar(why);
}

/** Reasons to be out of reach that come to the same for those who are told. */
function howFar(state: ContactState = 'ok'): 'in' | 'silenced' | 'out' {
  if (state === 'ok') return 'in';
  return state === 'silenced' ? 'silenced' : 'out';
}

const contactOf = async (chat: number, { contacts }: World) =>
  (await contacts.of([chat])).get(chat);
