import { readableChat } from '../chats';
import type { Kept } from '../ground';
import { findMessage } from '../messages';
import { omit, present } from '../omit';
import { intParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { Content, Message } from '../wire';
import { post } from './post';
import { readCaption } from './texts';

/** Sends what another message holds, without naming where it came from. */
export function copyMessage(stage: Stage, params: Params): { message_id: number } {
  const content = contentOf(source(stage, params, 'copy').message);
  const recaptioned =
    params.values.caption === undefined || content.text !== undefined
      ? content
      : { ...omit(content, ['caption', 'caption_entities']), ...readCaption(params) };
  return { message_id: post(stage, params, recaptioned).message_id };
}

/** Forwards a message with its origin. */
export function forwardMessage(stage: Stage, params: Params): Message {
  const { message } = source(stage, params, 'forward');
  return post(stage, params, { ...contentOf(message), ...originOf(message) });
}

/** Where a forwarded message comes from, as the Bot API shows it. */
export const originOf = (message: Message): { forward_origin: unknown } => ({
  forward_origin: message.forward_origin ?? {
    type: 'user',
    sender_user: message.from,
    date: message.date,
  },
});

/** What a message holds, without who, where and when. */
export function contentOf(message: Message): Content {
  const { text, entities, caption, caption_entities } = message;
  const { photo, document, sticker, voice, video, location, contact } = message;
  const all = { text, entities, caption, caption_entities, photo, document, sticker };
  const content = { ...all, voice, video, location, contact };
  return present(content);
}

function source({ ground }: Stage, params: Params, verb: 'copy' | 'forward'): Kept {
  const chat = readableChat(ground, params, 'from_chat_id');
  const kept = findMessage(ground, chat.id, intParam(params, 'message_id'));
  if (!kept) throw badRequest(`message to ${verb} not found`);
  if (Object.keys(contentOf(kept.message)).length === 0) {
    throw badRequest(verb === 'copy' ? "message can't be copied" : "message can't be forwarded");
  }
  return kept;
}
