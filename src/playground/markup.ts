import { asObject, jsonParam, type Params } from './params';
import { badRequest } from './refusal';
import type { InlineButton, InlineKeyboard, ReplyButton, ReplyKeyboard } from './wire';
import { checkedLink } from './entities/links';

/** What a call may put under a message or below the field for typing. */
export type Markup =
  | { readonly kind: 'inline'; readonly inline: InlineKeyboard }
  | { readonly kind: 'reply'; readonly reply: ReplyKeyboard }
  | { readonly kind: 'remove' }
  | { readonly kind: 'force'; readonly placeholder?: string };

const maxButtons = 100;
const maxDataBytes = 64;

/** Reads `reply_markup`; undefined when there is none. */
export function readMarkup(params: Params): Markup | undefined {
  const value = parseMarkup(params);
  if (value === undefined) return undefined;
  const markup = asObject(value);
  if (!markup) throw badRequest('object expected as reply markup');
  if (markup.inline_keyboard !== undefined) return inlineMarkup(markup.inline_keyboard);
  if (markup.keyboard !== undefined) return replyMarkup(markup);
  if (markup.remove_keyboard === true) return { kind: 'remove' };
  if (markup.force_reply !== true) return undefined;
  const placeholder = markup.input_field_placeholder;
  return typeof placeholder === 'string' ? { kind: 'force', placeholder } : { kind: 'force' };
}

/** Reads `reply_markup` where only an inline keyboard may stand; none or an empty one is undefined. */
export function readInlineMarkup(params: Params): InlineKeyboard | undefined {
  const markup = readMarkup(params);
  if (!markup) return undefined;
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  return markup.inline.inline_keyboard.length === 0 ? undefined : markup.inline;
}

function parseMarkup(params: Params): unknown {
  try {
    return jsonParam(params, 'reply_markup');
  } catch {
    throw badRequest("can't parse reply keyboard markup JSON object");
  }
}

function rowsOf(value: unknown, field: string): unknown[][] {
  if (!Array.isArray(value))
    throw badRequest(`field "${field}" of the markup must be of type Array`);
  const rows = value as unknown[];
  for (const row of rows) {
    if (!Array.isArray(row)) throw badRequest(`field "${field}" must be an Array of Arrays`);
  }
  const filled = (rows as unknown[][]).filter((row) => row.length > 0);
  if (filled.flat().length > maxButtons) throw badRequest('reply markup is too long');
  return filled;
}

function inlineMarkup(value: unknown): Markup {
  const rows = rowsOf(value, 'inline_keyboard').map((row) => row.map(inlineButton));
  return { kind: 'inline', inline: { inline_keyboard: rows } };
}

const otherActions = [
  ...['web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat'],
  ...['switch_inline_query_chosen_chat', 'copy_text', 'callback_game', 'pay'],
];

function inlineButton(value: unknown): InlineButton {
  const button = asObject(value);
  if (!button) {
    throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  }
  const text = button.text;
  if (typeof text !== 'string') {
    throw badRequest('can\'t parse inline keyboard button: can\'t find field "text"');
  }
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
  checkAction(button);
  return button as InlineButton;
}

function checkAction(button: Record<string, unknown>): void {
  if (typeof button.url === 'string') return checkUrl(button.url);
  if (typeof button.callback_data === 'string') return checkData(button.callback_data);
  if (!otherActions.some((action) => button[action] !== undefined)) {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
}

function checkData(data: string): void {
  const bytes = Buffer.byteLength(data, 'utf8');
  if (bytes < 1 || bytes > maxDataBytes) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(url: string): void {
  if (checkedLink(url) !== undefined) return;
  throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function replyMarkup(markup: Record<string, unknown>): Markup {
  const keyboard = rowsOf(markup.keyboard, 'keyboard').map((row) => row.map(replyButton));
  return { kind: 'reply', reply: { ...markup, keyboard } };
}

function replyButton(value: unknown): ReplyButton {
  if (typeof value === 'string') return { text: value };
  const button = asObject(value);
  if (!button || typeof button.text !== 'string') {
    throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
  }
  if (button.text.trim() === '') throw badRequest('keyboard button text must be non-empty');
  return button as unknown as ReplyButton;
}
