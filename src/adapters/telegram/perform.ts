import type { Telegram } from 'telegraf';
import type { InlineKeyboardMarkup } from 'telegraf/types';
import type { Photo } from '../../domain/activity-report';
import type { Delivery, Departing } from '../../ports';
import type { Act, Card, Earlier } from '../../talk';
import { deliveryOfError, isGone, isUnchanged } from './delivery-of-error';

/** Finds Telegram's number of the message an outbox row became. */
export type MessageOf = (row: string) => Promise<number | undefined>;

const albumMost = 10;

/** Does in the chat what a row says, and tells what became of it; never throws for Telegram's answers. */
export async function perform(
  telegram: Telegram,
  messageOf: MessageOf,
  row: Departing,
): Promise<Delivery> {
  try {
    return delivered(await act(telegram, messageOf, row.chat, row.act));
  } catch (error) {
    return deliveryOfError(error, row.tries + 1);
  }
}

const delivered = (message: number | undefined): Delivery => ({
  is: 'delivered',
  ...(message === undefined ? {} : { message }),
});

async function act(
  telegram: Telegram,
  messageOf: MessageOf,
  chat: number,
  what: Act,
): Promise<number | undefined> {
  switch (what.do) {
    case 'say':
      return say(telegram, chat, what.card);
    case 'edit':
      return edit(telegram, chat, await numberOf(what.of, messageOf), what.card);
    case 'photos':
      return photos(telegram, chat, what.photos);
    case 'menu':
      await telegram.setMyCommands(
        what.commands.map(({ command, about }) => ({ command, description: about })),
        { scope: { type: 'chat', chat_id: chat } },
      );
      return undefined;
  }
}

const numberOf = async (of: Earlier, messageOf: MessageOf) =>
  'message' in of ? of.message : messageOf(of.row);

async function say(telegram: Telegram, chat: number, card: Card): Promise<number> {
  const { message_id } = await telegram.sendMessage(chat, card.text.markup, dress(card));
  return message_id;
}

/** Edits in place; a message that can't be edited any more is said anew. */
async function edit(
  telegram: Telegram,
  chat: number,
  message: number | undefined,
  card: Card,
): Promise<number> {
  if (message === undefined) return say(telegram, chat, card);
  try {
    await telegram.editMessageText(chat, message, undefined, card.text.markup, dress(card));
  } catch (error) {
    if (isGone(error)) return say(telegram, chat, card);
    if (!isUnchanged(error)) throw error;
  }
  return message;
}

const dress = (card: Card) => ({
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
  reply_markup: keyboard(card),
});

const keyboard = ({ buttons = [] }: Card): InlineKeyboardMarkup => ({
  inline_keyboard: buttons.map((row) =>
    row.map((button) =>
      'url' in button
        ? { text: button.label, url: button.url }
        : { text: button.label, callback_data: button.data },
    ),
  ),
});

async function photos(
  telegram: Telegram,
  chat: number,
  given: readonly Photo[],
): Promise<number | undefined> {
  const [only, ...more] = given.slice(0, albumMost);
  if (!only) return undefined;
  if (more.length === 0) return (await telegram.sendPhoto(chat, only.fileId)).message_id;
  const album = [only, ...more].map(({ fileId }) => ({ type: 'photo' as const, media: fileId }));
  const [first] = await telegram.sendMediaGroup(chat, album);
  return first?.message_id;
}
