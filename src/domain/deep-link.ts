/** What a link into the bot opens. */
export type LinkTarget = 'info' | 'minat' | 'kelas';

/** The code of a link that opens the help. */
export const helpCode = 'bantuan';

/** The code of a link that opens the announcements. */
export const announcementsCode = 'umumkan';

/** The code of the link that leads on from a command typed where it does not work. */
export const codeFor = (command: string): string =>
  command === announcementsCode ? announcementsCode : helpCode;

const longestCode = 64;
const targets: readonly LinkTarget[] = ['info', 'minat', 'kelas'];

/** The bytes of a letter that may not stand in a link, as `_C3_A9`. */
const bytesOf = (letter: string): string =>
  encodeURIComponent(letter).startsWith('%')
    ? encodeURIComponent(letter).replaceAll('%', '_')
    : `_${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * What follows `?start=` in a link that opens something: `info_bina-iman`.
 *
 * Telegram takes 64 letters, digits, hyphens and underscores; other signs are written as their bytes.
 * What is too long for it leads to the list.
 */
export function linkCode(target: LinkTarget, id: string): string {
  const code = `${target}_${id.replace(/[^A-Za-z0-9-]/gu, bytesOf)}`;
  return code.length <= longestCode ? code : 'info';
}

/** What a code opens; undefined when it is none of these. */
export function linkTarget(
  code: string,
): { readonly target: LinkTarget; readonly id: string } | undefined {
  if (code === 'info') return { target: 'info', id: '' };
  const target = targets.find((one) => code.startsWith(`${one}_`));
  return target && { target, id: decoded(code.slice(target.length + 1)) };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written.replace(/_([0-9A-F]{2})/gu, '%$1'));
  } catch {
    return written;
  }
}
