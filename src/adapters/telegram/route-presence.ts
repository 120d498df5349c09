import type { Context, Telegraf } from 'telegraf';
import type { Chat, ChatMember, ChatMemberUpdated, Message, Update } from 'telegraf/types';
import type { OnMigration, Unreachable } from '../../ports';

/** Told which chats the bot can reach, which groups it is in, and when a group gets another id. */
export interface PresenceListener {
  readonly reachable: (chat: number) => Promise<void>;
  readonly unreachable: (chat: number, why: Unreachable) => Promise<void>;
  readonly moved: OnMigration;
  /** Told of every sign that the bot is in a group, with the number of the update. */
  readonly inGroup: (group: {
    readonly chat: number;
    readonly title: string;
    readonly update: number;
  }) => Promise<void>;
}

/** Reads from every update what it says about the way to a chat, then passes it on. */
export function routePresence(bot: Telegraf, listener: PresenceListener): void {
  bot.use(async (context, next) => {
    if (context.myChatMember) await hearPlace(context.myChatMember, listener);
    else if (context.message) await hearMigration(context.message, listener);
    const person = personTalking(context);
    if (person !== undefined) await listener.reachable(person);
    const group = groupIn(context);
    if (group) await listener.inGroup(group);
    await next();
  });
}

/** Where the bot itself was added, removed, silenced, blocked or taken back. */
async function hearPlace(
  { chat, new_chat_member: place }: ChatMemberUpdated,
  listener: PresenceListener,
): Promise<void> {
  if (isOut(place))
    await listener.unreachable(chat.id, chat.type === 'private' ? 'blocked' : 'left');
  else if (place.status === 'restricted' && !place.can_send_messages)
    await listener.unreachable(chat.id, 'silenced');
  else await listener.reachable(chat.id);
}

const isOut = (place: ChatMember) =>
  place.status === 'kicked' ||
  place.status === 'left' ||
  (place.status === 'restricted' && !place.is_member);

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

/** The group the bot is in by the look of an update; one that it leaves, or that gets another id, is none. */
function groupIn({ message, myChatMember, callbackQuery, me, update }: Context) {
  const isLeft = myChatMember ? isOut(myChatMember.new_chat_member) : isFarewell(message, me);
  const { chat } = message ?? myChatMember ?? callbackQuery?.message ?? {};
  return isLeft || !chat || !isGroup(chat)
    ? undefined
    : { chat: chat.id, title: titleOf(message, chat.title), update: numberOf(update) };
}

const isGroup = (chat: Chat): chat is Chat.GroupChat | Chat.SupergroupChat =>
  chat.type === 'group' || chat.type === 'supergroup';

const numberOf = ({ update_id }: Update) => update_id;

const isFarewell = (message: Message | undefined, me: string) =>
  message !== undefined &&
  ('migrate_to_chat_id' in message ||
    ('left_chat_member' in message && message.left_chat_member.username === me));

/** The message that tells of a new title may show the old one beside it. */
const titleOf = (message: Message | undefined, title: string) =>
  message && 'new_chat_title' in message ? message.new_chat_title : title;
