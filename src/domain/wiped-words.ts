import { literal } from './literal';
import type { BorneName, Forgetting } from './forgetting';

/** Takes what tells of somebody out of words. */
export type Wipe = (words: string, writtenAt: Date | undefined) => string;

/** What stands where a name, or a number, was. */
export const wipedName = '[nama dihapus]';
export const wipedNumber = '[nomor dihapus]';

/** A single letter is no name that could be looked for. */
const shortestName = 2;

const escapedHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Words in the order of a name, whatever is between them, and not as a part of longer ones. */
const asWhole = (pattern: string) => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
const asName = (name: string) =>
  [...new Set([name, escapedHtml(name)])]
    .map((one) => one.trim().split(/\s+/u).map(literal).join('\\s+'))
    .join('|');

/** A telephone number with any signs between its digits, with 0, 62 or +62 before it. */
const asPhone = (phone: string) => {
  const digits = phone.replace(/\D/gu, '').replace(/^62|^0/u, '');
  return `(?<!\\d)(?:\\+?62|0)[\\s().-]*${Array.from(digits).join('[\\s().-]*')}(?!\\d)`;
};

/**
 * Makes what takes the names, the telephone number and the Telegram id of somebody out of words.
 *
 * A name that was taken on later is looked for only in what was written since: whoever calls
 * themselves 'peserta' and asks to be forgotten must not wipe that word out of everybody's reports.
 * Names of institutions stay, also when they contain that of a person.
 */
export function wipeOf(
  {
    names,
    phone,
    phones = [],
    telegramId,
  }: Pick<Forgetting, 'names' | 'phone' | 'phones' | 'telegramId'>,
  institutionNames: readonly string[] = [],
): Wipe {
  const numbers = new RegExp(
    [
      `(?<!\\d)${telegramId}(?!\\d)`,
      ...[...(phone === undefined ? [] : [phone]), ...phones].map(asPhone),
    ].join('|'),
    'gu',
  );
  const sought = names
    .filter(({ name }) => name.trim().length >= shortestName)
    .map((one) => ({ ...one, pattern: patternOf(one, institutionNames) }));
  return (words, writtenAt) =>
    sought
      .filter(({ since }) => since === undefined || writtenAt === undefined || writtenAt >= since)
      .reduce(
        (left, { pattern }) =>
          left.replace(pattern, (_all, kept: string | undefined) => kept ?? wipedName),
        words,
      )
      .replace(numbers, wipedNumber);
}

function patternOf({ name }: BorneName, institutionNames: readonly string[]): RegExp {
  const alone = new RegExp(asWhole(asName(name)), 'iu');
  const kept = institutionNames.filter((one) => alone.test(one)).map(asName);
  const before = kept.length === 0 ? '(?!)' : asWhole(kept.join('|'));
  return new RegExp(`(${before})|${asWhole(asName(name))}`, 'giu');
}
