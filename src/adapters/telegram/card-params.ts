import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'telegraf/types';
import type { Button, Card } from '../../talk';

/** A card as the parameters of a text message. */
export const worded = (card: Card) => ({
  text: card.text.markup,
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
  reply_markup: markupOf(card) as InlineKeyboardMarkup,
});

/** A card as the parameters of a picture or a file with a caption. */
export const captioned = ({ text, buttons }: Card) => ({
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

/** Buttons as Telegram takes them. */
export const keyboard = (buttons: Card['buttons'] = []): InlineKeyboardMarkup => ({
  inline_keyboard: buttons.map((row) => row.map(buttonOf)),
});

function buttonOf(button: Button): InlineKeyboardButton {
  const text = button.label;
  if ('url' in button) return { text, url: button.url };
  return 'share' in button
    ? { text, switch_inline_query: button.share }
    : { text, callback_data: button.data };
}
