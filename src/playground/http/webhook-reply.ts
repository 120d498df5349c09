import { findMethod } from '../methods';
import { paramsOf } from '../params';
import type { Stage } from '../stage';
import { logged } from './perform';

/** Does the call that the answer to a webhook delivery holds, if it holds one. */
export async function callFromReply(stage: Stage, body: string): Promise<void> {
  const reply = readReply(body);
  const found = typeof reply?.method === 'string' ? findMethod(reply.method) : undefined;
  if (!reply || !found) return;
  const params = paramsOf(reply);
  const hungUp = new AbortController().signal;
  const asked = { method: found.name, params, hungUp };
  await logged(stage, asked, () => found.method(stage, params, { hungUp }));
}

function readReply(body: string): Record<string, unknown> | undefined {
  if (!body.startsWith('{')) return undefined;
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
