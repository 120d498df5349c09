import type { Delivery, Departing } from './ports';

/** What sends rows, and who hears of groups. */
export interface HearingNeeds {
  readonly send: (row: Departing) => Promise<Delivery>;
  readonly topicGone: (chat: number, thread: number) => Promise<void>;
  readonly reachable: (chat: number) => Promise<void>;
}

/**
 * Sends a row, and learns from its delivery how the group is: no update says that the bot may write
 * there again, or that a forum topic was deleted.
 *
 * What was learned is not needed for the message, so that a failure to keep it is let go.
 */
export const hearOfGroup =
  ({ send, ...needs }: HearingNeeds) =>
  async (row: Departing): Promise<Delivery> => {
    const delivery = await send(row);
    if (row.chat < 0 && delivery.is === 'delivered')
      await learn(row, delivery, needs).catch(() => undefined);
    return delivery;
  };

async function learn(
  { chat, thread, act, kind }: Departing,
  delivery: Extract<Delivery, { is: 'delivered' }>,
  { topicGone, reachable }: Omit<HearingNeeds, 'send'>,
): Promise<void> {
  if (delivery.topicGone && thread !== undefined) await topicGone(chat, thread);
  // Only answers are tried in a group in which the bot may not write.
  if (kind === 'answer' && act.do === 'say') await reachable(chat);
}
