/** What somebody meant by the name of a regency or city. */
export type RegencyReading =
  | { readonly is: 'named'; readonly regency: string }
  /** 'Bekasi' is a regency and a city: without the word nobody knows. */
  | { readonly is: 'ambiguous' }
  | { readonly is: 'empty' };

const prefix = /^(?:(?<regency>kab(?:upaten|\.)?)|(?<city>kota(?:madya)?))(?=[ .])[ .]*/i;

/**
 * Reads the name of a regency: 'KAB. PASER' is 'Kabupaten Paser'.
 *
 * A name without Kabupaten or Kota is understood when exactly one of those `known` has it.
 */
export function regencyIn(said: string, known: readonly string[]): RegencyReading {
  const words = said.replace(/\s+/g, ' ').trim();
  if (words === '') return { is: 'empty' };
  const { regency, city } = prefix.exec(words)?.groups ?? {};
  const bare = words.replace(prefix, '');
  if (regency === undefined && city === undefined) return amongKnown(bare, known);
  const full = `${regency === undefined ? 'Kota' : 'Kabupaten'} ${titled(bare)}`;
  return { is: 'named', regency: known.find((one) => sameName(one, full)) ?? full };
}

function amongKnown(bare: string, known: readonly string[]): RegencyReading {
  const fitting = known.filter((one) => sameName(one.replace(prefix, ''), bare));
  const [only, other] = fitting;
  return only !== undefined && other === undefined
    ? { is: 'named', regency: only }
    : { is: 'ambiguous' };
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** 'TANAH GROGOT' and 'tanah grogot' become 'Tanah Grogot'; mixed case stays as it was typed. */
export function titled(name: string): string {
  const words = name.replace(/\s+/g, ' ').trim();
  if (words !== words.toUpperCase() && words !== words.toLowerCase()) return words;
  return words
    .toLowerCase()
    .replace(
      /(^|[ \-/(])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
