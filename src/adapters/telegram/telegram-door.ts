import type { Update } from 'telegraf/types';
import type { Arrival, Delivery, Departing, Log } from '../../ports';
import type { Files } from '../../ports/files';
import { type TelegramSettings, createBot } from './create-bot';
import { fetchFile } from './fetch-file';
import { type Introduced, type Menus, introduce } from './introduce';
import { laneOf } from './lane-of';
import { caller } from './call';
import { type MessagesOf, isAlive, perform } from './perform';
import { type PollingNeeds, type Running, startPolling, wantedUpdates } from './poll';
import { type Listener, route } from './route';
import { isThere } from './change-message';
import type { IsThere } from './sound-out';
import { type OfferListener, routeInline } from './route-inline';
import { type PresenceListener, routePresence } from './route-presence';

/** The one door to Telegram: everything the program does there, without a word of the library's. */
export interface TelegramDoor {
  introduce(menus: Menus, log: Log): Promise<Introduced>;
  /** Says who hears what people do, which chats can be reached, and what is asked in any chat. */
  listen(listener: Listener, presence: PresenceListener, offersFor: OfferListener): void;
  /** Routes one update to the listener; throws what the listener throws. */
  handle(update: object): Promise<void>;
  /** An update as the inbox keeps it. */
  arrival(update: object): Arrival;
  send(row: Departing, messagesOf: MessagesOf): Promise<Delivery>;
  /** Whether Telegram answers. */
  isAlive(): Promise<boolean>;
  /** Whether a message with these buttons stands in a chat under a number. */
  readonly isThere: IsThere;
  readonly files: Files;
  poll(needs: Omit<PollingNeeds, 'bot'>): Running;
  /** Has Telegram send updates to a web address. */
  sendUpdatesTo(url: string, secret: string): Promise<void>;
}

/** Opens the door; nothing is sent before something is asked for. */
export function openTelegram(settings: TelegramSettings): TelegramDoor {
  const bot = createBot(settings);
  return {
    introduce: (menus, log) => introduce(bot, menus, log),
    listen(listener, presence, offersFor) {
      routePresence(bot, presence);
      routeInline(bot, offersFor);
      route(bot, listener);
    },
    handle: (update) => bot.handleUpdate(update as Update),
    arrival: (update) => ({
      id: (update as Update).update_id,
      lane: laneOf(update as Update),
      body: update,
    }),
    send: (row, messagesOf) => perform(bot.telegram, messagesOf, row),
    isAlive: () => isAlive(bot.telegram),
    isThere: (...where) => isThere(caller(bot.telegram), ...where),
    files: { fetch: (fileId, mostBytes) => fetchFile(bot.telegram, fileId, mostBytes) },
    poll: (needs) => startPolling({ ...needs, bot }),
    async sendUpdatesTo(url, secret) {
      await bot.telegram.setWebhook(url, { secret_token: secret, allowed_updates: wantedUpdates });
    },
  };
}
