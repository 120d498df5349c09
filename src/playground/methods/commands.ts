import { chatById } from '../chats';
import type { Ground } from '../ground';
import { asObject, intParam, jsonParam, listParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { BotCommand } from '../wire';

const maxCommands = 100;
const broadScopes = new Set([
  ...['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'],
]);
const chatScopes = new Set(['chat', 'chat_administrators', 'chat_member']);

/** Sets the command menu of a scope and language. */
export function setMyCommands({ ground }: Stage, params: Params): boolean {
  const commands = (listParam(params, 'commands') ?? []).map(readCommand);
  if (commands.length > maxCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  ground.commands.set(scopeKey(ground, params), commands);
  ground.changes.tell({ kind: 'commands' });
  return true;
}

/** The commands set for exactly this scope and language. */
export const getMyCommands = ({ ground }: Stage, params: Params): readonly BotCommand[] =>
  ground.commands.get(scopeKey(ground, params)) ?? [];

/** Lets a scope fall back to the next wider one. */
export function deleteMyCommands({ ground }: Stage, params: Params): boolean {
  ground.commands.delete(scopeKey(ground, params));
  ground.changes.tell({ kind: 'commands' });
  return true;
}

/**
 * The menu a person sees in a chat: the narrowest scope that has one, in the person's language
 * before any language (https://core.telegram.org/bots/api#determining-list-of-commands).
 */
export function commandsShown(
  ground: Ground,
  personId: number,
  chatId: number,
): readonly BotCommand[] {
  const language = ground.people.get(personId)?.user.language_code ?? '';
  const group = ground.groups.get(chatId);
  const isOwner = group?.members[0] === personId;
  const admins = isOwner ? [`chat_administrators ${chatId}`] : [];
  const scopes = group
    ? [
        `chat_member ${chatId} ${personId}`,
        ...admins,
        `chat ${chatId}`,
        ...(isOwner ? ['all_chat_administrators'] : []),
        'all_group_chats',
      ]
    : [`chat ${chatId}`, 'all_private_chats'];
  const keys = [...scopes, 'default'].flatMap((scope) => [`${scope}|${language}`, `${scope}|`]);
  return keys.map((key) => ground.commands.get(key)).find((commands) => commands) ?? [];
}

function scopeKey(ground: Ground, params: Params): string {
  const scope = asObject(jsonParam(params, 'scope')) ?? { type: 'default' };
  const language = textParam(params, 'language_code');
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified');
  const type = String(scope.type);
  if (broadScopes.has(type)) return `${type}|${language}`;
  if (!chatScopes.has(type)) throw badRequest("can't parse BotCommandScope: unsupported type");

  const values = { ...params, values: scope };
  const chatId = intParam(values, 'chat_id');
  const person = ground.people.get(chatId);
  if (!chatById(ground, chatId) || person?.started === false) throw badRequest('chat not found');
  if (type !== 'chat_member') return `${type} ${chatId}|${language}`;
  const userId = intParam(values, 'user_id');
  if (!ground.people.get(userId)) throw badRequest('user not found');
  return `${type} ${chatId} ${userId}|${language}`;
}

function readCommand(value: unknown): BotCommand {
  const item = asObject(value) ?? {};
  const command = typeof item.command === 'string' ? item.command.replace(/^\//, '') : '';
  const description = typeof item.description === 'string' ? item.description.trim() : '';
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.length < 1 || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description };
}
