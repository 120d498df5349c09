import type { Update } from 'telegraf/types';

/**
 * The lane an update keeps its order in: the person's for private chats, else the chat's.
 *
 * Telegram queues messages per chat and button presses per person; in private chats both are one.
 * What is asked inline has a lane of its own beside them.
 */
export function laneOf(update: Update): string {
  // Whoever types a name letter by letter keeps nobody waiting, themselves neither.
  if ('inline_query' in update) return `inline:${update.inline_query.from.id}`;
  const { chat, from } = partiesOf(update);
  if (chat && chat.type !== 'private') return `chat:${chat.id}`;
  const id = from?.id ?? chat?.id;
  return id === undefined ? 'nobody' : `person:${id}`;
}

interface Parties {
  readonly chat?: { readonly id: number; readonly type: string } | undefined;
  readonly from?: { readonly id: number } | undefined;
}

function partiesOf(update: Update): Parties {
  if ('callback_query' in update) {
    const { from, message } = update.callback_query;
    return { from, chat: message?.chat };
  }
  if ('message' in update) return update.message;
  if ('edited_message' in update) return update.edited_message;
  if ('my_chat_member' in update) return update.my_chat_member;
  return {};
}
