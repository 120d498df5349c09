import type { Telegram } from 'telegraf';
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  Opts,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  Telegram as Methods,
} from 'telegraf/types';
import type { Photo } from '../../domain/activity-report';
import type { Delivery, Departing } from '../../ports';
import type { Act, Button, Card, Earlier, OutgoingFile } from '../../talk';
import { deliveryOfError, isGone, isTopicGone, isUnchanged } from './delivery-of-error';

/** Finds Telegram's number of the message an outbox row became. */
export type MessageOf = (row: string) => Promise<number | undefined>;

const albumMost = 10;
/** Shorter than the lease of a row that is being sent. */
const patienceMs = 25_000;

type Row = Pick<Departing, 'chat' | 'act' | 'thread'>;

/**
 * Does in the chat what a row says, and tells what became of it.
 *
 * Throws only what `messageOf` throws, and then nothing was sent.
 */
export async function perform(
  telegram: Telegram,
  messageOf: MessageOf,
  { chat, act, thread }: Row,
): Promise<Delivery> {
  const message = 'of' in act ? await numberOf(act.of, messageOf) : undefined;
  const doIn = (to: Place) => done(caller(telegram), to, act, message);
  try {
    return await inTopic(doIn, chat, thread);
  } catch (error) {
    return deliveryOfError(error, chat);
  }
}

/** A chat, and the forum topic in it. */
interface Place {
  readonly chat_id: number;
  readonly message_thread_id?: number;
}

/** A topic that was deleted must not keep a message from its group. */
async function inTopic(
  doIn: (to: Place) => Promise<Delivery>,
  chat_id: number,
  thread: number | undefined,
): Promise<Delivery> {
  if (thread === undefined) return doIn({ chat_id });
  try {
    return await doIn({ chat_id, message_thread_id: thread });
  } catch (error) {
    if (!isTopicGone(error)) throw error;
    const delivery = await doIn({ chat_id });
    return delivery.is === 'delivered' ? { ...delivery, topicGone: true } : delivery;
  }
}

/** Whether Telegram answers at all. */
export async function isAlive(telegram: Telegram): Promise<boolean> {
  try {
    await caller(telegram)('getMe', {});
    return true;
  } catch {
    return false;
  }
}

/** Calls a method of Telegram, but does not wait for ever. */
type Call = <M extends keyof Methods>(method: M, given: Opts<M>) => Promise<ReturnType<Methods[M]>>;

const caller =
  (telegram: Telegram): Call =>
  (method, given) =>
    telegram.callApi(method, given, {
      signal: AbortSignal.timeout(patienceMs) as never, // Telegraf's own AbortSignal type is older
    });

const numberOf = async (of: Earlier, messageOf: MessageOf) =>
  'message' in of ? of.message : messageOf(of.row);

async function done(
  call: Call,
  to: Place,
  act: Act,
  message: number | undefined,
): Promise<Delivery> {
  const { chat_id } = to;
  switch (act.do) {
    case 'say':
      return delivered(await said(call, to, act.card));
    case 'edit':
      return edited(call, chat_id, act, message);
    case 'rebutton':
      return rebuttoned(call, chat_id, act.buttons, message);
    case 'photos':
      return delivered(await photos(call, to, act.photos));
    case 'file':
      return delivered(await file(call, to, act.file));
    case 'menu':
      await call('setMyCommands', {
        commands: act.commands.map(({ command, about }) => ({ command, description: about })),
        scope: { type: 'chat', chat_id },
      });
      return delivered(undefined);
  }
}

const delivered = (message: number | undefined): Delivery => ({
  is: 'delivered',
  ...(message === undefined ? {} : { message }),
});

async function said(call: Call, to: Place, card: Card): Promise<number> {
  const { media } = card;
  if (!media) return (await call('sendMessage', { ...to, ...worded(card) })).message_id;
  const caption = { ...to, ...captioned(card) };
  const { message_id } = await (media.kind === 'photo'
    ? call('sendPhoto', { ...caption, photo: media.fileId })
    : call('sendDocument', { ...caption, document: media.fileId }));
  return message_id;
}

/** Edits in place; what can't be edited any more is to be said anew, unless only an edit was meant. */
async function edited(
  call: Call,
  chat: number,
  { card, only }: Extract<Act, { do: 'edit' }>,
  message: number | undefined,
): Promise<Delivery> {
  const instead: Delivery = only
    ? delivered(undefined)
    : { is: 'instead', act: { do: 'say', card } };
  if (message === undefined) return instead;
  const of = { chat_id: chat, message_id: message };
  try {
    if (card.media) await call('editMessageCaption', { ...of, ...captioned(card) });
    else await call('editMessageText', { ...of, ...worded(card) });
  } catch (error) {
    if (isGone(error)) return instead;
    if (!isUnchanged(error)) throw error;
  }
  return delivered(message);
}

/** Replaces the buttons alone; where the message is gone there is nothing to do. */
async function rebuttoned(
  call: Call,
  chat_id: number,
  buttons: NonNullable<Card['buttons']>,
  message: number | undefined,
): Promise<Delivery> {
  if (message === undefined) return delivered(undefined);
  try {
    const reply_markup = keyboard(buttons);
    await call('editMessageReplyMarkup', { chat_id, message_id: message, reply_markup });
  } catch (error) {
    if (!isGone(error) && !isUnchanged(error)) throw error;
  }
  return delivered(message);
}

const worded = (card: Card) => ({
  text: card.text.markup,
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
  reply_markup: markupOf(card) as InlineKeyboardMarkup,
});

const captioned = ({ text, buttons }: Card) => ({
  caption: text.markup,
  parse_mode: 'HTML' as const,
  reply_markup: keyboard(buttons),
});

/** Buttons stand under the message; a keyboard stands in place of the letters, until it is used. */
function markupOf({ keyboard: board, buttons }: Card): Markup {
  if (board === undefined) return keyboard(buttons);
  if (board === 'none') return { remove_keyboard: true };
  return {
    keyboard: [[{ text: board.sharePhone, request_contact: true }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

const keyboard = (buttons: Card['buttons'] = []): InlineKeyboardMarkup => ({
  inline_keyboard: buttons.map((row) => row.map(buttonOf)),
});

function buttonOf(button: Button): InlineKeyboardButton {
  const text = button.label;
  if ('url' in button) return { text, url: button.url };
  return 'share' in button
    ? { text, switch_inline_query: button.share }
    : { text, callback_data: button.data };
}

async function photos(call: Call, to: Place, given: readonly Photo[]): Promise<number | undefined> {
  const [only, ...more] = given.slice(0, albumMost);
  if (!only) return undefined;
  if (more.length === 0) return (await call('sendPhoto', { ...to, photo: only.fileId })).message_id;
  const media = [only, ...more].map(({ fileId }) => ({ type: 'photo' as const, media: fileId }));
  const [first] = await call('sendMediaGroup', { ...to, media });
  return first?.message_id;
}

const file = async (call: Call, to: Place, { name, base64 }: OutgoingFile): Promise<number> =>
  (
    await call('sendDocument', {
      ...to,
      document: { source: Buffer.from(base64, 'base64'), filename: name },
    })
  ).message_id;
