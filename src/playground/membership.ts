import { groupChat, privateChat } from './chats';
import type { Ground, Group, Membership, Person } from './ground';
import { unixTime } from './messages';
import type { UpdateQueue } from './updates';
import type { Chat, User } from './wire';

interface Place {
  readonly ground: Ground;
  readonly queue: UpdateQueue;
}

interface Change {
  readonly chat: Chat;
  readonly by: User;
  readonly from: Membership;
  readonly to: Membership;
}

/** Tells the bot that its own place in a chat has changed. */
function tellBot({ ground, queue }: Place, { chat, by, from, to }: Change): number | undefined {
  const member = (status: Membership) => ({ user: ground.bot, status });
  const body = {
    chat,
    from: by,
    date: unixTime(ground),
    old_chat_member: member(from),
    new_chat_member: member(to),
  };
  return queue.add('my_chat_member', body, `chat ${chat.id}`);
}

/** Sets the bot's place in a group and tells it; returns the id of the update. */
export function setMembership(
  place: Place,
  group: Group,
  to: Membership,
  by: User,
): number | undefined {
  const { ground } = place;
  if (group.bot === to) return undefined;
  ground.groups.set(group.id, { ...group, bot: to });
  ground.changes.tell({ kind: 'people' });
  return tellBot(place, { chat: groupChat(group), by, from: group.bot, to });
}

/** Lets the bot leave a group by itself. */
export function leaveGroup(place: Place, group: Group): void {
  setMembership(place, group, 'left', place.ground.bot);
}

/** Blocks or unblocks the bot for a person and tells the bot. */
export function setBlocked(place: Place, person: Person, blocked: boolean): number | undefined {
  const { ground } = place;
  if (person.blocked === blocked) return undefined;
  ground.people.set(person.user.id, { ...person, blocked });
  ground.changes.tell({ kind: 'people' });
  const [from, to] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  return tellBot(place, { chat: privateChat(person), by: person.user, from, to });
}
