import { understood, unclear, type Reading } from './reading';
import { shownCount } from './reading-count';

/** What the text is (`of`, as in 'nama program'), its limits, and whether lines are kept. */
export interface Wording {
  /** The longest allowed, in UTF-16 units: the way Telegram counts its own limits. */
  readonly max: number;
  readonly of: string;
  /** The shortest allowed, in UTF-16 units; 1 without it. */
  readonly min?: number;
  /** Keeps single line breaks; without it everything becomes one line. */
  readonly lines?: boolean;
  readonly example?: string;
}

/** Letters that take no ink: spaces, format characters, lone accents, and fillers. */
const inkless = /[\p{Cc}\p{Cf}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/gu;

const tidied = (text: string, lines: boolean): string =>
  text
    .replace(/\p{Cs}/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?!\s)\p{Cc}/gu, '')
    .replace(lines ? /[^\S\n]+/g : /\s+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

const hint = ({ example }: Wording): string => (example ? `, misalnya: ${example}` : '');

/**
 * Reads free text: trims, folds white space, drops control characters and lone surrogates.
 *
 * Emoji, markup such as `<b>` and right-to-left text stay as typed; whoever shows it escapes it.
 */
export function readText(text: string, wording: Wording): Reading<string> {
  const { max, min = 1, of } = wording;
  const said = tidied(text, wording.lines ?? false);
  if (said.replace(inkless, '') === '')
    return unclear(`Mohon maaf, ${of} masih kosong. Silakan ketik dengan singkat${hint(wording)}.`);
  if (said.length < min)
    return unclear(
      `Mohon maaf, ${of} masih terlalu singkat. Silakan tulis sedikit lebih lengkap${hint(wording)}.`,
    );
  if (said.length > max)
    return unclear(
      `Mohon maaf, ${of} terlalu panjang (${shownCount(said.length)} huruf). Silakan ringkas menjadi paling banyak ${shownCount(max)} huruf.`,
    );
  return understood(said);
}
