import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Change } from '../changes';
import type { Ground } from '../ground';
import { findMessage } from '../messages';
import { seenMessage } from '../seen';
import type { Env } from './bot-api';

const heartbeatMilliseconds = 15_000;

/** Streams what changes to a page, as server-sent events, until the page goes away. */
export function streamChanges(ground: Ground, context: Context<Env>): Response {
  const { outgoing } = context.env;
  outgoing.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
  });
  outgoing.write('retry: 1000\n\n');
  const stop = ground.changes.listen((change) => {
    const event = eventOf(ground, change);
    if (event) outgoing.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => outgoing.write(': still here\n\n'), heartbeatMilliseconds);
  outgoing.once('close', () => {
    stop();
    clearInterval(heartbeat);
  });
  return RESPONSE_ALREADY_SENT;
}

/** What a page is told of a change; undefined for what it does not show. */
function eventOf(ground: Ground, change: Change): unknown {
  if (['call', 'update', 'queue', 'fault', 'webhook', 'inline'].includes(change.kind))
    return undefined;
  if (change.kind !== 'message' && change.kind !== 'edited') return change;
  const kept = findMessage(ground, change.chatId, change.messageId);
  return kept && { ...change, message: seenMessage(kept) };
}
