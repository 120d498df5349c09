import { writableChat } from '../chats';
import type { Kept } from '../ground';
import { readInlineMarkup } from '../markup';
import { findMessage, replaceMessage, unixTime } from '../messages';
import { intParam, jsonParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { Content, Message } from '../wire';
import { sourceOf } from './post';
import { readInputMedia } from './send-media';
import { readCaption, readText } from './texts';

/** Replaces text and buttons of a message of the bot. */
export function editMessageText(stage: Stage, params: Params): Message {
  const text = readText(params, 'MESSAGE_TOO_LONG');
  const kept = editable(stage, params);
  if (kept.message.text === undefined) throw badRequest('there is no text in the message to edit');
  return replace(stage, params, kept, { ...without(kept.message, textFields), ...text });
}

/** Replaces caption and buttons of a photo, document or video of the bot. */
export function editMessageCaption(stage: Stage, params: Params): Message {
  const caption = readCaption(params);
  const kept = editable(stage, params);
  const { photo, document, video } = kept.message;
  if (!photo && !document && !video) {
    throw badRequest('there is no caption in the message to edit');
  }
  return replace(stage, params, kept, { ...without(kept.message, captionFields), ...caption });
}

/** Replaces photo, document or video, its caption and the buttons. */
export function editMessageMedia(stage: Stage, params: Params): Message {
  const media = readInputMedia(stage, params, jsonParam(params, 'media'));
  const kept = editable(stage, params);
  if (kept.message.text !== undefined) throw badRequest("message can't be edited");
  return replace(stage, params, kept, { ...without(kept.message, mediaFields), ...media });
}

/** Replaces the buttons alone. */
export function editMessageReplyMarkup(stage: Stage, params: Params): Message {
  const kept = editable(stage, params);
  return replace(stage, params, kept, kept.message);
}

const textFields = ['text', 'entities'] as const;
const captionFields = ['caption', 'caption_entities'] as const;
const mediaFields = [...captionFields, 'photo', 'document', 'video'] as const;

function without(message: Message, fields: readonly (keyof Content)[]): Message {
  const left = Object.entries(message).filter(([name]) => !fields.includes(name as keyof Content));
  return Object.fromEntries(left) as unknown as Message;
}

/** The message of the bot that the call names. */
function editable({ ground }: Stage, params: Params): Kept {
  if (textParam(params, 'inline_message_id') !== '') throw badRequest('MESSAGE_ID_INVALID');
  const chat = writableChat(ground, params);
  const messageId = intParam(params, 'message_id');
  if (messageId === 0) throw badRequest('message identifier is not specified');
  const kept = findMessage(ground, chat.id, messageId);
  if (!kept) throw badRequest('message to edit not found');
  if (kept.message.from.id !== ground.bot.id) throw badRequest("message can't be edited");
  return kept;
}

function replace(stage: Stage, params: Params, kept: Kept, next: Message): Message {
  const { reply_markup: _old, ...rest } = next;
  const inline = readInlineMarkup(params);
  const message: Message = inline ? { ...rest, reply_markup: inline } : rest;
  if (fingerprint(message) === fingerprint(kept.message)) throw badRequest(notModified);
  const edited = { ...message, edit_date: unixTime(stage.ground) };
  replaceMessage(stage.ground, { ...kept, ...sourceOf(params), message: edited });
  return edited;
}

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** What counts when Telegram asks whether an edit changes anything. */
const fingerprint = (message: Message): string =>
  JSON.stringify([
    message.text ?? message.caption ?? '',
    message.entities ?? message.caption_entities ?? [],
    message.reply_markup?.inline_keyboard.map((row) => row.map(sortedButton)) ?? [],
    message.photo?.at(-1)?.file_unique_id ?? message.document?.file_unique_id ?? '',
    message.video?.file_unique_id ?? '',
  ]);

const sortedButton = (button: object) =>
  Object.entries(button).sort(([one], [two]) => one.localeCompare(two));
