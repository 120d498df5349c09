import type { Forgetting } from '../domain/forgetting';
import type { Person } from '../domain/person';

/** Everything that one collection holds about somebody. */
export interface KeptAbout {
  /** What these records are, in Indonesian. */
  readonly heading: string;
  readonly records: readonly object[];
  /** How many there are; the newest are given when they are very many. */
  readonly total: number;
}

/** Somebody of whom something is kept; a stranger who only wrote once is known by the id alone. */
export interface Known {
  readonly telegramId?: number;
  readonly person?: Person;
}

/** What is kept of people anywhere, and how it goes. */
export interface Traces {
  /** Everybody of whom something is kept: the people by name, then strangers by their Telegram id. */
  everybody(): Promise<readonly Known[]>;
  /** Everything that is about somebody, from every collection, in the order it is told. */
  about(telegramId: number): Promise<readonly KeptAbout[]>;
  /**
   * Writes down, once per id, that somebody is to be forgotten, with what is needed to find their traces.
   *
   * The same id again finds what was written down the first time; undefined when all is done already.
   */
  begin(asked: Pick<Forgetting, 'id' | 'telegramId' | 'at'>): Promise<Forgetting | undefined>;
  /** Those that are not done yet, oldest first. */
  open(): Promise<readonly Forgetting[]>;
  /** Takes the person's row away, and with it every right; a second time changes nothing. */
  unlink(forgetting: Forgetting): Promise<void>;
  /** Takes every trace out of every collection; may be repeated at any time. */
  sweep(forgetting: Forgetting, now: Date): Promise<void>;
  /** Whether nothing of or to the person is being handled or sent. */
  isQuiet(forgetting: Forgetting): Promise<boolean>;
  /** There is nothing left to do: what was written down for it goes, too. */
  end(id: string, at: Date): Promise<void>;
  /** Those who have no role and have not said a word since `before`. */
  left(before: Date): Promise<readonly { readonly id: string; readonly telegramId: number }[]>;
  /** Deletes what was kept as long as it may be; returns how many records went. */
  expire(now: Date): Promise<number>;
}
