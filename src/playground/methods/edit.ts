import { writableChat } from '../chats';
import type { Kept } from '../ground';
import { readInlineMarkup } from '../markup';
import { findMessage, replaceMessage, unixTime } from '../messages';
import { omit } from '../omit';
import { intParam, jsonParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { Message } from '../wire';
import { sourceOf } from './post';
import { readInputMedia } from './send-media';
import { readCaption, readText } from './texts';

/** Replaces text and buttons of a message of the bot. */
export function editMessageText(stage: Stage, params: Params): Message {
  const text = readText(params, 'MESSAGE_TOO_LONG');
  const kept = editable(stage, params);
  if (kept.message.text === undefined) throw badRequest('there is no text in the message to edit');
  return replace(stage, params, kept, { ...omit(kept.message, ['text', 'entities']), ...text });
}

/** Replaces caption and buttons of a photo, document or video of the bot. */
export function editMessageCaption(stage: Stage, params: Params): Message {
  const caption = readCaption(params);
  const kept = editable(stage, params);
  const { photo, document, video } = kept.message;
  if (!photo && !document && !video) {
    throw badRequest('there is no caption in the message to edit');
  }
  return replace(stage, params, kept, { ...omit(kept.message, captionFields), ...caption });
}

/** Replaces photo, document or video, its caption and the buttons. */
export function editMessageMedia(stage: Stage, params: Params): Message {
  const media = readInputMedia(stage, params, jsonParam(params, 'media'));
  const kept = editable(stage, params);
  if (kept.message.text !== undefined) throw badRequest("message can't be edited");
  return replace(stage, params, kept, { ...omit(kept.message, mediaFields), ...media });
}

/** Replaces the buttons alone. */
export function editMessageReplyMarkup(stage: Stage, params: Params): Message {
  const kept = editable(stage, params);
  return replace(stage, params, kept, kept.message);
}

const captionFields = ['caption', 'caption_entities'] as const;
const mediaFields = [...captionFields, 'photo', 'document', 'video'] as const;

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
  const rest = omit(next, ['reply_markup']);
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
    [message.text, message.entities, message.caption, message.caption_entities],
    message.reply_markup?.inline_keyboard.map((row) => row.map(sortedButton)),
    mediaOf(message)?.file_unique_id,
  ]);

const mediaOf = ({ photo, document, video }: Message) => photo?.at(-1) ?? document ?? video;

const sortedButton = (button: object) =>
  Object.entries(button).sort(([one], [two]) => one.localeCompare(two));
