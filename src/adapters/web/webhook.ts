import { createHash, timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../../ports';

/** What the webhook needs of the world. */
export interface WebhookNeeds {
  readonly port: number;
  readonly path: string;
  readonly secret: string;
  /** Stores an update; throws when it could not, so that Telegram sends it again. */
  readonly receive: (update: object) => Promise<void>;
  readonly log: Log;
}

export type WebhookStarted =
  { readonly ok: true; stop(): Promise<void> } | { readonly ok: false; readonly why: string };

const mostBytes = 1024 * 1024;

/**
 * Listens for Telegram. An update is confirmed only when it is on disk; anything else answers an
 * error, and Telegram tries again.
 */
export async function startWebhook(needs: WebhookNeeds): Promise<WebhookStarted> {
  const { server, problem } = await listen(endpoint(needs), needs.port);
  if (problem !== undefined) return { ok: false, why: whyNot(needs.port, problem) };
  return {
    ok: true,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const whyNot = (port: number, { code }: NodeJS.ErrnoException) =>
  code === 'EADDRINUSE'
    ? `Port ${port} is taken: set PORT to a free one`
    : `Port ${port} cannot be listened on (${code ?? 'unknown'}): set PORT to another one`;

function endpoint({ path, secret, receive, log }: WebhookNeeds): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.text('ok'));
  app.post(path, bodyLimit({ maxSize: mostBytes }), async (context) => {
    if (!isSame(context.req.header('X-Telegram-Bot-Api-Secret-Token'), secret))
      return context.text('', 403);
    const update: unknown = await context.req.json().catch(() => undefined);
    if (!isUpdate(update)) return context.text('', 400);
    try {
      await receive(update);
      return context.text('');
    } catch {
      log.warn({}, 'An update could not be stored; Telegram will send it again');
      return context.text('', 503);
    }
  });
  return app;
}

/** Compares in constant time, so that the secret can't be guessed letter by letter. */
const isSame = (given: string | undefined, secret: string): boolean =>
  given !== undefined && timingSafeEqual(digest(given), digest(secret));

const digest = (text: string) => createHash('sha256').update(text).digest();

const isUpdate = (value: unknown): value is { update_id: number } =>
  typeof value === 'object' &&
  value !== null &&
  'update_id' in value &&
  Number.isSafeInteger(value.update_id);

interface Listening {
  readonly server: Server;
  readonly problem?: NodeJS.ErrnoException;
}

function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port }, () => resolve({ server })) as Server;
    server.once('error', (problem) => resolve({ server, problem }));
  });
}
