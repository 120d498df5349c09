import type { TelegramDoor } from './adapters/telegram/telegram-door';
import { startWebhook } from './adapters/web/webhook';
import type { Settings } from './config';
import type { Clock, Inbox, Log } from './ports';

/** What receiving needs. */
export interface ReceivingNeeds {
  readonly settings: Settings;
  readonly telegram: TelegramDoor;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly onArrival: () => void;
}

export type Receiving =
  | { readonly ok: true; readonly stop: () => Promise<void> }
  | { readonly ok: false; readonly why: string };

/** Receives updates: fetches them, or has them sent to `WEBHOOK_URL`. */
export async function receiveUpdates(needs: ReceivingNeeds): Promise<Receiving> {
  const { settings, telegram, inbox, clock, log, onArrival } = needs;
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = settings;
  if (url === undefined || secret === undefined)
    return { ok: true, stop: telegram.poll({ inbox, clock, log, onArrival }).stop };

  const receive = async (update: object) => {
    await inbox.put([telegram.arrival(update)], clock.now());
    onArrival();
  };
  const path = new URL(url).pathname;
  const webhook = await startWebhook({ port: settings.PORT, path, secret, receive, log });
  if (!webhook.ok) return webhook;
  try {
    await telegram.sendUpdatesTo(url, secret);
    return webhook;
  } catch {
    await webhook.stop();
    return {
      ok: false,
      why: 'Telegram refuses WEBHOOK_URL: it must be reachable by https from outside',
    };
  }
}
