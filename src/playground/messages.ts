import { isSupergroup } from './chats';
import { nextId } from './counters';
import type { Ground, Kept } from './ground';
import { omit } from './omit';
import type { Chat, Content, Message, User } from './wire';

/** What is known of a message before it has an id. */
export interface Draft extends Omit<Kept, 'message'> {
  readonly chat: Chat;
  readonly from: User;
  readonly content: Content & Partial<Pick<Message, 'reply_markup' | 'forward_origin' | 'via_bot'>>;
  readonly replyTo?: Message;
}

const keyOf = (chatId: number, messageId: number) => `${chatId}/${messageId}`;

/** The instant as the Bot API writes it: whole seconds since 1970. */
export const unixTime = (ground: Ground): number => Math.floor(ground.now().getTime() / 1000);

/** Adds a message to its chat, with an id above all before it. */
export function addMessage(ground: Ground, draft: Draft): Kept {
  const { chat, from, content, replyTo, ...beside } = draft;
  // Private chats and basic groups share one series of ids, each supergroup has its own.
  const series = isSupergroup(chat.id) ? `message ${chat.id}` : 'message';
  const message: Message = {
    message_id: nextId(ground, series, 1),
    from,
    chat,
    date: unixTime(ground),
    ...(replyTo === undefined ? {} : { reply_to_message: withoutReply(replyTo) }),
    ...content,
  };
  const kept = { ...beside, message };
  ground.messages.set(keyOf(chat.id, message.message_id), kept);
  idsOf(ground, chat.id).push(message.message_id);
  ground.changes.tell({ kind: 'message', chatId: chat.id, messageId: message.message_id });
  return kept;
}

/** Puts a changed message in the place of the old one. */
export function replaceMessage(ground: Ground, kept: Kept): void {
  const { chat, message_id: messageId } = kept.message;
  ground.messages.set(keyOf(chat.id, messageId), kept);
  ground.changes.tell({ kind: 'edited', chatId: chat.id, messageId });
}

/** Takes a message out of its chat. */
export function removeMessage(ground: Ground, chatId: number, messageId: number): void {
  ground.messages.delete(keyOf(chatId, messageId));
  const ids = idsOf(ground, chatId);
  ids.splice(ids.indexOf(messageId), 1);
  ground.changes.tell({ kind: 'deleted', chatId, messageId });
}

/** One message, or undefined when it never was or has been deleted. */
export const findMessage = (ground: Ground, chatId: number, messageId: number): Kept | undefined =>
  ground.messages.get(keyOf(chatId, messageId));

/** All messages of a chat, oldest first. */
export const messagesOf = (ground: Ground, chatId: number): Kept[] =>
  idsOf(ground, chatId).flatMap((id) => findMessage(ground, chatId, id) ?? []);

function idsOf(ground: Ground, chatId: number): number[] {
  const ids = ground.order.get(chatId) ?? [];
  ground.order.set(chatId, ids);
  return ids;
}

/** Telegram shows one level of replies. */
const withoutReply = (message: Message): Message => omit(message, ['reply_to_message']);
