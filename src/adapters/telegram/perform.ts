import type { Telegram } from 'telegraf';
import type { Photo } from '../../domain/activity-report';
import type { Delivery, Departing } from '../../ports';
import type { Act, Card, Earlier, OutgoingFile } from '../../talk';
import { type Call, delivered } from './call';
import { captioned, worded } from './card-params';
import { deleted, edited, rebuttoned } from './change-message';
import { deliveryOfError, isTopicGone } from './delivery-of-error';

/** Finds Telegram's numbers of the messages an outbox row became. */
export type MessagesOf = (row: string) => Promise<readonly number[]>;

const albumMost = 10;
/** Shorter than the lease of a row that is being sent. */
const patienceMs = 25_000;

type Row = Pick<Departing, 'chat' | 'act' | 'thread'>;

/**
 * Does in the chat what a row says, and tells what became of it.
 *
 * Throws only what `messagesOf` throws, and then nothing was sent.
 */
export async function perform(
  telegram: Telegram,
  messagesOf: MessagesOf,
  { chat, act, thread }: Row,
): Promise<Delivery> {
  const messages = 'of' in act ? await numbersOf(act.of, messagesOf) : [];
  const doIn = (to: Place) => done(caller(telegram), to, act, messages);
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

const caller =
  (telegram: Telegram): Call =>
  (method, given) =>
    telegram.callApi(method, given, {
      signal: AbortSignal.timeout(patienceMs) as never, // Telegraf's own AbortSignal type is older
    });

const numbersOf = async (of: Earlier, messagesOf: MessagesOf) =>
  'message' in of ? [of.message] : messagesOf(of.row);

async function done(
  call: Call,
  to: Place,
  act: Act,
  messages: readonly number[],
): Promise<Delivery> {
  const { chat_id } = to;
  const [message] = messages;
  switch (act.do) {
    case 'say':
      return delivered(await said(call, to, act.card));
    case 'edit':
      return edited(call, chat_id, act, message);
    case 'rebutton':
      return rebuttoned(call, chat_id, act.buttons, message);
    case 'delete':
      return deleted(call, chat_id, act, messages);
    case 'photos':
      return delivered(...(await photos(call, to, act.photos)));
    case 'file':
      return delivered(await file(call, to, act.file));
    case 'menu':
      await call('setMyCommands', {
        commands: act.commands.map(({ command, about }) => ({ command, description: about })),
        scope: { type: 'chat', chat_id },
      });
      return delivered();
  }
}

async function said(call: Call, to: Place, card: Card): Promise<number> {
  const { media } = card;
  if (!media) return (await call('sendMessage', { ...to, ...worded(card) })).message_id;
  const caption = { ...to, ...captioned(card) };
  const { message_id } = await (media.kind === 'photo'
    ? call('sendPhoto', { ...caption, photo: media.fileId })
    : call('sendDocument', { ...caption, document: media.fileId }));
  return message_id;
}

async function photos(call: Call, to: Place, given: readonly Photo[]): Promise<readonly number[]> {
  const [only, ...more] = given.slice(0, albumMost);
  if (!only) return [];
  if (more.length === 0)
    return [(await call('sendPhoto', { ...to, photo: only.fileId })).message_id];
  const media = [only, ...more].map(({ fileId }) => ({ type: 'photo' as const, media: fileId }));
  return (await call('sendMediaGroup', { ...to, media })).map(({ message_id }) => message_id);
}

const file = async (call: Call, to: Place, { name, base64 }: OutgoingFile): Promise<number> =>
  (
    await call('sendDocument', {
      ...to,
      document: { source: Buffer.from(base64, 'base64'), filename: name },
    })
  ).message_id;
