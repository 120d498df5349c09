import {
  type Stretch,
  type Style,
  addressMark,
  endMark,
  linkMark,
  styleMarks,
  withoutMarks,
} from './stretch';

/** A mark as it was typed, once or twice: `*` and `**` mean the same. */
export interface TypedMark {
  readonly is: 'mark';
  readonly text: string;
  readonly at: number;
  /** Whether something formatted may begin with it. */
  readonly opens: boolean;
  /** Whether it may end there: at the end of a word, or within one, as in `*surat*nya`. */
  readonly closes?: 'word' | 'part';
  /** Whether a reader expects its other half: `*Penting` does, `*888#`, `*)` and `^_^` do not. */
  readonly promises: boolean;
}

/** A piece of a text with formatting, as it was typed or made in Telegram's editor. */
export type Piece =
  | { readonly is: 'words' | 'address'; readonly text: string }
  | TypedMark
  | { readonly is: 'begin'; readonly style: Style }
  | { readonly is: 'end' }
  | { readonly is: 'link'; readonly link: Stretch };

/** The style that each typed mark stands for. */
export const typedMarks: Readonly<Record<string, Style>> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
  '`': 'code',
};

const styleOfMark = new Map(
  Object.entries(styleMarks).map(([style, mark]) => [mark, style as Style]),
);

/** Takes a text apart, from the beginning to the end. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const [piece, length] = pieceAt(text, at);
    if (piece) pieces.push(piece);
    at += length;
  }
  return pieces;
}

type Found = readonly [piece: Piece | undefined, length: number];

/** The piece at a place, and how many characters it takes. */
function pieceAt(text: string, at: number): Found {
  const here = letterAt(text, at);
  const next = text.charAt(at + 1);
  if (here === '\\' && (next in typedMarks || next === '\\')) return [words(next), 2];
  if (here === endMark) return [{ is: 'end' }, 1];
  if (here === linkMark) return linkAt(text, at);
  const style = styleOfMark.get(here);
  if (style) return [{ is: 'begin', style }, 1];
  return addressAt(text, at) ?? markAt(text, at) ?? [words(here), here.length];
}

/** The character at a place; an emoji and some letters take two units of JavaScript. */
const letterAt = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';

/** The character that ends before a place. */
const letterBefore = (text: string, at: number): string =>
  /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ??
  text.charAt(at - 1);

const words = (text: string): Piece => ({ is: 'words', text });

/** A link of Telegram's editor: its words, then its address; nothing else is in it. */
function linkAt(text: string, at: number): Found {
  const [whole, said, address] = stuck(
    new RegExp(`${linkMark}([^\uE00A-\uE00F]*)${addressMark}([^\uE00A-\uE00F]*)${endMark}`, 'uy'),
    text,
    at,
  );
  if (whole === undefined || said === undefined || address === undefined) return [undefined, 1];
  return [{ is: 'link', link: { address, inside: [withoutMarks(said)] } }, whole.length];
}

/** What a pattern finds exactly at a place. */
function stuck(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}

const site = '(?:[a-z0-9-]+\\.)+[a-z]{2,}';
const anything = '[^\\s\uE000-\uE00F]';
const address = new RegExp(
  [
    `(?:https?://|tg://|mailto:|www\\.)${anything}+`,
    `${site}/${anything}*`,
    `(?:[a-z0-9][\\w.+-]*|_[\\w.+-]*_)@${site}`,
  ].join('|'),
  'iuy',
);

/** What follows an address and is none of it, such as the mark that ends a bold sentence. */
const tail = /[*_~`)\]}.,;:!?"'”’»…]*$/u;

/** Marks in an address are letters of it: `https://paser.go.id/?q=*las*&nama_kelas`. */
function addressAt(text: string, at: number): Found | undefined {
  if (/[\p{L}\p{N}.+-]/u.test(letterBefore(text, at))) return undefined;
  const found = stuck(address, text, at)[0]?.replace(tail, '') ?? '';
  return found === '' ? undefined : [{ is: 'address', text: found }, found.length];
}

const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
const isSpace = (letter: string) => letter === '' || /\s/u.test(letter);
const promise = /[*_~`]*[\p{L}\p{Extended_Pictographic}\p{RI}"'“‘«([]/uy;

/**
 * A mark opens at the beginning of a word and closes at the end of one, so that `2 * 3`, `2*3*4` and
 * `nama_berkas` stay as they are. Three and more, as in `____`, are no mark.
 */
function markAt(text: string, at: number): Found | undefined {
  const [run] = stuck(/([*_~`])\1*/uy, text, at);
  if (run === undefined) return undefined;
  if (run.length > 2) return [words(run), run.length];
  const before = letterBefore(text, at);
  const after = at + run.length;
  const closes = isSpace(before) ? undefined : endOf(letterAt(text, after));
  const mark: TypedMark = {
    ...{ is: 'mark', text: run, at },
    opens: !isWord(before) && !isSpace(letterAt(text, after)),
    ...(closes && { closes }),
    promises: stuck(promise, text, after)[0] !== undefined,
  };
  return [mark, run.length];
}

function endOf(next: string): TypedMark['closes'] {
  if (!isWord(next)) return 'word';
  return /\p{L}/u.test(next) ? 'part' : undefined;
}
