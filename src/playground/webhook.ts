import type { Ground, PendingUpdate, Webhook } from './ground';
import type { UpdateQueue } from './updates';
import { wireUpdate } from './updates';

/** The webhook the bot has set, or undefined when it polls. */
export const webhookOf = (ground: Ground): Webhook | undefined =>
  ground.settings.get('webhook') as Webhook | undefined;

/** What came back from the bot for one update. */
type Answer =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly why: string; readonly retryAfterSeconds?: number };

interface Lane {
  busy: boolean;
  tries: number;
}

interface Carrier {
  readonly ground: Ground;
  readonly queue: UpdateQueue;
  /** Does the call that the answer to a delivery may hold. */
  onReply(body: string): void;
  readonly lanes: Map<string, Lane>;
  readonly timers: Set<NodeJS.Timeout>;
  readonly stopped: AbortController;
}

export interface Deliverer {
  /** Sends what waits, one update at a time in each lane. */
  deliver(): void;
  stop(): void;
}

const answerTimeout = 60_000;
const longestDelay = 60_000;

/**
 * Carries updates to the bot's webhook.
 *
 * Updates of one lane (a chat, or a person for button taps) go one after the other. Anything but a
 * 2xx is tried again after 1 s, 2 s, 4 s … up to 60 s, or after the seconds of `Retry-After`.
 */
export function openDeliverer(
  ground: Ground,
  queue: UpdateQueue,
  onReply: (body: string) => void,
): Deliverer {
  const stopped = new AbortController();
  const carrier = {
    ground,
    queue,
    onReply,
    lanes: new Map<string, Lane>(),
    timers: new Set<NodeJS.Timeout>(),
  };
  const deliver = () => deliverAll({ ...carrier, stopped });
  const stopListening = ground.changes.listen(({ kind }) => {
    if (kind === 'update' || kind === 'webhook') setImmediate(deliver);
  });
  return {
    deliver,
    stop() {
      stopped.abort();
      stopListening();
      for (const timer of carrier.timers) clearTimeout(timer);
    },
  };
}

function deliverAll(carrier: Carrier): void {
  const { ground, queue, lanes } = carrier;
  const webhook = webhookOf(ground);
  if (!webhook || carrier.stopped.signal.aborted) return;
  for (const update of queue.takeAgain()) {
    void carry(carrier, webhook, { ...update, lane: `again ${update.id}` });
  }
  for (const update of queue.waiting()) {
    const lane = lanes.get(update.lane) ?? { busy: false, tries: 0 };
    const busy = [...lanes.values()].filter((other) => other.busy).length;
    if (lane.busy || busy >= webhook.maxConnections) continue;
    lanes.set(update.lane, { ...lane, busy: true });
    void carry(carrier, webhook, update);
  }
}

async function carry(carrier: Carrier, webhook: Webhook, update: PendingUpdate): Promise<void> {
  const { queue, lanes, stopped } = carrier;
  queue.noteDelivery([update]);
  const answer = await post(webhook, update, stopped.signal);
  if (stopped.signal.aborted) return;
  if (!answer.ok) return retryLater(carrier, update, answer);
  queue.confirm(update.id);
  lanes.delete(update.lane);
  carrier.onReply(answer.body);
  deliverAll(carrier);
}

function retryLater(
  carrier: Carrier,
  update: PendingUpdate,
  answer: Answer & { readonly ok: false },
): void {
  const { ground, lanes, timers } = carrier;
  noteError(ground, answer.why);
  const tries = (lanes.get(update.lane)?.tries ?? 0) + 1;
  const doubled = Math.min(longestDelay, 1000 * 2 ** (tries - 1));
  const { retryAfterSeconds: seconds } = answer;
  const again = () => {
    timers.delete(timer);
    lanes.set(update.lane, { busy: false, tries });
    deliverAll(carrier);
  };
  const timer = setTimeout(again, seconds === undefined ? doubled : seconds * 1000);
  timers.add(timer);
}

async function post(
  webhook: Webhook,
  update: PendingUpdate,
  stopped: AbortSignal,
): Promise<Answer> {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: headersFor(webhook),
      body: JSON.stringify(wireUpdate(update)),
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(answerTimeout)]),
    });
    const body = await response.text();
    if (response.ok) return { ok: true, body };
    const why = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return {
      ok: false,
      why,
      ...(seconds >= 0 ? { retryAfterSeconds: Math.min(3600, seconds) } : {}),
    };
  } catch {
    return { ok: false, why: 'Connection refused' };
  }
}

function headersFor({ secret }: Webhook): Headers {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (secret !== '') headers.set('X-Telegram-Bot-Api-Secret-Token', secret);
  return headers;
}

function noteError(ground: Ground, message: string): void {
  const webhook = webhookOf(ground);
  if (!webhook) return;
  const date = Math.floor(ground.now().getTime() / 1000);
  ground.settings.set('webhook', { ...webhook, lastError: { date, message } });
}
