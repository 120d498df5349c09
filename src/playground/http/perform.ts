import { intParam, jsonParam, type Params } from '../params';
import { Refusal, tooMany } from '../refusal';
import type { Stage } from '../stage';

/** What a call came to: a body and its status, or a cut connection. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: object }
  | { readonly kind: 'cut' };

export interface CallOfBot {
  readonly method: string;
  readonly params: Params;
  /** Aborts when the bot hangs up. */
  readonly hungUp: AbortSignal;
}

/** Does one call under faults and limits, and writes down how it went. */
export async function logged(
  { ground }: Stage,
  { method, params, hungUp }: CallOfBot,
  act: () => unknown,
): Promise<Outcome> {
  const at = ground.now().toISOString();
  const number = ground.calls.open({ method, params: shown(params), at });
  const outcome = await outcomeOf(() => {
    const refusal = ground.faults.take(method, params) ?? overLimit(ground, method, params);
    if (refusal) throw refusal;
    return act();
  });
  const { body } = outcome;
  const ok = outcome.status === 200;
  const isLost = (ok && ground.faults.takeDrop(method)) || hungUp.aborted;
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
export function answerOf(error: unknown): Outcome & { kind: 'answer' } {
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
