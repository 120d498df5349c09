import { writableChat } from '../chats';
import type { Ground, Kept } from '../ground';
import { findMessage, messagesOf, replaceMessage } from '../messages';
import { intParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';

/** Pins a message; in a group only an administrator may. */
export function pinChatMessage({ ground }: Stage, params: Params): boolean {
  const kept = named(ground, params, 'pin');
  mayPin(ground, kept.message.chat.id);
  replaceMessage(ground, { ...kept, pinned: true });
  return true;
}

/** Unpins one message, or the latest pinned one. */
export function unpinChatMessage({ ground }: Stage, params: Params): boolean {
  const chat = writableChat(ground, params);
  mayPin(ground, chat.id);
  const pinned = messagesOf(ground, chat.id).filter((kept) => kept.pinned);
  const wanted = intParam(params, 'message_id');
  const kept =
    wanted === 0 ? pinned.at(-1) : pinned.find((one) => one.message.message_id === wanted);
  if (kept) replaceMessage(ground, { ...kept, pinned: false });
  return true;
}

/** Unpins everything. */
export function unpinAllChatMessages({ ground }: Stage, params: Params): boolean {
  const chat = writableChat(ground, params);
  mayPin(ground, chat.id);
  for (const kept of messagesOf(ground, chat.id)) {
    if (kept.pinned) replaceMessage(ground, { ...kept, pinned: false });
  }
  return true;
}

/** Accepts a reaction to a message that exists. */
export function setMessageReaction({ ground }: Stage, params: Params): boolean {
  named(ground, params, 'react');
  return true;
}

function named(ground: Ground, params: Params, verb: string): Kept {
  const chat = writableChat(ground, params);
  const kept = findMessage(ground, chat.id, intParam(params, 'message_id'));
  if (!kept) throw badRequest(`message to ${verb} not found`);
  return kept;
}

function mayPin(ground: Ground, chatId: number): void {
  const group = ground.groups.get(chatId);
  if (group && group.bot !== 'administrator') {
    throw badRequest('not enough rights to manage pinned messages in the chat');
  }
}
