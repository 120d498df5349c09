import { notSent } from './domain/message-kind';
import type { Clock, Contacts, Departures, Unreachable } from './ports';

/** What has to know that a chat is out of reach. */
export interface LosingNeeds {
  readonly contacts: Contacts;
  readonly departures: Departures;
  readonly clock: Clock;
}

/** Marks a chat as out of reach, and gives up what waits for it; answers are still tried. */
export const loseContact =
  ({ contacts, departures, clock }: LosingNeeds) =>
  async (chat: number, why: Unreachable): Promise<void> => {
    await contacts.unreachable(chat, why, clock.now());
    await departures.mute(chat, notSent.outOfReach, clock.now());
  };
