import { opens } from '../src/scene';

/** Telegram takes so many bytes in a button. */
const longestData = 64;

/**
 * What a button to a page of /info carries: a sort, an id, and the list it was chosen from.
 *
 * A list that is too long for the button is not remembered.
 */
export function remembering(sort: 'i' | 'k', id: string, list: string): string {
  const data = opens('info', `.${sort}${id} ${list}`);
  const fits = list !== '' && Buffer.byteLength(data) <= longestData;
  return fits ? data : opens('info', `.${sort}${id}`);
}

/** Reads the id and the list in it; ids have no spaces. */
export function remembered(rest: string): { readonly id: string; readonly list: string } {
  const [id = '', ...list] = rest.split(' ');
  return { id, list: list.join(' ') };
}
