import { readableChat } from '../chats';
import type { Ground, Group } from '../ground';
import { leaveGroup } from '../membership';
import { intParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { User } from '../wire';

/** Describes a chat. */
export function getChat({ ground }: Stage, params: Params): unknown {
  const chat = readableChat(ground, params);
  return { ...chat, accent_color_id: Math.abs(chat.id) % 7, max_reaction_count: 11 };
}

/** Describes one member of a chat, also one who left. */
export function getChatMember({ ground }: Stage, params: Params): unknown {
  const chat = readableChat(ground, params);
  const userId = intParam(params, 'user_id');
  const user = userId === ground.bot.id ? ground.bot : ground.people.get(userId)?.user;
  if (!user) throw badRequest('user not found');
  const group = ground.groups.get(chat.id);
  return { user, status: group ? statusIn(group, user) : 'member' };
}

/** The owner, and the bot when it is an administrator. */
export function getChatAdministrators({ ground }: Stage, params: Params): unknown {
  const group = namedGroup(ground, params);
  const owner = ground.people.get(group.members[0] ?? 0)?.user;
  return [
    ...(owner ? [{ user: owner, status: 'creator', is_anonymous: false }] : []),
    ...(group.bot === 'administrator' ? [{ user: ground.bot, status: 'administrator' }] : []),
  ];
}

/** How many belong to a chat, the bot among them. */
export function getChatMemberCount({ ground }: Stage, params: Params): number {
  const chat = readableChat(ground, params);
  const group = ground.groups.get(chat.id);
  return group ? group.members.length + 1 : 2;
}

/** Takes the bot out of a group. */
export function leaveChat({ ground, queue }: Stage, params: Params): boolean {
  const group = namedGroup(ground, params);
  leaveGroup({ ground, queue }, group);
  return true;
}

function namedGroup(ground: Ground, params: Params): Group {
  const chat = readableChat(ground, params);
  const group = ground.groups.get(chat.id);
  if (!group) throw badRequest('there are no administrators in the private chat');
  return group;
}

function statusIn(group: Group, user: User): string {
  if (user.is_bot) return group.bot;
  if (group.members[0] === user.id) return 'creator';
  return group.members.includes(user.id) ? 'member' : 'left';
}
