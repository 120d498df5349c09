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
 * `onReply` gets the body of each accepted answer, since it may hold a call.
 */
export function openDeliverer(
  ground: Ground,
  queue: UpdateQueue,
  onReply: (body: string) => void,
): Deliverer {
  const lanes = new Map<string, Lane>();
  const timers = new Set<NodeJS.Timeout>();
  const stopped = new AbortController();

  const deliver = () => {
    const webhook = webhookOf(ground);
    if (!webhook || stopped.signal.aborted) return;
    for (const update of [...queue.takeAgain(), ...queue.waiting()]) {
      const lane = lanes.get(update.lane) ?? { busy: false, tries: 0 };
      const busy = [...lanes.values()].filter((other) => other.busy).length;
      if (lane.busy || busy >= webhook.maxConnections) continue;
      lanes.set(update.lane, { ...lane, busy: true });
      void carry(webhook, update);
    }
  };

  const carry = async (webhook: Webhook, update: PendingUpdate) => {
    queue.noteDelivery([update]);
    const answer = await post(webhook, update, stopped.signal);
    if (stopped.signal.aborted) return;
    if (answer.ok) settle(update, answer.body);
    else retryLater(update, answer);
  };

  const settle = (update: PendingUpdate, body: string) => {
    queue.confirm(update.id);
    lanes.delete(update.lane);
    onReply(body);
    deliver();
  };

  const retryLater = (update: PendingUpdate, answer: Answer & { ok: false }) => {
    noteError(ground, answer.why);
    const tries = (lanes.get(update.lane)?.tries ?? 0) + 1;
    const delay = Math.min(longestDelay, 1000 * 2 ** (tries - 1));
    const wait = answer.retryAfterSeconds === undefined ? delay : answer.retryAfterSeconds * 1000;
    const timer = setTimeout(() => {
      timers.delete(timer);
      lanes.set(update.lane, { busy: false, tries });
      deliver();
    }, wait);
    timers.add(timer);
  };

  const stopListening = ground.changes.listen(({ kind }) => {
    if (kind === 'update' || kind === 'webhook') setImmediate(deliver);
  });
  return {
    deliver,
    stop() {
      stopped.abort();
      stopListening();
      for (const timer of timers) clearTimeout(timer);
    },
  };
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
