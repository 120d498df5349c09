import { TelegramError } from 'telegraf';
import type { Delivery } from '../../ports';

/** Telegram's own words for what will never succeed. */
const hopeless = [
  'bot was blocked by the user',
  'user is deactivated',
  'bot was kicked',
  'bot is not a member',
  "bot can't initiate conversation",
  'chat not found',
  'chat_write_forbidden',
  'not enough rights',
  'have no rights',
  'group chat was deactivated',
];

const firstWaitSeconds = 2;
const longestWaitSeconds = 300;

/** What an error of Telegram, or of the way there, means for the message; `tries` counts this try. */
export function deliveryOfError(error: unknown, tries: number): Delivery {
  const wait = Math.min(firstWaitSeconds * 2 ** (tries - 1), longestWaitSeconds);
  if (!(error instanceof TelegramError)) return { is: 'later', waitSeconds: wait, why: 'network' };
  const { code, description, parameters } = error;
  if (code === 429)
    return { is: 'later', waitSeconds: parameters?.retry_after ?? wait, why: 'too many requests' };
  if (code >= 500) return { is: 'later', waitSeconds: wait, why: description };
  if (code === 401 || code === 404)
    return { is: 'later', waitSeconds: longestWaitSeconds, why: description };
  const words = description.toLowerCase();
  const known = hopeless.find((phrase) => words.includes(phrase));
  return { is: 'never', why: known ?? description };
}

/** Whether an edit changed nothing, which is what a repeated edit looks like. */
export const isUnchanged = (error: unknown): boolean =>
  error instanceof TelegramError && error.description.includes('message is not modified');

/** Whether the message to edit is gone, or was never one of ours. */
export const isGone = (error: unknown): boolean =>
  error instanceof TelegramError &&
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/u.test(error.description);
