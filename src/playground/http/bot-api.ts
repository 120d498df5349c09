import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import { findMethod } from '../methods';
import { intParam, jsonParam, type Params } from '../params';
import { Refusal, tooMany } from '../refusal';
import type { Stage } from '../stage';
import { readParams } from './read-params';

export interface Env {
  Bindings: HttpBindings;
}

/** What a call came to: a body and its status, or a cut connection. */
type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: object }
  | { readonly kind: 'cut' };

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function serveBotApi(app: Hono<Env>, stage: Stage): void {
  app.all('/:bot{bot[^/]+}/:method', async (context) => {
    const refusal = checkToken(stage, context.req.param('bot').slice('bot'.length));
    if (stage.ground.faults.isDown()) return cut(context);
    if (refusal) return respond(context, answerOf(refusal));
    const hungUp = new AbortController();
    context.env.outgoing.once('close', () => hungUp.abort());
    return respond(context, await call(stage, context, hungUp.signal));
  });
  app.get('/file/:bot{bot[^/]+}/:path{.+}', (context) => sendFile(stage, context));
}

function checkToken({ ground }: Stage, token: string): Refusal | undefined {
  if (!/^\d+:\S+$/.test(token)) return new Refusal(404, 'Not Found');
  return token === ground.token ? undefined : new Refusal(401, 'Unauthorized');
}

async function call(stage: Stage, context: Context<Env>, hungUp: AbortSignal): Promise<Outcome> {
  const found = findMethod(context.req.param('method') ?? '');
  if (!found) return answerOf(new Refusal(404, 'Not Found'));
  try {
    const params = await readParams(context.req.raw);
    return await logged(stage, found.name, params, () => found.method(stage, params, { hungUp }));
  } catch (error) {
    return answerOf(error);
  }
}

/** Does one call under faults and limits, and writes down how it went. */
export async function logged(
  { ground }: Stage,
  method: string,
  params: Params,
  act: () => unknown,
): Promise<Outcome> {
  const at = ground.now().toISOString();
  const number = ground.calls.open({ method, params: shown(params), at });
  const outcome = await outcomeOf(() => {
    const refusal = ground.faults.take(method, params) ?? overLimit(ground, method, params);
    if (refusal) throw refusal;
    return act();
  });
  const isLost = ground.faults.takeDrop(method);
  const { body } = outcome;
  const ok = outcome.status === 200;
  ground.calls.end(number, { answer: body, ok, fate: isLost ? 'lost' : 'answered' });
  return isLost ? { kind: 'cut' } : outcome;
}

async function outcomeOf(act: () => unknown): Promise<Outcome & { kind: 'answer' }> {
  try {
    return { kind: 'answer', status: 200, body: { ok: true, result: await act() } };
  } catch (error) {
    return answerOf(error);
  }
}

/** A refusal in Telegram's words; anything else is a fault of the playground itself. */
function answerOf(error: unknown): Outcome & { kind: 'answer' } {
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`);
  const { code, description, parameters } = refusal;
  const hasMore = parameters !== undefined && Object.keys(parameters).length > 0;
  const more = hasMore ? { parameters } : {};
  return {
    kind: 'answer',
    status: code,
    body: { ok: false, error_code: code, description, ...more },
  };
}

const sending = /^(send(?!ChatAction)|copyMessage|forwardMessage|editMessage)/;

function overLimit(ground: Stage['ground'], method: string, params: Params): Refusal | undefined {
  if (!ground.faults.isLimited() || !sending.test(method)) return undefined;
  const media = method === 'sendMediaGroup' ? jsonParam(params, 'media') : undefined;
  const sends = Array.isArray(media) ? media.length : 1;
  const wait = ground.limits.ask(intParam(params, 'chat_id'), sends, performance.now());
  return wait === undefined ? undefined : tooMany(wait);
}

function shown({ values, uploads }: Params): Record<string, unknown> {
  const files = [...uploads].map(([field, { name, bytes }]) => [
    field,
    { file: name, size: bytes.length },
  ]);
  return { ...values, ...(Object.fromEntries(files) as Record<string, unknown>) };
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
