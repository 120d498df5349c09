/** Begins and ends a stretch that keeps its own direction, and turns nothing around it. */
const begin = '\u2068';
const end = '\u2069';

/** Letters and digits that run from right to left, and the marks that change direction. */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Nobody types more isolates without their other half; so many would only make a message too long. */
const mostStray = 8;

/** What a line does to the words around it. */
interface Reach {
  /** Ends of isolates that began nowhere. */
  readonly unopened: number;
  /** Isolates that do not end. */
  readonly unclosed: number;
  /** Whether something outside all isolates changes direction. */
  readonly turns: boolean;
}

/**
 * Keeps what people typed from turning the words beside it around; between the marks it stays as typed.
 *
 * Only lines that could do harm are touched, so that it may be done again without a difference. An
 * override that was left open ends where its isolate does (UAX 9, X6a), and every line by itself.
 */
export const isolated = (typed: string): string =>
  turning.test(typed)
    ? typed
        .split(/([\n\r\u0085\u2029])/u)
        .map(isolatedLine)
        .join('')
    : typed;

function isolatedLine(line: string): string {
  const { unopened, unclosed, turns } = reachOf(line);
  if (unopened + unclosed > mostStray) return isolatedLine(line.replace(/[\u2066-\u2069]/gu, ''));
  if (unopened + unclosed === 0 && !turns) return line;
  return begin.repeat(unopened + 1) + line + end.repeat(unclosed + 1);
}

function reachOf(line: string): Reach {
  let unopened = 0;
  let unclosed = 0;
  let turns = false;
  for (const letter of line) {
    if (/[\u2066-\u2068]/u.test(letter)) unclosed += 1;
    else if (letter !== end) turns ||= unclosed === 0 && turning.test(letter);
    else if (unclosed > 0) unclosed -= 1;
    else unopened += 1;
  }
  return { unopened, unclosed, turns };
}

const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** Where words may be cut, the longest first: between whole letters, or else anywhere between characters. */
function cutsIn(words: string, most: number): readonly number[] {
  const between = [...letters.segment(words.slice(0, most + 1))].map(({ index }) => index);
  const anywhere = Array.from({ length: most }, (_, length) => length);
  const isIn = (length: number) => length > 0 && length < most;
  return [...between.filter(isIn).toReversed(), ...anywhere.filter(isIn).toReversed()];
}

/** Cuts words after so many characters, with `…` and the ends of the isolates that were cut off. */
export function cutShort(words: string, most: number): string {
  if (words.length <= most) return words;
  for (const length of cutsIn(words, most)) {
    const kept = words.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
    const ends = end.repeat(reachOf(kept).unclosed);
    if (kept.length + 1 + ends.length <= most) return `${kept}…${ends}`;
  }
  return '';
}
