import { isolated } from './domain/isolated';

/** Text that is safe to send with Telegram's HTML formatting: every outside value in it is escaped. */
export interface Html {
  readonly markup: string;
}

type Piece = string | number | Html;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Whatever people typed comes into a message here, and must not turn the words beside it around. */
const markupOf = (piece: Piece) =>
  typeof piece === 'object' ? piece.markup : escape(isolated(`${piece}`));

/** A line break with indentation keeps the source readable, and is none in the message. */
const folded = (literal: string) => literal.replace(/[ \t]*\n[ \t]+/gu, ' ');

/**
 * Joins a template's literal markup with values, which are escaped unless they are Html already.
 *
 * A template may run over several lines of source; lines of the message come from `lines`.
 */
export function html(literals: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const markup = literals.map(folded).reduce((text, literal, n) => {
    const value = values[n - 1];
    return text + (value === undefined ? '' : markupOf(value)) + literal;
  });
  return { markup };
}

/** Turns words with nothing beside them into Html, showing them exactly as typed. */
export const plain = (text: string): Html => ({ markup: escape(text) });

/** Sets words in bold. */
export const bold = (text: Piece): Html => ({ markup: `<b>${markupOf(text)}</b>` });

/** Sets words in italics. */
export const italic = (text: Piece): Html => ({ markup: `<i>${markupOf(text)}</i>` });

/** Sets words in the fixed-width type that a tap copies. */
export const code = (text: Piece): Html => ({ markup: `<code>${markupOf(text)}</code>` });

/** Puts each line on its own line; `undefined` lines are left out. */
export const lines = (...rows: readonly (Piece | undefined)[]): Html => ({
  markup: rows
    .filter((row) => row !== undefined)
    .map(markupOf)
    .join('\n'),
});

/** How many characters of a text are seen, as Telegram counts them. */
export const shownLength = ({ markup }: Html): number =>
  markup.replace(/<[^>]*>/gu, '').replace(/&(?:amp|lt|gt);/gu, '&').length;
