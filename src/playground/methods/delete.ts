import { readableChat } from '../chats';
import type { Ground, Kept } from '../ground';
import { findMessage, removeMessage, unixTime } from '../messages';
import { intParam, listParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';

const deletableSeconds = 48 * 60 * 60;

/** Deletes a message that is younger than 48 hours and the bot's to delete. */
export function deleteMessage({ ground }: Stage, params: Params): boolean {
  const chat = readableChat(ground, params);
  const messageId = intParam(params, 'message_id');
  if (messageId === 0) throw badRequest('message identifier is not specified');
  const kept = findMessage(ground, chat.id, messageId);
  if (!kept) throw badRequest('message to delete not found');
  const why = whyNot(ground, kept);
  if (why !== undefined) throw badRequest(why);
  removeMessage(ground, chat.id, messageId);
  return true;
}

/** Deletes up to 100 messages; those that cannot be deleted are passed over. */
export function deleteMessages({ ground }: Stage, params: Params): boolean {
  const chat = readableChat(ground, params);
  const ids = listParam(params, 'message_ids') ?? [];
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  for (const id of ids.map(Number)) {
    const kept = findMessage(ground, chat.id, id);
    if (kept && whyNot(ground, kept) === undefined) removeMessage(ground, chat.id, id);
  }
  return true;
}

function whyNot(ground: Ground, { message }: Kept): string | undefined {
  if (unixTime(ground) - message.date > deletableSeconds) {
    return "message can't be deleted for everyone";
  }
  const isOwn = message.from.id === ground.bot.id;
  const group = ground.groups.get(message.chat.id);
  const mayDelete = isOwn || !group || group.bot === 'administrator';
  return mayDelete ? undefined : "message can't be deleted";
}
