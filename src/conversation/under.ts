import { cutShort } from '../domain/isolated';
import { italic, lines, plain } from '../html';
import type { Act, Card } from '../talk';
import { unpackTap } from './button-data';
import type { Draft, Under } from './memory';
import { type Scenery, showing } from './turn';

/** A message holds 4,096 characters, and a line is added below. */
const longestText = 3_500;

/** The message whose button begins a form now; a form's own messages are no place to come back to. */
export function underNow({ incoming: { deed } }: Scenery): Under | undefined {
  if (deed.kind !== 'tap' || deed.message === undefined || !deed.shown) return undefined;
  if (unpackTap(deed.data)) return undefined;
  const { text, buttons } = deed.shown;
  return { message: deed.message, text: cutShort(text, longestText), buttons };
}

/** Says that a form is over, and gives the message it began under its words and buttons back. */
export function bringingBack(scenery: Scenery, { under }: Draft, words: string): readonly Act[] {
  const said: Card = { text: plain(words) };
  if (!under) return showing(scenery, said);
  const { message, text, buttons } = under;
  const { deed } = scenery.incoming;
  if (deed.kind === 'tap' && deed.message === message)
    return showing(scenery, { text: lines(text, '', italic(words)), buttons });
  const back: Act = {
    do: 'edit',
    of: { message },
    card: { text: plain(text), buttons },
    only: true,
  };
  return [...showing(scenery, said), back];
}
