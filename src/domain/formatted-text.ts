import { cutShort, isolated } from './isolated';
import { type Reading, understood, unclear } from './reading';
import { type Formatted, type Stretch, type Style, tidied, withoutMarks } from './stretch';
import { type Piece, type TypedMark, piecesOf, typedMarks } from './typed-pieces';

export type { Formatted, Stretch, Style } from './stretch';
export { addressMark, endMark, linkMark, plainOf, styleMarks, withoutMarks } from './stretch';

/** A text on its way to what it means, and the first thing in it that cannot be understood. */
interface Parsing {
  readonly text: string;
  readonly pieces: readonly Piece[];
  why?: string;
}

/** Some of the pieces, and what they stand in. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** The typed mark around them. */
  readonly within?: string;
  /** So many stretches of Telegram's editor are around them; there a mark without its other half is a letter. */
  readonly depth: number;
  readonly code?: boolean;
}

/**
 * Reads a text with `*tebal*`, `_miring_`, `~coret~` and `` `kode` ``, or formatted in Telegram.
 *
 * A mark counts only at the edge of a word, as in WhatsApp, and never in an address; doubled it means
 * the same; after a backslash it is an ordinary character. One that is never closed is explained.
 */
export function readFormatted(text: string): Reading<Formatted> {
  const parsing: Parsing = { text, pieces: piecesOf(text) };
  const read = stretches(parsing, { from: 0, to: parsing.pieces.length, depth: 0 });
  return parsing.why === undefined ? understood(read) : unclear(parsing.why);
}

function stretches(parsing: Parsing, part: Part): Formatted {
  const found: Stretch[] = [];
  for (let at = part.from; at < part.to;) {
    const [stretch, next] = stretchAt(parsing, at, part);
    if (stretch !== undefined) found.push(stretch);
    at = next;
  }
  return tidied(found);
}

type Found = readonly [stretch: Stretch | undefined, next: number];

function stretchAt(parsing: Parsing, at: number, part: Part): Found {
  const piece = parsing.pieces[at];
  switch (piece?.is) {
    case 'words':
    case 'address':
      return [piece.text, at + 1];
    case 'link':
      return [piece.link, at + 1];
    case 'begin':
      return edited(parsing, { at, style: piece.style }, part);
    case 'mark':
      return marked(parsing, { at, mark: piece }, part);
    default:
      return [undefined, at + 1];
  }
}

/** Telegram takes a hundred stretches in a message; what lies deeper in each other came from no editor. */
const deepest = 100;

function edited(
  parsing: Parsing,
  { at, style }: { readonly at: number; readonly style: Style },
  { to: last, depth, code = false }: Part,
): Found {
  if (depth === deepest) return [undefined, at + 1];
  const to = editorsEnd(parsing.pieces, at, last);
  const within = { from: at + 1, to, code: code || style === 'code', depth: depth + 1 };
  const inside = stretches(parsing, within);
  return [{ style, inside }, to + 1];
}

/** Where a stretch of the editor ends; the last ones may have lost their ends. */
function editorsEnd(pieces: readonly Piece[], begin: number, to: number): number {
  let depth = 0;
  for (let at = begin; at < to; at += 1) {
    if (pieces[at]?.is === 'begin') depth += 1;
    if (pieces[at]?.is === 'end') depth -= 1;
    if (depth === 0) return at;
  }
  return to;
}

interface Placed {
  readonly at: number;
  readonly mark: TypedMark;
}

function marked(parsing: Parsing, { at, mark }: Placed, part: Part): Found {
  const asTyped: Found = [mark.text, at + 1];
  if (!mark.opens || part.code) return asTyped;
  const to = otherHalf(parsing.pieces, { at, mark }, part.to);
  if (to === undefined) {
    if (part.depth === 0) parsing.why ??= whyNot(parsing, { at, mark }, part);
    return asTyped;
  }
  const style = typedMarks[mark.text.charAt(0)] ?? 'bold';
  const within = { ...part, from: at + 1, to, within: mark.text, code: style === 'code' };
  return [{ style, inside: stretches(parsing, within) }, to + 1];
}

/**
 * Where the other half of a mark is: the first at the end of a word, else the first within one; before
 * the same mark opens again.
 */
function otherHalf(
  pieces: readonly Piece[],
  { at: begin, mark }: Placed,
  to: number,
): number | undefined {
  let within: number | undefined;
  for (const { at, mark: other } of marksBeside(pieces, begin + 1, to)) {
    if (other.text !== mark.text) continue;
    if (other.closes === 'word') return isHollow(pieces.slice(begin + 1, at)) ? undefined : at;
    if (other.opens) break;
    if (other.closes) within ??= at;
  }
  return within;
}

/** The typed marks from a place on, but for those in stretches of the editor of their own. */
function* marksBeside(pieces: readonly Piece[], from: number, to: number): Generator<Placed> {
  for (let at = from; at < to; at += 1) {
    const piece = pieces[at];
    if (piece?.is === 'end') return;
    if (piece?.is === 'begin') at = editorsEnd(pieces, at, to);
    if (piece?.is === 'mark') yield { at, mark: piece };
  }
}

/** Faces such as `*_*` hold nothing to be read. */
const isHollow = (pieces: readonly Piece[]): boolean =>
  !pieces.some(
    (piece) =>
      piece.is === 'address' ||
      piece.is === 'link' ||
      (piece.is === 'words' && /[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(piece.text)),
  );

/** What is wrong with a mark without its other half; nothing when it is no more than a character. */
function whyNot({ text, pieces }: Parsing, placed: Placed, { within }: Part): string | undefined {
  const { at, mark } = placed;
  if (!mark.promises || pieces[at + 1]?.is === 'address' || isBullet(text, mark)) return undefined;
  if (within !== undefined && otherHalf(pieces, placed, pieces.length) !== undefined)
    return crossed(text, mark, within);
  return neverClosed(text, mark);
}

/** Lists are written with `*` before each line, often without a space. */
function isBullet(text: string, { text: mark, at }: TypedMark): boolean {
  const bullets = text.match(/^\*[^*\n]+$/gmu) ?? [];
  return mark === '*' && bullets.length > 1 && (at === 0 || text.charAt(at - 1) === '\n');
}

/** The words around a place, so that it can be found in a long text. */
const around = (text: string, at: number) =>
  isolated(cutShort(withoutMarks(text.slice(at)).split('\n')[0]?.trim() ?? '', 24));

const neverClosed = (text: string, { text: mark, at }: TypedMark) =>
  `Mohon maaf, tanda ${mark} pada “${around(text, at)}” belum ada penutupnya. Contoh yang benar: ${mark}Penting${mark}. Bila maksudnya memang tanda ${mark} biasa, tulis ${mark.replace(/./gu, '\\$&')}.`;

const crossed = (text: string, { text: mark, at }: TypedMark, outer: string) =>
  `Mohon maaf, tanda ${mark} pada “${around(text, at)}” perlu ditutup lebih dulu sebelum tanda ${outer}. Contoh yang benar: ${outer}Rapat ${mark}besok${mark}${outer}.`;
