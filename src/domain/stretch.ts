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

/** Takes out every character that stands for formatting made in Telegram's editor. */
export const withoutMarks = (text: string): string => text.replace(/[\uE000-\uE00F]/gu, '');

/** The words of a formatted text alone, as Telegram counts them. */
export const plainOf = (formatted: Formatted): string =>
  formatted.map((one) => (typeof one === 'string' ? one : plainOf(one.inside))).join('');

/** Joins words that stand side by side, and drops what holds nothing. */
export function tidied(stretches: readonly Stretch[]): Formatted {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (typeof stretch === 'string' && typeof last === 'string')
      joined.splice(-1, 1, last + stretch);
    else joined.push(stretch);
  }
  return joined.filter((one) => typeof one === 'string' || one.inside.length > 0);
}
