import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

/**
 * Lets only pages of this very address speak to `/sim`.
 *
 * The Host must be localhost, the configured host or an IP address: a foreign name that was made to
 * point here (DNS rebinding) is none of these. A foreign Origin is refused too.
 */
export const ownPagesOnly =
  (ownHost: string): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('host') ?? '';
    const name = hostName(host);
    const isOwn = name === 'localhost' || name === ownHost || isIP(name) !== 0;
    const origin = context.req.header('origin');
    const isSameOrigin = origin === undefined || origin === `http://${host}`;
    if (!isOwn || !isSameOrigin) return context.text('This page may not come in here.', 403);
    await next();
    return undefined;
  };

function hostName(host: string): string {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '') : '';
}
