import { type Reading, understood, unclear } from './reading';

/** How a stretch of a text looks. */
export type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'quote' | 'spoiler';

/** A text with formatting: words, and stretches that may hold others. */
export type Formatted = readonly Stretch[];
export type Stretch =
  | string
  | { readonly style: Style; readonly inside: Formatted }
  | { readonly address: string; readonly inside: Formatted };

/**
 * What was formatted in Telegram's own editor is written with characters nobody can type, from
 * Unicode's area for private use; what was typed with marks, as in WhatsApp, keeps its marks.
 */
export const styleMarks: Readonly<Record<Style, string>> = {
  bold: '\uE001',
  italic: '\uE002',
  underline: '\uE003',
  strike: '\uE004',
  code: '\uE005',
  quote: '\uE006',
  spoiler: '\uE007',
};
/** Begins a link, parts its words from its address, ends any stretch. */
export const linkMark = '\uE00A';
export const addressMark = '\uE00B';
export const endMark = '\uE00F';

const styleOfMark = new Map(
  Object.entries(styleMarks).map(([style, mark]) => [mark, style as Style]),
);
const typedMarks: Readonly<Record<string, Style>> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
  '`': 'code',
};

/** A stretch that was begun and not ended yet. */
interface Open {
  readonly style?: Style;
  /** The mark that was typed; absent for what Telegram's editor formatted. */
  readonly typed?: string;
  readonly at: number;
  readonly inside: Stretch[];
}

interface Parsing {
  readonly text: string;
  readonly stack: Open[];
}

/** Takes out every character that stands for formatting made in Telegram's editor. */
export const withoutMarks = (text: string): string => text.replace(/[\uE000-\uE00F]/gu, '');

/**
 * Reads a text with `*tebal*`, `_miring_`, `~coret~` and `` `kode` ``, or formatted in Telegram.
 *
 * A mark counts only at the edge of a word, as in WhatsApp, so that `2 * 3` and `nama_berkas` stay
 * as they are; after a backslash it is an ordinary character. One that is never closed is explained.
 */
export function readFormatted(text: string): Reading<Formatted> {
  const parsing: Parsing = { text, stack: [{ at: 0, inside: [] }] };
  for (let at = 0; at < text.length;) {
    const step = stepAt(parsing, at);
    if (typeof step !== 'number') return step;
    at = step;
  }
  const unclosed = parsing.stack.slice(1).find(({ typed }) => typed !== undefined);
  if (unclosed) return neverClosed(text, unclosed);
  while (parsing.stack.length > 1) close(parsing);
  return understood(tidied(top(parsing).inside));
}

const top = ({ stack }: Parsing): Open => stack.at(-1) ?? { at: 0, inside: [] };

/** Deals with the character at a place and returns the next place, or why the text cannot be read. */
function stepAt(parsing: Parsing, at: number): number | ReturnType<typeof unclear> {
  const { text } = parsing;
  const here = text.charAt(at);
  const next = text.charAt(at + 1);
  if (here === '\\' && (next in typedMarks || next === '\\')) return say(parsing, next, at + 2);
  if (here === endMark) return endStretch(parsing, at);
  if (here === linkMark) return linkAt(parsing, at);
  const style = styleOfMark.get(here);
  if (style) return begin(parsing, { style, at, inside: [] });
  return here in typedMarks ? typedMark(parsing, at) : say(parsing, here, at + 1);
}

function say(parsing: Parsing, words: string, next: number): number {
  top(parsing).inside.push(words);
  return next;
}

function begin({ stack }: Parsing, open: Open): number {
  stack.push(open);
  return open.at + 1;
}

/** The end of what Telegram's editor formatted; marks typed within it stay as they are. */
function endStretch(parsing: Parsing, at: number): number {
  while (top(parsing).typed !== undefined) asTyped(parsing);
  if (parsing.stack.length > 1) close(parsing);
  return at + 1;
}

/** A link of Telegram's editor: its words, then its address; nothing else is in it. */
function linkAt(parsing: Parsing, at: number): number {
  const [, words, address] =
    /^\uE00A([^\uE00A-\uE00F]*)\uE00B([^\uE00A-\uE00F]*)\uE00F/u.exec(parsing.text.slice(at)) ?? [];
  if (words === undefined || address === undefined) return at + 1;
  top(parsing).inside.push({ address, inside: [withoutMarks(words)] });
  return at + words.length + address.length + 3;
}

function close({ stack }: Parsing): void {
  const { style, inside } = stack.pop() ?? { inside: [] };
  if (style) stack.at(-1)?.inside.push({ style, inside: tidied(inside) });
}

/** Gives a typed mark up as one: it and what followed are plain. */
function asTyped({ stack }: Parsing): void {
  const { typed = '', inside } = stack.pop() ?? { inside: [] };
  stack.at(-1)?.inside.push(typed, ...inside);
}

function typedMark(parsing: Parsing, at: number): number | ReturnType<typeof unclear> {
  const { text, stack } = parsing;
  const mark = text.charAt(at);
  const isInCode = stack.some(({ style }) => style === 'code');
  const opened = stack.findLastIndex(({ typed }) => typed === mark);
  if (opened > 0 && mayClose(text, at)) {
    const between = stack.slice(opened + 1).find(({ typed }) => typed !== undefined);
    if (between) return crossed(text, between, mark);
    close(parsing);
    return at + 1;
  }
  const opens = opened < 0 && !isInCode && mayOpen(text, at);
  if (!opens) return say(parsing, mark, at + 1);
  return begin(parsing, { style: typedMarks[mark] ?? 'bold', typed: mark, at, inside: [] });
}

const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
const isSpace = (letter: string) => letter === '' || /\s/u.test(letter);

const mayOpen = (text: string, at: number) =>
  !isWord(text.charAt(at - 1)) && !isSpace(text.charAt(at + 1));
const mayClose = (text: string, at: number) =>
  !isSpace(text.charAt(at - 1)) && !isWord(text.charAt(at + 1));

/** The words around a place, so that it can be found in a long text. */
const around = (text: string, at: number) =>
  withoutMarks(text.slice(at, at + 20))
    .split('\n')[0]
    ?.trim() ?? '';

const neverClosed = (text: string, { typed = '', at }: Open) =>
  unclear(
    `Mohon maaf, tanda ${typed} pada “${around(text, at)}” belum ada penutupnya. Contoh yang benar: ${typed}Penting${typed}. Bila maksudnya memang tanda ${typed} biasa, tulis \\${typed}.`,
  );

const crossed = (text: string, { typed = '', at }: Open, outer: string) =>
  unclear(
    `Mohon maaf, tanda ${typed} pada “${around(text, at)}” perlu ditutup lebih dulu sebelum tanda ${outer}. Contoh yang benar: ${outer}Rapat ${typed}besok${typed}${outer}.`,
  );

/** Joins words that stand side by side, and drops what holds nothing. */
function tidied(stretches: readonly Stretch[]): Formatted {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (typeof stretch !== 'string') joined.push(stretch);
    else if (typeof last === 'string') joined.splice(-1, 1, last + stretch);
    else joined.push(stretch);
  }
  return joined.filter((one) => typeof one === 'string' || one.inside.length > 0);
}

/** The words of a formatted text alone, as Telegram counts them. */
export const plainOf = (formatted: Formatted): string =>
  formatted.map((one) => (typeof one === 'string' ? one : plainOf(one.inside))).join('');
