import type { Ground } from '../ground';
import { messagesOf } from '../messages';
import { nameOf, seenMessage, type SeenMessage } from '../seen';

const unreadLookback = 200;

/** What the page needs to draw its list: who is there, and the last word of every chat. */
export function overview(ground: Ground): unknown {
  const people = ground.people.values();
  const groups = ground.groups.values().filter(({ migratedTo }) => migratedTo === undefined);
  const ids = [...people.map(({ user }) => user.id), ...groups.map(({ id }) => id)];
  return {
    now: ground.now().toISOString(),
    bot: { id: ground.bot.id, name: nameOf(ground.bot), username: ground.bot.username },
    people: people.map(({ user, ...rest }) => ({
      ...rest,
      id: user.id,
      name: nameOf(user),
      username: user.username,
    })),
    groups,
    chats: Object.fromEntries(ids.map((id) => [id, summary(ground, id)])),
  };
}

/** The last message, and the ids that may still be unread by the people of the chat. */
function summary(ground: Ground, chatId: number): { last?: SeenMessage; fromBot: number[] } {
  const messages = messagesOf(ground, chatId).slice(-unreadLookback);
  const last = messages.at(-1);
  const fromBot = messages
    .filter(({ message }) => message.from.is_bot)
    .map(({ message }) => message.message_id);
  return last ? { last: seenMessage(last), fromBot } : { fromBot };
}
