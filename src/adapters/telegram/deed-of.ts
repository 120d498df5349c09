import type { Message, MessageEntity } from 'telegraf/types';
import type { Deed, Unreadable, Words } from '../../talk';
import { withoutMarks } from '../../domain/formatted-text';
import { formattedOf } from './formatted-of';

/** What a message means, in words that know nothing of Telegram; service messages mean nothing. */
export function deedOf(message: Message, botName: string): Deed | undefined {
  if ('forward_origin' in message) return forwardedIn(message);
  if ('text' in message) return commandIn(message, botName) ?? textIn(message);
  return sentIn(message) ?? phoneIn(message) ?? otherIn(message);
}

/** What others wrote or made answers only a question that takes it; it never is a command. */
function forwardedIn(message: Message): Deed {
  const of = 'text' in message ? textIn(message) : sentIn(message);
  return { kind: 'other', what: 'forwarded', ...(of && { of }) };
}

function sentIn(message: Message): Deed | undefined {
  if ('photo' in message) return photoIn(message);
  // An animation carries a document too, for old clients.
  return 'document' in message && !('animation' in message) ? fileIn(message) : undefined;
}

function otherIn(message: Message): Deed | undefined {
  const what = unreadable.find(({ field }) => field in message)?.what;
  return what && { kind: 'other', what };
}

const unreadable: readonly { readonly field: string; readonly what: Unreadable }[] = [
  { field: 'sticker', what: 'sticker' },
  { field: 'voice', what: 'voice' },
  { field: 'audio', what: 'voice' },
  { field: 'video', what: 'video' },
  { field: 'video_note', what: 'video' },
  { field: 'animation', what: 'video' },
  { field: 'contact', what: 'contact' },
  { field: 'location', what: 'location' },
  { field: 'venue', what: 'location' },
  { field: 'poll', what: 'unknown' },
  { field: 'dice', what: 'unknown' },
  { field: 'story', what: 'unknown' },
  { field: 'game', what: 'unknown' },
];

const textIn = ({ text, entities }: Message.TextMessage): Deed => ({
  kind: 'text',
  ...wordsOf(text, entities),
});

function wordsOf(text: string, entities: readonly MessageEntity[] | undefined): Words {
  const formatted = formattedOf(text, entities);
  return { text: withoutMarks(text), ...(formatted !== undefined && { formatted }) };
}

type Captioned = Pick<Message.CaptionableMessage, 'caption' | 'caption_entities'>;

const captionIn = ({ caption, caption_entities: entities }: Captioned): { caption?: Words } =>
  caption === undefined ? {} : { caption: wordsOf(caption, entities) };

/** One's own number; somebody else's is not theirs to give. Telegram's apps leave the plus sign out, or do not. */
function phoneIn(message: Message): Deed | undefined {
  if (!('contact' in message)) return undefined;
  const { contact, from } = message;
  if (contact.user_id === undefined || contact.user_id !== from?.id) return undefined;
  return { kind: 'phone', phone: `+${contact.phone_number.replace(/\D/gu, '')}` };
}

/** A command stands at the start; one meant for another bot in a group is not ours. */
function commandIn(message: Message.TextMessage, botName: string): Deed | undefined {
  const [, name, addressee, argument] =
    /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/iu.exec(message.text) ?? [];
  if (name === undefined) return undefined;
  if (addressee !== undefined && addressee.toLowerCase() !== botName.toLowerCase())
    return undefined;
  return { kind: 'command', name: name.toLowerCase(), argument: (argument ?? '').trim() };
}

const fileIn = ({ document, ...message }: Message.DocumentMessage): Deed => ({
  kind: 'file',
  file: {
    fileId: document.file_id,
    name: document.file_name ?? 'berkas',
    bytes: document.file_size ?? 0,
  },
  ...captionIn(message),
});

/** The largest size stands last. */
function photoIn(message: Message.PhotoMessage): Deed | undefined {
  const largest = message.photo.at(-1);
  if (!largest) return undefined;
  const photo = { fileId: largest.file_id, uniqueId: largest.file_unique_id };
  return {
    kind: 'photo',
    photo,
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
    ...captionIn(message),
  };
}
