import type { Delivery } from '../../ports';
import type { Act, Card } from '../../talk';
import { type Call, delivered } from './call';
import { captioned, keyboard, worded } from './card-params';
import { isGone, isKept, isUnchanged } from './delivery-of-error';

/** Edits in place; what can't be edited any more is to be said anew, unless only an edit was meant. */
export async function edited(
  call: Call,
  chat: number,
  { card, only }: Extract<Act, { do: 'edit' }>,
  message: number | undefined,
): Promise<Delivery> {
  const instead: Delivery = only ? delivered() : { is: 'instead', act: { do: 'say', card } };
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
export async function rebuttoned(
  call: Call,
  chat_id: number,
  buttons: NonNullable<Card['buttons']>,
  message: number | undefined,
): Promise<Delivery> {
  if (message === undefined) return delivered();
  try {
    const reply_markup = keyboard(buttons);
    await call('editMessageReplyMarkup', { chat_id, message_id: message, reply_markup });
  } catch (error) {
    if (!isGone(error) && !isUnchanged(error)) throw error;
  }
  return delivered(message);
}

/** Takes messages back; those that Telegram keeps, because they are old, are edited if that is wanted. */
export async function deleted(
  call: Call,
  chat_id: number,
  { card }: Extract<Act, { do: 'delete' }>,
  messages: readonly number[],
): Promise<Delivery> {
  for (const message_id of messages) {
    try {
      await call('deleteMessage', { chat_id, message_id });
    } catch (error) {
      if (isKept(error) && card)
        await edited(
          call,
          chat_id,
          { do: 'edit', of: { message: message_id }, card, only: true },
          message_id,
        );
      else if (!isKept(error) && !isGone(error)) throw error;
    }
  }
  return delivered();
}
