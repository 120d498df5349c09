import type { Entity } from '../wire';

/**
 * The entity of a link: a mention for tg://user?id=…, a text link for a usable address, or
 * undefined for an address that Telegram quietly drops.
 */
export function linkEntity(
  address: string,
  place: { offset: number; length: number },
): Entity | undefined {
  const user = /^tg:\/\/user\?id=(\d+)$/i.exec(address);
  if (user) {
    const mentioned = { id: Number(user[1]), is_bot: false, first_name: '' };
    return { type: 'text_mention', ...place, user: mentioned };
  }
  const url = checkedLink(address);
  return url === undefined ? undefined : { type: 'text_link', ...place, url };
}

/** The address as Telegram stores it, or undefined when it is not usable as a link. */
export function checkedLink(address: string): string | undefined {
  const trimmed = address.trim();
  if (/^(tg|ton|tonsite):/i.test(trimmed)) return trimmed;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(full)) return undefined;
  const url = new URL(full);
  const usable = /^(https?|ftp):$/.test(url.protocol) && url.hostname.includes('.');
  return usable ? url.href : undefined;
}
