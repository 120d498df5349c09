/** Words broken into lines, and the size of letters at which all of them fit. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The room there is for words. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The size of letters to begin with; it shrinks until the words fit. */
  readonly size: number;
  readonly least: number;
}

/** Widths of letters of DejaVu Sans Bold in units of their size, rather too wide than too narrow. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'’|!()[\]-]/u, 0.46],
  [/[ frt"*/\\]/u, 0.55],
  [/[mwMW@%–—]/u, 1.11],
  [/[A-Z&0-9]/u, 0.86],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 1.2],
];
const otherwise = 0.75;
const lineHeight = 1.25;

/** How wide words are at most, in units of the size of their letters. */
export const widthOf = (words: string): number =>
  Array.from(words).reduce(
    (sum, letter) => sum + (letterWidths.find(([of]) => of.test(letter))?.[1] ?? otherwise),
    0,
  );

/** How high so many lines are. */
export const heightOf = ({ size, lines }: Fitted): number => lines.length * size * lineHeight;

/** Breaks words into lines with the largest letters that fit; what fits in no size is cut short. */
export function fittedLines(words: string, room: Room): Fitted {
  const { width, height, size, least } = room;
  const lines = broken(words, width / size);
  const fitted = { size, lines };
  if (heightOf(fitted) <= height && lines.every((line) => widthOf(line) * size <= width))
    return { size, lines: balanced(lines) };
  if (size - 2 >= least) return fittedLines(words, { ...room, size: size - 2 });
  const most = Math.max(1, Math.floor(height / (size * lineHeight)));
  return { size, lines: lines.slice(0, most) };
}

function broken(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').flatMap((one) => pieces(one, most))) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same lines with words moved down for as long as that makes them more even, so that no last word stands alone. */
function balanced(lines: readonly string[]): readonly string[] {
  for (let below = lines.length - 1; below > 0; below -= 1) {
    const [first = '', second = ''] = lines.slice(below - 1);
    const [, stays, moves] = /^(.+) (\S+)$/u.exec(first) ?? [];
    const longer = `${moves ?? ''} ${second}`;
    if (stays !== undefined && widest(stays, longer) < widest(first, second))
      return balanced(lines.toSpliced(below - 1, 2, stays, longer));
  }
  return lines;
}

const widest = (...lines: readonly string[]): number => Math.max(...lines.map(widthOf));

/** A word that is wider than a line is broken where the line ends. */
function pieces(word: string, most: number): readonly string[] {
  const found = [''];
  for (const letter of Array.from(word)) {
    const longer = (found.at(-1) ?? '') + letter;
    if (widthOf(longer) <= most || longer === letter) found[found.length - 1] = longer;
    else found.push(letter);
  }
  return found;
}
