import { TelegramError } from 'telegraf';
import type { Delivery, Unreachable } from '../../ports';

/** What an error of Telegram, or of the way there, means for the message to `chat`. */
export function deliveryOfError(error: unknown, chat: number): Delivery {
  if (!(error instanceof TelegramError)) return deliveryOfBrokenCall(error);
  const { code, description, parameters } = error;
  if (parameters?.migrate_to_chat_id !== undefined)
    return { is: 'moved', to: parameters.migrate_to_chat_id };
  if (code === 429) {
    const asked = parameters?.retry_after;
    return {
      is: 'flood',
      why: 'too many requests',
      ...(asked === undefined ? {} : { waitSeconds: asked }),
    };
  }
  // A refused token is mended by the operator, and then everything goes out.
  if (code >= 500 || code === 401 || code === 404) return { is: 'trouble', why: description };
  return refused(description, chat);
}

/** Telegram's own words for a chat that cannot be reached any more. */
const outOfReach: readonly (readonly [phrase: string, why: Unreachable])[] = [
  ['bot was blocked by the user', 'blocked'],
  ['user is deactivated', 'deactivated'],
  ["bot can't initiate conversation", 'never-started'],
  ['bot was kicked', 'left'],
  ['bot is not a member', 'left'],
  ['chat was deleted', 'gone'],
  ['chat was deactivated', 'gone'],
  ['not enough rights to send text messages', 'silenced'],
  ['chat_write_forbidden', 'silenced'],
  ['need administrator rights', 'silenced'],
  ['have no rights to send a message', 'silenced'],
  ['chat_id_invalid', 'gone'],
  ['peer_id_invalid', 'gone'],
];

function refused(description: string, chat: number): Delivery {
  const words = description.toLowerCase();
  if (words.includes('chat not found'))
    return { is: 'never', why: 'chat not found', contact: chat < 0 ? 'gone' : 'never-started' };
  const [phrase, contact] = outOfReach.find(([known]) => words.includes(known)) ?? [];
  return contact
    ? { is: 'never', why: phrase ?? description, contact }
    : { is: 'never', why: description };
}

/** What happens before anything is written to the network. */
const beforeWriting = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
  ...['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ...['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
]);

/** Node's words for the same; several addresses that all time out leave no reason at all. */
const neverConnected = /connect E\w+|before secure TLS connection|reason: $/u;

/**
 * A call that broke off without Telegram's answer: it may have been done or not.
 *
 * Anything but an error of the network is a mistake in the program, which would come back each time.
 */
function deliveryOfBrokenCall(error: unknown): Delivery {
  const { name, type, code, message } = detailsOf(error);
  if (code !== undefined && beforeWriting.has(code)) return { is: 'trouble', why: code };
  if (neverConnected.test(message)) return { is: 'trouble', why: 'no connection' };
  if (name === 'AbortError') return { is: 'unsure', why: 'no answer in time' };
  if (type !== undefined || code !== undefined) return { is: 'unsure', why: code ?? type ?? '' };
  return { is: 'never', why: `${name}: ${message.slice(0, 200)}` };
}

interface Details {
  readonly name: string;
  readonly message: string;
  /** node-fetch says where a call broke: 'system', 'invalid-json', … */
  readonly type?: string;
  readonly code?: string;
}

function detailsOf(error: unknown): Details {
  if (!(error instanceof Error)) return { name: 'unknown error', message: String(error) };
  const { name, message } = error;
  const type = 'type' in error && typeof error.type === 'string' ? { type: error.type } : {};
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, message, ...type, ...code };
}

/** Whether an edit changed nothing, which is what a repeated edit looks like. */
export const isUnchanged = (error: unknown): boolean =>
  error instanceof TelegramError && error.description.includes('message is not modified');

/** Whether the message to edit is gone, or was never one of ours. */
export const isGone = (error: unknown): boolean =>
  error instanceof TelegramError &&
  /message to (edit|delete) not found|message can't be edited|MESSAGE_ID_INVALID/u.test(
    error.description,
  );

/** Whether a message is too old to be deleted, or the bot may not do so here. */
export const isKept = (error: unknown): boolean =>
  error instanceof TelegramError && error.description.includes("message can't be deleted");

/** Whether the forum topic a message was meant for is not there any more. */
export const isTopicGone = (error: unknown): boolean =>
  error instanceof TelegramError &&
  /message thread not found|TOPIC_DELETED/iu.test(error.description);
