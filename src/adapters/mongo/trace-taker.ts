import type { Forgetting } from '../../domain/forgetting';
import type { Wipe } from '../../domain/wiped-words';
import type { Store } from './connect';

/** Somebody as records know them. */
export interface Somebody {
  readonly telegramId: number;
  readonly person?: string;
  /** The numbers at which they can be called. */
  readonly phones?: readonly string[];
}

/** Which records are somebody's: any of these conditions. */
export type Conditions = readonly Readonly<Record<string, unknown>>[];

/** What a collection holds of people, what they are shown of it, and what becomes of it. */
export interface TraceTaker {
  /** What these records are, in Indonesian, for whoever asks for a copy of their data. */
  readonly heading?: string;
  /** The records that are about somebody. */
  readonly of?: (one: Somebody) => Conditions;
  /** The fields, however deep, in which people write what they like. */
  readonly words: readonly string[];
  /** The records that go as a whole. */
  readonly own?: (one: Somebody) => Conditions;
  /** What else is to be done. */
  readonly also?: (forgetting: Forgetting, given: Sweeping) => Promise<void>;
  /** Counted up with every word that is wiped, so that whoever read it before does not write it back. */
  readonly counts?: string;
}

/** What a sweep goes by. */
export interface Sweeping {
  readonly store: Store;
  readonly wipe: Wipe;
  readonly now: Date;
}

/** There is nothing of people in it; the reason stands beside it. */
export const nobody = (_why: string): TraceTaker => ({ words: [] });

/** Stays; people are in it as opaque ids alone, which lead to nobody once they are forgotten. */
export const records = (
  heading: string,
  ids: readonly string[],
  words: readonly string[] = [],
): TraceTaker => ({
  heading,
  words,
  of: ({ person }) => (person === undefined ? [] : ids.map((id) => ({ [id]: person }))),
});

/** Stays; nothing says whose it is, but somebody may be named in what is written. */
export const writings = (...words: readonly string[]): TraceTaker => ({ words });

/** Goes as a whole with the person. */
export const belongings = (
  heading: string,
  of: (one: Somebody) => Conditions,
  words: readonly string[] = [],
): TraceTaker => ({ heading, of, own: of, words });
