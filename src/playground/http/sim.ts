import type { Context, Hono } from 'hono';
import type { Ground } from '../ground';
import type { LocalTelegram } from '../local-telegram';
import type { StoredFile } from '../vault';
import type { Env } from './bot-api';
import { streamChanges } from './events';
import { fieldsOf } from './fields';
import { overview } from './overview';
import { readParams } from './read-params';
import { findAct } from './sim-acts';

/** Serves the simulation to the chat page and to tests in other processes. */
export function serveSim(app: Hono<Env>, ground: Ground, telegram: LocalTelegram): void {
  app.get('/sim/overview', (context) => context.json(overview(ground)));
  app.get('/sim/chat', (context) => context.json(telegram.chat(Number(context.req.query('chat')))));
  app.get('/sim/commands', (context) => {
    const { person, chat } = context.req.query();
    return context.json(telegram.commandsFor(Number(person), Number(chat ?? person)));
  });
  app.get('/sim/toasts', (context) =>
    context.json(telegram.toasts(Number(context.req.query('person')))),
  );
  app.get('/sim/calls', (context) => context.json(telegram.calls(context.req.query('method'))));
  app.get('/sim/updates', (context) =>
    context.json(
      telegram.pendingUpdates().map((id) => ({ id, deliveries: telegram.deliveries(id) })),
    ),
  );
  app.get('/sim/events', (context) => streamChanges(ground, context));
  app.get('/sim/file', (context) => sendFile(ground, context));
  app.post('/sim/:act', (context) => act(telegram, context));
}

async function act(telegram: LocalTelegram, context: Context<Env, '/sim/:act'>): Promise<Response> {
  const found = findAct(context.req.param('act'));
  if (!found) return context.json({ ok: false, why: 'There is no such act.' }, 404);
  try {
    const fields = fieldsOf(await readParams(context.req.raw));
    return context.json({ ok: true, result: (await found(telegram, fields)) ?? true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return context.json({ ok: false, why }, 400);
  }
}

/** Pictures may be shown in the page; everything else is only ever downloaded. */
function sendFile(ground: Ground, context: Context<Env>): Response {
  const file = ground.vault.byId(context.req.query('id') ?? '');
  const bytes = file && ground.vault.read(file);
  if (!bytes) return context.text('There is no such file.', 404);
  const asked = context.req.query('download') === undefined ? pictureType(file) : undefined;
  const type = asked ?? 'application/octet-stream';
  const disposition = asked === undefined ? attachment(file) : 'inline';
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=86400',
    },
  });
}

const pictureType = ({ mime = '' }: StoredFile) =>
  /^image\/(png|jpeg|gif|webp)$/.test(mime) ? mime : undefined;

const attachment = ({ name, path }: StoredFile) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name ?? path.split('/').at(-1) ?? 'file')}`;
