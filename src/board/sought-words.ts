import type { Day } from '../domain/day';
import { wholeReach } from '../domain/rights';
import { searchWords } from '../domain/search-words';
import { tradeWordsLike, tradesMeant } from '../domain/trade-words';
import type { World } from '../ports';

type Known = Pick<World, 'institutions' | 'courses'>;

/** The words of a search that find something together, and what became of the others. */
export interface Sought {
  readonly words: string;
  /** Words that find nothing beside the others. */
  readonly without: readonly string[];
  /** Words of trades that were taken in the place of mistyped ones. */
  readonly instead: readonly string[];
}

/** More words than these are no search. */
const mostWords = 8;

/** Shorter ones stand inside of so many names that they tell nothing. */
const shortestTelling = 3;

/**
 * Looks for all words first; where they find nothing together, for as many of them as do.
 *
 * The words are tried in the order they were typed, each beside those that found something before.
 */
export async function soughtWords(said: string, world: Known, today: Day): Promise<Sought> {
  const typed = searchWords(said).slice(0, mostWords);
  const kept: string[] = [];
  const without: string[] = [];
  const instead: string[] = [];
  const finds = (words: readonly string[]) => findsAny(words.join(' '), world, today);
  if (typed.length === 0 || (await finds(typed)))
    return { words: typed.join(' '), without, instead };
  for (const word of typed) {
    const found = await firstThat(meant(word), (one) => finds([...kept, one]));
    if (found === undefined) without.push(word);
    else kept.push(found);
    if (found !== undefined && found !== word) instead.push(found);
  }
  return kept.length === 0
    ? { words: typed.join(' '), without: [], instead }
    : { words: kept.join(' '), without, instead };
}

/** The word itself, if it tells anything, then words of trades that it may be a slip for. */
const meant = (word: string): readonly string[] => [
  ...(word.length >= shortestTelling || tradesMeant(word).length > 0 ? [word] : []),
  ...tradeWordsLike(word),
];

async function findsAny(words: string, world: Known, today: Day): Promise<boolean> {
  const look = { words, skip: 0, limit: 1 };
  const found = await Promise.all([
    world.institutions.page(wholeReach, look),
    world.courses.upcoming('all', today, look),
    world.courses.running('all', today, look),
  ]);
  return found.some(({ total }) => total > 0);
}

async function firstThat<T>(
  all: readonly T[],
  isIt: (one: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const one of all) if (await isIt(one)) return one;
  return undefined;
}
