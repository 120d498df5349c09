import type { Context, Telegraf } from 'telegraf';
import type { ChatMemberUpdated, Message } from 'telegraf/types';
import type { OnMigration, Unreachable } from '../../ports';

/** Told which chats the bot can reach, and when a group gets another id. */
export interface PresenceListener {
  readonly reachable: (chat: number) => Promise<void>;
  readonly unreachable: (chat: number, why: Unreachable) => Promise<void>;
  readonly moved: OnMigration;
}

/** Reads from every update what it says about the way to a chat, then passes it on. */
export function routePresence(bot: Telegraf, listener: PresenceListener): void {
  bot.use(async (context, next) => {
    if (context.myChatMember) await hearPlace(context.myChatMember, listener);
    else if (context.message) await hearMigration(context.message, listener);
    const person = personTalking(context);
    if (person !== undefined) await listener.reachable(person);
    await next();
  });
}

/** Where the bot itself was added, removed, blocked or taken back. */
async function hearPlace(
  { chat, new_chat_member: place }: ChatMemberUpdated,
  listener: PresenceListener,
): Promise<void> {
  const isOut = place.status === 'kicked' || place.status === 'left';
  if (!isOut) await listener.reachable(chat.id);
  else await listener.unreachable(chat.id, chat.type === 'private' ? 'blocked' : 'left');
}

/** Telegram says it in both chats, in either order. */
async function hearMigration(message: Message, listener: PresenceListener): Promise<void> {
  if ('migrate_to_chat_id' in message)
    await listener.moved(message.chat.id, message.migrate_to_chat_id);
  if ('migrate_from_chat_id' in message)
    await listener.moved(message.migrate_from_chat_id, message.chat.id);
}

/** Whoever writes or taps in the private chat can be reached there. */
function personTalking({ message, callbackQuery }: Context): number | undefined {
  const chat = message?.chat ?? callbackQuery?.message?.chat;
  return chat?.type === 'private' ? chat.id : undefined;
}
