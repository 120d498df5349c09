import type { Card } from '../talk';

/** A message of which nobody knows whether it arrived, and the numbers it may have if it did. */
export interface Sounding {
  readonly key: string;
  readonly chat: number;
  readonly buttons: NonNullable<Card['buttons']>;
  /** Telegram's numbers that nothing else is known to have. */
  readonly candidates: readonly number[];
  /** Whether it can be asked for; later, when the next message has told where the numbers end; never. */
  readonly when: 'now' | 'later' | 'never';
}

/** What asking Telegram for a message led to. */
export type Found =
  | { readonly is: 'there'; readonly message: number }
  | { readonly is: 'nowhere' }
  | { readonly is: 'unclear' };

/**
 * Messages that are not repeated by themselves, and of which nobody knows whether they arrived.
 *
 * Telegram numbers what a bot sends to people and small groups in one series, so the number of such a
 * message lies between those of the messages before and after it.
 */
export interface Soundings {
  /** Those that were let go some time before `flow` and can be asked for, the oldest first. */
  due(flow: Date, most: number): Promise<readonly Sounding[]>;
  /** Writes down what was found: it arrived, is to be sent after all, or stays of unknown fate. */
  settle(key: string, found: Found, now: Date): Promise<void>;
}
