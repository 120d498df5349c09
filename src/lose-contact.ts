import { notSent } from './domain/message-kind';
import type { Clock, Contacts, Departures, Unreachable } from './ports';

/** What has to know that a chat is out of reach. */
export interface LosingNeeds {
  readonly contacts: Contacts;
  readonly departures: Departures;
  readonly clock: Clock;
  /** Told before a group is marked. */
  readonly groupLost?: (chat: number, why: Unreachable) => Promise<void>;
}

/** Marks a chat as out of reach, and gives up what waits for it; answers are still tried. */
export const loseContact =
  ({ contacts, departures, clock, groupLost }: LosingNeeds) =>
  async (chat: number, why: Unreachable): Promise<void> => {
    if (chat < 0) await groupLost?.(chat, why);
    await contacts.unreachable(chat, why, clock.now());
    await departures.mute(chat, whyMuted(why), clock.now());
  };

const whyMuted = (why: Unreachable): string =>
  why === 'silenced' ? notSent.silenced : notSent.outOfReach;
