import type { Formatted, Stretch, Style } from '../domain/formatted-text';
import { type Html, plain } from '../html';

const tags: Readonly<Record<Style, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  code: 'code',
  quote: 'blockquote',
  spoiler: 'tg-spoiler',
};

/** A formatted text as Telegram's HTML; every word is escaped. */
export const formattedHtml = (formatted: Formatted): Html => ({
  markup: formatted.map(stretchMarkup).join(''),
});

function stretchMarkup(stretch: Stretch): string {
  if (typeof stretch === 'string') return plain(stretch).markup;
  const inside = formattedHtml(stretch.inside).markup;
  if ('address' in stretch)
    return `<a href="${plain(stretch.address).markup.replaceAll('"', '&quot;')}">${inside}</a>`;
  const tag = tags[stretch.style];
  return `<${tag}>${inside}</${tag}>`;
}
