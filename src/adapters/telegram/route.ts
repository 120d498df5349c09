import type { Context, Telegraf } from 'telegraf';
import type { Chat as TelegramChat, User } from 'telegraf/types';
import { cutShort } from '../../domain/isolated';
import type { Chat, Deed, Incoming, Sender } from '../../talk';
import { deedOf } from './deed-of';
import { shownIn } from './shown-in';

/** Who hears what people do, and what flashes up over a button in answer. */
export type Listener = (incoming: Incoming) => Promise<{ readonly toast?: string }>;

const toastLength = 200;

/** Routes updates to the listener; errors are left to whoever keeps the inbox. */
export function route(bot: Telegraf, listen: Listener): void {
  bot.on('callback_query', async (context) => {
    const { query } = { query: context.callbackQuery };
    const data = 'data' in query ? query.data : '';
    const message = query.message?.message_id;
    const shown = shownIn(query.message);
    const deed: Deed = {
      ...{ kind: 'tap', data },
      ...(message === undefined ? {} : { message }),
      ...(shown && { shown }),
    };
    const chat = query.message
      ? chatOf(query.message)
      : ({ id: query.from.id, kind: 'private' } as const);
    const { toast } = await listen(incoming(context, chat, query.from, deed));
    await stopSpinner(context, toast);
  });

  bot.on('message', async (context) => {
    const { message } = context;
    // What was chosen inline is the bot's own word.
    if ('via_bot' in message && message.via_bot?.id === context.botInfo.id) return;
    const deed = deedOf(message, context.me);
    if (deed) await listen(incoming(context, chatOf(message), message.from, deed));
  });

  bot.on('edited_message', async (context) => {
    const { editedMessage: message } = context;
    // A shared live location is edited every few seconds, by nobody's hand.
    if (message.chat.type !== 'private' || 'location' in message) return;
    const deed: Deed = { kind: 'other', what: 'edited' };
    await listen(incoming(context, chatOf(message), message.from, deed));
  });

  // The inbox decides on retries; a swallowed error would look like success.
  bot.catch((error) => {
    throw error;
  });
}

/** Where a message stands; a reply in an ordinary group has a thread too, which is no topic. */
function chatOf(message: {
  readonly chat: TelegramChat;
  readonly message_thread_id?: number;
}): Chat {
  const { chat, message_thread_id: thread } = message;
  if (chat.type === 'private') return { id: chat.id, kind: 'private' };
  const isTopic = 'is_topic_message' in message && message.is_topic_message === true;
  return {
    ...{ id: chat.id, kind: 'group', title: chat.title },
    ...(isTopic && thread !== undefined && { thread }),
  };
}

const senderFrom = ({ id, first_name, last_name, username }: User): Sender => ({
  id,
  name: [first_name, last_name].filter(Boolean).join(' '),
  ...(username !== undefined && { username }),
});

const incoming = (context: Context, chat: Chat, from: User, deed: Deed): Incoming => ({
  update: context.update.update_id,
  chat,
  from: senderFrom(from),
  deed,
});

/** Stops the button's spinner. The query may be too old by now: what was tapped has been done anyway. */
async function stopSpinner(context: Context, toast: string | undefined): Promise<void> {
  const words = toast && cutShort(toast, toastLength);
  await context.answerCbQuery(words, { show_alert: false }).catch(() => undefined);
}
