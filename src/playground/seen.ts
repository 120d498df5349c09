import type { Ground, Kept } from './ground';
import { messagesOf } from './messages';
import { present } from './omit';
import type { Contact, Entity, InlineButton, Location, Message, ReplyKeyboard, User } from './wire';

/** A file in a message as a person sees it. */
export interface SeenMedia {
  readonly kind: 'photo' | 'document' | 'sticker' | 'voice' | 'video';
  readonly fileId: string;
  readonly size: number;
  readonly name?: string;
  readonly mime?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A message as a person in the chat sees it now. */
export interface SeenMessage {
  readonly id: number;
  readonly chatId: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  /** ISO instant. */
  readonly at: string;
  readonly edited: boolean;
  /** Text or caption after entity parsing. */
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Text or caption as the bot sent it, before parsing. */
  readonly source?: string;
  /** The buttons under the message. */
  readonly rows: readonly (readonly InlineButton[])[];
  /** The keyboard that came with the message, or that it took away. */
  readonly keyboard?: ReplyKeyboard | 'removed' | 'force';
  readonly media?: SeenMedia;
  readonly location?: Location;
  readonly contact?: Contact;
  readonly albumId?: string;
  readonly replyTo?: { readonly id: number; readonly name: string; readonly text: string };
  readonly forwardedFrom?: string;
  /** The bot whose inline offer it is. */
  readonly viaBot?: string;
  readonly pinned: boolean;
  /** The forum topic it stands in. */
  readonly topic?: number;
  /** What happened, for a message that Telegram wrote itself. */
  readonly service?: string;
}

/** The full name of a user. */
export const nameOf = ({ first_name, last_name }: User): string =>
  last_name === undefined ? first_name : `${first_name} ${last_name}`;

/** All messages of a chat as people see them now, oldest first. */
export const seenChat = (ground: Ground, chatId: number): SeenMessage[] =>
  messagesOf(ground, chatId).map(seenMessage);

/** One message as people see it now. */
export function seenMessage(kept: Kept): SeenMessage {
  const { message } = kept;
  return {
    id: message.message_id,
    chatId: message.chat.id,
    from: { id: message.from.id, name: nameOf(message.from), isBot: message.from.is_bot },
    at: new Date(message.date * 1000).toISOString(),
    edited: message.edit_date !== undefined,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    rows: message.reply_markup?.inline_keyboard ?? [],
    pinned: kept.pinned === true,
    ...present({
      source: kept.source,
      keyboard: kept.keyboard,
      media: mediaOf(message),
      location: message.location,
      contact: message.contact,
      albumId: message.media_group_id,
      replyTo: replyOf(message),
      forwardedFrom: forwardedFrom(message),
      topic: message.is_topic_message ? message.message_thread_id : undefined,
      viaBot: message.via_bot?.username,
      service: serviceOf(message),
    }),
  };
}

function mediaOf(message: Message): SeenMedia | undefined {
  const largest = message.photo?.at(-1);
  if (largest) {
    const { file_id: fileId, file_size: size, width, height } = largest;
    return { kind: 'photo', fileId, size, width, height };
  }
  for (const kind of ['document', 'video', 'voice', 'sticker'] as const) {
    const file = message[kind];
    if (!file) continue;
    const named = { name: 'file_name' in file ? file.file_name : undefined };
    const mime = 'mime_type' in file ? file.mime_type : undefined;
    return { kind, fileId: file.file_id, size: file.file_size, ...present({ ...named, mime }) };
  }
  return undefined;
}

function replyOf({ reply_to_message: reply }: Message): SeenMessage['replyTo'] {
  if (!reply) return undefined;
  const text = reply.text ?? reply.caption ?? (reply.photo ? 'Foto' : 'Lampiran');
  return { id: reply.message_id, name: nameOf(reply.from), text: text.slice(0, 120) };
}

function forwardedFrom({ forward_origin: origin }: Message): string | undefined {
  const { sender_user: user, sender_user_name: name } = (origin ?? {}) as {
    sender_user?: User;
    sender_user_name?: string;
  };
  return user ? nameOf(user) : name;
}

function serviceOf(message: Message): string | undefined {
  const joined = message.new_chat_members?.map(nameOf).join(', ');
  if (joined !== undefined) return `${joined} bergabung`;
  if (message.new_chat_title !== undefined) return `Grup diberi nama ${message.new_chat_title}`;
  if (message.forum_topic_created) return `Topik ${message.forum_topic_created.name} dibuat`;
  if (message.left_chat_member) return `${nameOf(message.left_chat_member)} keluar`;
  if (message.migrate_to_chat_id !== undefined) return 'Grup ditingkatkan menjadi supergrup';
  return message.migrate_from_chat_id === undefined ? undefined : 'Supergrup dibuat dari grup lama';
}
