import { cutShort, isolated } from './isolated';
import { type Reading, understood, unclear } from './reading';
import { type Formatted, type Stretch, tidied, withoutMarks } from './stretch';
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
  /** In what Telegram's editor formatted a mark without its other half is a letter. */
  readonly edited?: boolean;
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
  const read = stretches(parsing, { from: 0, to: parsing.pieces.length });
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
    case 'begin': {
      const to = editorsEnd(parsing.pieces, at, part.to);
      const code = part.code || piece.style === 'code';
      const inside = stretches(parsing, { from: at + 1, to, code, edited: true });
      return [{ style: piece.style, inside }, to + 1];
    }
    case 'mark':
      return marked(parsing, { at, mark: piece }, part);
    default:
      return [undefined, at + 1];
  }
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
    if (!part.edited) parsing.why ??= whyNot(parsing, { at, mark }, part);
    return asTyped;
  }
  const style = typedMarks[mark.text.charAt(0)] ?? 'bold';
  const within = { ...part, from: at + 1, to, within: mark.text, code: style === 'code' };
  return [{ style, inside: stretches(parsing, within) }, to + 1];
}

/**
 * Where the other half of a mark is: the first at the end of a word, else the first within one; before
 * the same mark opens again, and not in a stretch of the editor of its own.
 */
function otherHalf(
  pieces: readonly Piece[],
  { at: begin, mark }: Placed,
  to: number,
): number | undefined {
  let within: number | undefined;
  for (let at = begin + 1; at < to; at += 1) {
    const piece = pieces[at];
    if (piece?.is === 'end') break;
    if (piece?.is === 'begin') at = editorsEnd(pieces, at, to);
    if (piece?.is !== 'mark' || piece.text !== mark.text) continue;
    if (piece.closes === 'word') return isHollow(pieces.slice(begin + 1, at)) ? undefined : at;
    if (piece.opens) break;
    if (piece.closes) within ??= at;
  }
  return within;
}

/** Faces such as `*_*` hold nothing to be read. */
const isHollow = (pieces: readonly Piece[]): boolean =>
  !pieces.some(
    (piece) =>
      piece.is === 'address' ||
      piece.is === 'link' ||
      (piece.is === 'words' && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(piece.text)),
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
