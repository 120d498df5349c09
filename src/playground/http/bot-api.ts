import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import { findMethod } from '../methods';
import { Refusal } from '../refusal';
import type { Stage } from '../stage';
import { answerOf, logged, type Outcome } from './perform';
import { readParams } from './read-params';

export interface Env {
  Bindings: HttpBindings;
}

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function serveBotApi(app: Hono<Env>, stage: Stage): void {
  app.all('/:bot{bot[^/]+}/:method', async (context) => {
    const method = context.req.param('method');
    if (stage.ground.faults.isDown()) return cutOff(stage, context, method);
    const refusal = checkToken(stage, context.req.param('bot').slice('bot'.length));
    if (refusal) return respond(context, answerOf(refusal));
    return respond(context, await call(stage, method, context));
  });
  app.get('/file/:bot{bot[^/]+}/:path{.+}', (context) => sendFile(stage, context));
}

/** Cuts a call off before anything of it is done. */
function cutOff({ ground }: Stage, context: Context<Env>, method: string): Response {
  const number = ground.calls.open({ method, params: {}, at: ground.now().toISOString() });
  ground.calls.end(number, { ok: false, fate: 'reset' });
  return cut(context);
}

/** Aborts when the bot hangs up; a playground that goes down hangs up for it. */
function watch({ ground }: Stage, { env: { incoming, outgoing } }: Context<Env>): AbortSignal {
  const hungUp = new AbortController();
  const stop = ground.changes.listen(({ kind }) => {
    if (kind === 'fault' && ground.faults.isDown()) incoming.socket.destroy();
  });
  outgoing.once('close', () => {
    stop();
    if (!outgoing.writableFinished) hungUp.abort();
  });
  return hungUp.signal;
}

function checkToken({ ground }: Stage, token: string): Refusal | undefined {
  if (!/^\d+:\S+$/.test(token)) return new Refusal(404, 'Not Found');
  return token === ground.token ? undefined : new Refusal(401, 'Unauthorized');
}

async function call(stage: Stage, name: string, context: Context<Env>): Promise<Outcome> {
  const found = findMethod(name);
  if (!found) return answerOf(new Refusal(404, 'Not Found'));
  const hungUp = watch(stage, context);
  try {
    const params = await readParams(context.req.raw);
    const asked = { method: found.name, params, hungUp };
    return await logged(stage, asked, () => found.method(stage, params, { hungUp }));
  } catch (error) {
    return answerOf(error);
  }
}

function respond(context: Context<Env>, outcome: Outcome): Response {
  if (outcome.kind === 'cut') return cut(context);
  return Response.json(outcome.body, { status: outcome.status });
}

/** Ends the connection as a broken network does. */
function cut(context: Context<Env>): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function sendFile({ ground }: Stage, context: Context<Env>): Response {
  const refusal = checkToken({ ground } as Stage, context.req.param('bot')?.slice(3) ?? '');
  if (ground.faults.isDown()) return cut(context);
  const file = refusal ? undefined : ground.vault.byPath(context.req.param('path') ?? '');
  const bytes = file && ground.vault.read(file);
  if (!bytes) return respond(context, answerOf(refusal ?? new Refusal(404, 'Not Found')));
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/octet-stream' },
  });
}
