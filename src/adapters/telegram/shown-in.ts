import { toHTML } from '@telegraf/entity';
import type { InlineKeyboardButton, MaybeInaccessibleMessage } from 'telegraf/types';
import type { Button, Shown } from '../../talk';

/** What the message of a tapped button shows; one that is too old, or has no words, shows nothing. */
export function shownIn(message: MaybeInaccessibleMessage | undefined): Shown | undefined {
  if (!message || !('text' in message)) return undefined;
  const { text, entities = [], reply_markup } = message;
  // Telegram finds addresses and commands in the words again by itself.
  const styled = entities.filter(({ type }) => styles.has(type));
  return {
    text: { markup: toHTML({ text, entities: styled }) },
    length: text.length,
    buttons: (reply_markup?.inline_keyboard ?? []).map((row) => row.flatMap(buttonIn)),
  };
}

const styles: ReadonlySet<string> = new Set(['bold', 'italic', 'code']);

function buttonIn(button: InlineKeyboardButton): readonly Button[] {
  const { text: label } = button;
  if ('callback_data' in button) return [{ label, data: button.callback_data }];
  if ('url' in button) return [{ label, url: button.url }];
  return 'switch_inline_query' in button ? [{ label, share: button.switch_inline_query }] : [];
}
