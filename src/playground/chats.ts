import type { Ground, Group, Person } from './ground';
import { present } from './omit';
import { textParam, type Params } from './params';
import { badRequest, forbidden, Refusal } from './refusal';
import type { Chat } from './wire';

/** Whether an id belongs to a supergroup. */
export const isSupergroup = (chatId: number): boolean => chatId < -1_000_000_000_000;

/** A private chat as the Bot API shows it. */
export function privateChat({ user }: Person): Chat {
  const { id, first_name, last_name, username } = user;
  return { id, first_name, ...present({ last_name, username }), type: 'private' };
}

/** A group as the Bot API shows it. */
export const groupChat = ({ id, title, topics = [] }: Group): Chat => ({
  id,
  title,
  type: isSupergroup(id) ? 'supergroup' : 'group',
  ...(topics.length > 0 && { is_forum: true }),
});

/** The chat with this id as the Bot API shows it, or undefined. */
export function chatById(ground: Ground, chatId: number): Chat | undefined {
  const person = ground.people.get(chatId);
  if (person) return privateChat(person);
  const group = ground.groups.get(chatId);
  return group && groupChat(group);
}

/** The chat that a call names; refused when there is none of that name. */
export function namedChat(ground: Ground, params: Params, field = 'chat_id'): Chat {
  const given = textParam(params, field);
  if (given === '') throw badRequest(`${field} is empty`);
  const chat = /^-?\d+$/.test(given) ? chatById(ground, Number(given)) : undefined;
  if (!chat) throw badRequest('chat not found');
  return chat;
}

/** The chat that a call names, if the bot may look into it. */
export function readableChat(ground: Ground, params: Params, field?: string): Chat {
  const chat = namedChat(ground, params, field);
  const group = ground.groups.get(chat.id);
  if (group) checkMembership(group);
  return chat;
}

/** The chat that a call names, if the bot may write to it. */
export function writableChat(ground: Ground, params: Params): Chat {
  const chat = readableChat(ground, params);
  const person = ground.people.get(chat.id);
  if (person) checkPerson(person);
  const group = ground.groups.get(chat.id);
  if (group?.muted && group.bot !== 'administrator') {
    throw badRequest('not enough rights to send text messages to the chat');
  }
  return chat;
}

function checkPerson(person: Person): void {
  if (person.deactivated) throw forbidden('user is deactivated');
  if (person.blocked) throw forbidden('bot was blocked by the user');
  if (!person.started) throw forbidden("bot can't initiate conversation with a user");
}

function checkMembership(group: Group): void {
  const kind = isSupergroup(group.id) ? 'supergroup' : 'group';
  if (group.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: group.migratedTo,
    });
  }
  if (group.bot === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`);
  if (group.bot === 'left') throw forbidden(`bot is not a member of the ${kind} chat`);
}
