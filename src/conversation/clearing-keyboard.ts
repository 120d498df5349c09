import { plain } from '../html';
import type { Act } from '../talk';
import type { Memory } from './memory';
import type { Turn } from './turn';

/** Takes a keyboard away as soon as something else is said than the question it belongs to. */
export function clearingKeyboard(before: Memory, turn: Turn): Turn {
  const { keyboard: _earlier, ...memory } = turn.memory;
  if (turn.acts.some(putsKeyboard)) return { ...turn, memory: { ...memory, keyboard: true } };
  if (before.keyboard === undefined) return turn;
  // What only flashes up leaves the question where it is.
  if (turn.acts.length === 0) return turn;
  return { ...turn, memory, acts: [closing, ...turn.acts.flatMap(below)] };
}

/** What would be shown in place of the question is said below, where the person looks now. */
const below = (act: Act): readonly Act[] =>
  act.do === 'edit'
    ? [
        { do: 'rebutton', of: act.of, buttons: [] },
        { do: 'say', card: act.card },
      ]
    : [act];

const putsKeyboard = (act: Act): boolean =>
  act.do === 'say' && typeof act.card.keyboard === 'object';

const closing: Act = {
  do: 'say',
  card: { text: plain('Baik, tombol nomor telepon kami tutup.'), keyboard: 'none' },
};
