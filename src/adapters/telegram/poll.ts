import { setTimeout as pause } from 'node:timers/promises';
import { type Telegraf, TelegramError } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Clock, Inbox, Log } from '../../ports';
import { laneOf } from './lane-of';

/** What polling needs of the world. */
export interface PollingNeeds {
  readonly bot: Telegraf;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after updates were stored. */
  readonly onArrival: () => void;
}

/** Something that runs until it is stopped; `stop` returns when its last work is done. */
export interface Running {
  stop(): Promise<void>;
}

/** Somebody who works when there is something to do. */
export interface Resting {
  /** Whether nothing is in hand and nothing is known to wait. */
  isResting(): boolean;
}

/** The kinds of updates the bot wants; Telegram remembers an omitted list from the last caller. */
export const wantedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'inline_query',
] as const;

const pollSeconds = 50;
/** A half-open connection would otherwise stay silent for minutes. */
const pollTimeoutMs = (pollSeconds + 15) * 1_000;
const longestWaitMs = 60_000;

/**
 * Fetches updates until stopped. Telegram is told that updates arrived only after they are on disk:
 * asking with a higher offset is the confirmation.
 *
 * Never gives up: a refused token, a second poller, a dead network or a full disk are logged and
 * tried again, ever more slowly, up to once a minute.
 */
export function startPolling(needs: PollingNeeds): Running {
  const stopping = new AbortController();
  const loop = run(needs, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

async function run(needs: PollingNeeds, stopping: AbortSignal): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  while (!isOver(stopping)) {
    try {
      offset = await pollOnce(needs, offset, stopping);
      if (failures > 0) needs.log.info({}, 'Updates arrive again');
      failures = 0;
    } catch (error) {
      if (isOver(stopping)) return;
      failures += 1;
      const waitMs = waitAfter(error, failures);
      needs.log.warn({ waitSeconds: Math.round(waitMs / 1000) }, describe(error));
      await pause(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

/** Read anew each time: a signal may be aborted between two looks. */
const isOver = (signal: AbortSignal) => signal.aborted;

async function pollOnce(
  { bot, inbox, clock, onArrival }: PollingNeeds,
  offset: number | undefined,
  stopping: AbortSignal,
): Promise<number | undefined> {
  const question = { timeout: pollSeconds, limit: 100, allowed_updates: wantedUpdates };
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(pollTimeoutMs)]);
  const updates = await bot.telegram.callApi(
    'getUpdates',
    offset === undefined ? question : { ...question, offset },
    { signal: signal as never }, // Telegraf's own AbortSignal type is older than Node's
  );
  if (updates.length === 0) return offset;
  await inbox.put(updates.map(arrival), clock.now()).catch((cause: unknown) => {
    throw new NotStored(cause);
  });
  onArrival();
  return Math.max(...updates.map(({ update_id }) => update_id)) + 1;
}

const arrival = (update: Update) => ({ id: update.update_id, lane: laneOf(update), body: update });

function waitAfter(error: unknown, failures: number): number {
  const asked = error instanceof TelegramError ? error.parameters?.retry_after : undefined;
  return asked === undefined ? Math.min(1_000 * 2 ** (failures - 1), longestWaitMs) : asked * 1_000;
}

/** Updates that were fetched and are not on disk, so that Telegram keeps them. */
class NotStored extends Error {
  constructor(cause: unknown) {
    const isFull = cause instanceof Error && /no space left/iu.test(cause.message);
    super(isFull ? 'the disk is full' : 'the database does not take them', { cause });
  }
}

/** What went wrong, in words an operator can act on. */
function describe(error: unknown): string {
  if (error instanceof NotStored)
    return `Updates cannot be stored and wait at Telegram: ${error.message}`;
  if (!(error instanceof TelegramError)) return 'Telegram cannot be reached; trying again';
  if (error.code === 401)
    return 'Telegram refuses the BOT_TOKEN: it was revoked or is wrong. Check it with @BotFather';
  if (error.code === 409 && error.description.includes('webhook'))
    return 'A webhook is set for this bot, so polling is refused. Set WEBHOOK_URL, or remove the webhook';
  if (error.code === 409)
    return 'Another copy of this bot is polling with the same token. Stop one of the two';
  return `Telegram answered ${error.code}: ${error.description}`;
}
