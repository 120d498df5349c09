import { wholeReach } from '../src/domain/rights';
import { exampleWord } from '../src/domain/trade-words';
import type { World } from '../src/ports';

/** How to look for something, with an example that finds some of what there is, in a regency or in all. */
export async function searchExample({ institutions }: World, regency?: string): Promise<string> {
  const trades = await institutions.tally(wholeReach, 'trade', regency);
  const [most] = trades.toSorted((one, other) => other.count - one.count);
  const example = most ? `, misalnya: /info ${exampleWord(most.name)}` : '';
  return `ketik /info dan kata yang dicari${example}.`;
}
