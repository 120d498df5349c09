import { writableChat } from '../chats';
import type { Kept } from '../ground';
import { readMarkup, type Markup } from '../markup';
import { addMessage, findMessage } from '../messages';
import { asObject, boolParam, intParam, jsonParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import { hasTopic, inTopic } from '../topics';
import type { Chat, Content, Message } from '../wire';

/** Puts a message of the bot into the chat that the call names. */
export function post({ ground }: Stage, params: Params, content: Content): Message {
  const markup = readMarkup(params);
  const chat = writableChat(ground, params);
  const replyTo = repliedTo({ ground }, params, chat);
  const inline = markup?.kind === 'inline' && markup.inline.inline_keyboard.length > 0;
  const kept = addMessage(ground, {
    chat,
    from: ground.bot,
    content: {
      ...content,
      ...topicOf({ ground }, params, chat),
      ...(inline ? { reply_markup: markup.inline } : {}),
    },
    ...(replyTo === undefined ? {} : { replyTo }),
    ...sourceOf(params),
    ...keyboardOf(markup),
  });
  return kept.message;
}

function topicOf({ ground }: Pick<Stage, 'ground'>, params: Params, chat: Chat): Content {
  const topic = intParam(params, 'message_thread_id');
  if (topic === 0) return {};
  if (!hasTopic(ground, chat.id, topic)) throw badRequest('message thread not found');
  return inTopic(topic);
}

/** The text as the bot wrote it, kept for those who look. */
export function sourceOf(params: Params): Pick<Kept, 'source'> {
  const source = textParam(params, 'text') || textParam(params, 'caption');
  return source === '' ? {} : { source };
}

function keyboardOf(markup: Markup | undefined): Pick<Kept, 'keyboard'> {
  if (markup?.kind === 'reply') return { keyboard: markup.reply };
  if (markup?.kind === 'remove') return { keyboard: 'removed' };
  return markup?.kind === 'force' ? { keyboard: 'force' } : {};
}

function repliedTo(
  { ground }: Pick<Stage, 'ground'>,
  params: Params,
  chat: Chat,
): Message | undefined {
  const given = asObject(jsonParam(params, 'reply_parameters'));
  const values = given ?? params.values;
  const named = given ? 'message_id' : 'reply_to_message_id';
  const messageId = intParam({ ...params, values }, named);
  if (messageId === 0) return undefined;
  const kept = findMessage(ground, chat.id, messageId);
  if (kept) return kept.message;
  if (boolParam({ ...params, values }, 'allow_sending_without_reply')) return undefined;
  throw badRequest('message to be replied not found');
}
