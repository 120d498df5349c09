import { randomInt } from 'node:crypto';
import type { Ground } from '../ground';
import { findMessage } from '../messages';
import { answerableMilliseconds } from '../methods/answer-callback-query';
import type { Stage } from '../stage';
import type { InlineButton, Message } from '../wire';
import { groupNamed, personNamed, says, type Said } from './speak';

/** What came of a tap. */
export type Tapped =
  | { readonly kind: 'query'; readonly queryId: string; readonly updateId?: number }
  | { readonly kind: 'link'; readonly url: string; readonly said?: Said }
  | { readonly kind: 'nothing' };

export interface Tap {
  readonly chatId: number;
  readonly messageId: number;
}

/** Taps the button with this label or data, as it stands under the message now. */
export function taps(stage: Stage, personId: number, tap: Tap, wanted: string): Tapped {
  const kept = findMessage(stage.ground, tap.chatId, tap.messageId);
  if (!kept) throw new Error(`There is no message ${tap.messageId} in chat ${tap.chatId}.`);
  const button = buttonNamed(kept.message, wanted);
  if (button.callback_data !== undefined) {
    return tapsData(stage, personId, tap, button.callback_data);
  }
  return button.url === undefined ? { kind: 'nothing' } : followsLink(stage, personId, button.url);
}

/** Sends any callback data as if a button with it stood there: an old screen, or a forgery. */
export function tapsData(stage: Stage, personId: number, tap: Tap, data: string): Tapped {
  const { ground, queue } = stage;
  const person = personNamed(ground, personId);
  mayBeThere(ground, personId, tap.chatId);
  const kept = findMessage(ground, tap.chatId, tap.messageId);
  if (!kept) throw new Error(`There is no message ${tap.messageId} in chat ${tap.chatId}.`);
  const id = `${ground.now().getTime()}${randomInt(1_000_000, 10_000_000)}`;
  const at = ground.now().getTime();
  forgetOldQueries(ground, at);
  ground.queries.set(id, { id, personId, ...tap, at, answered: false });
  const body = {
    id,
    from: person.user,
    message: kept.message,
    chat_instance: String(tap.chatId * 7919),
    data,
  };
  const updateId = queue.add('callback_query', body, `user ${personId}`);
  return { kind: 'query', queryId: id, ...(updateId === undefined ? {} : { updateId }) };
}

/** A query nobody can answer any more need not be kept. */
function forgetOldQueries(ground: Ground, now: number): void {
  for (const { id, at } of ground.queries.values()) {
    if (now - at > answerableMilliseconds) ground.queries.delete(id);
  }
}

/** Follows a link; one to the bot with `?start=` says /start with its payload. */
export function followsLink(stage: Stage, personId: number, url: string): Tapped {
  const { username = '' } = stage.ground.bot;
  const link = URL.canParse(url) ? new URL(url) : undefined;
  const isOurs =
    link &&
    /^(t|telegram)\.me$/.test(link.hostname) &&
    link.pathname.toLowerCase() === `/${username.toLowerCase()}`;
  if (!isOurs) return { kind: 'link', url };
  const payload = link.searchParams.get('start') ?? '';
  if (!/^[A-Za-z0-9_-]{0,64}$/.test(payload)) return { kind: 'link', url };
  return { kind: 'link', url, said: says(stage, personId, `/start ${payload}`.trim()) };
}

/** The exact label or data first, else the only label that contains the words. */
function buttonNamed(message: Message, wanted: string): InlineButton {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const exact = buttons.find(({ text }) => text === wanted);
  const byData = buttons.find(({ callback_data: data }) => data === wanted);
  const similar = buttons.filter(({ text }) => text.includes(wanted));
  const found = exact ?? byData ?? (similar.length === 1 ? similar[0] : undefined);
  if (found) return found;
  const labels = buttons.map(({ text }) => `"${text}"`).join(', ');
  throw new Error(
    `There is no one button "${wanted}" under message ${message.message_id}: ${labels || 'none'}.`,
  );
}

function mayBeThere(ground: Ground, personId: number, chatId: number): void {
  if (chatId === personId) return;
  const group = groupNamed(ground, chatId);
  if (!group.members.includes(personId)) {
    throw new Error(`${personId} is not in the group ${group.title}.`);
  }
}
