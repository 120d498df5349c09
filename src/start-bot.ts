import { randomUUID } from 'node:crypto';
import { scenes } from '../scenes';
import { ensureIndexes } from './adapters/mongo/ensure-indexes';
import { type MongoStores, mongoStores } from './adapters/mongo/mongo-stores';
import { startDispatcher } from './adapters/telegram/dispatch';
import { newPace } from './adapters/telegram/pace';
import { type TelegramDoor, openTelegram } from './adapters/telegram/telegram-door';
import { startInboxWorker } from './adapters/telegram/work-inbox';
import type { Settings } from './config';
import { answer } from './conversation/answer';
import { menuOf } from './conversation/menu-of';
import { defaultOffice } from './domain/notice';
import { lostUpdate } from './lost-update';
import type { StoreOpened } from './open-store';
import type { Chance, Clock, Log, World } from './ports';
import { seedInstitutions } from './seed';
import { receiveUpdates } from './receive-updates';

/** What the bot is joined from. */
export interface Parts {
  readonly settings: Settings & { readonly BOT_TOKEN: string };
  readonly store: Extract<StoreOpened, { ok: true }>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
}

export interface RunningBot {
  readonly world: World;
  /** Finishes the work in hand and stops; nothing is lost, the rest waits in the database. */
  stop(): Promise<void>;
}

export type BotStarted =
  { readonly ok: true; readonly bot: RunningBot } | { readonly ok: false; readonly why: string };

/** Joins all parts and starts them, the takers before the givers; a failure leaves nothing running. */
export async function startBot(parts: Parts): Promise<BotStarted> {
  const { settings, store, log } = parts;
  // The outbox may be written to before there is anybody to send.
  const bell = { ring: () => {} };
  const stores = mongoStores(store.store, () => bell.ring());
  await ensureIndexes(store.store);

  const telegram = openTelegram({
    token: settings.BOT_TOKEN,
    apiRoot: settings.TELEGRAM_API_ROOT,
  });
  const met = await telegram.introduce(menuOf(scenes, new Set(['public'])), log);
  if (!met.ok) return met;
  const world = worldOf(parts, stores, met.username);
  await seedInstitutions(world);
  listen(telegram, parts, world, stores);
  return startWork({ ...parts, stores, telegram, world }, bell);
}

interface Joined extends Parts {
  readonly stores: MongoStores;
  readonly telegram: TelegramDoor;
  readonly world: World;
}

/** Starts whatever runs by itself: sending, handling, receiving. */
async function startWork(joined: Joined, bell: { ring: () => void }): Promise<BotStarted> {
  const { settings, telegram, stores, world, clock, log, store } = joined;
  const running: (() => Promise<void>)[] = [];
  // One name over restarts: the next process takes its predecessor's work back at once.
  const owner = store.exclusive ? 'the only process' : randomUUID();

  const dispatcher = startSending(joined, owner);
  bell.ring = dispatcher.nudge;
  running.unshift(dispatcher.stop);

  const worker = startInboxWorker({
    inbox: stores.inbox,
    handle: telegram.handle,
    onAside: (update) => world.outbox.put(lostUpdate(update, settings.ADMIN_IDS, clock.now())),
    owner,
    clock,
    log,
  });
  running.unshift(worker.stop);

  const { inbox } = stores;
  const onArrival = worker.nudge;
  const receiving = await receiveUpdates({ settings, telegram, inbox, clock, log, onArrival });
  if (receiving.ok) running.unshift(receiving.stop);
  else await stopAll(running);
  return receiving.ok ? { ok: true, bot: { world, stop: () => stopAll(running) } } : receiving;
}

const startSending = ({ telegram, stores, clock, log }: Joined, owner: string) =>
  startDispatcher({
    departures: stores.departures,
    perform: (row) => telegram.send(row, (key) => stores.departures.messageOf(key)),
    pace: newPace(),
    owner,
    clock,
    log,
  });

function worldOf({ settings, clock, chance }: Parts, stores: MongoStores, username: string): World {
  return {
    ...stores,
    clock,
    chance,
    link: (code) => `https://t.me/${username}?start=${code}`,
    office: defaultOffice,
    zone: settings.TIMEZONE,
    menu: (roles) => menuOf(scenes, roles),
  };
}

function listen(
  telegram: TelegramDoor,
  { settings }: Parts,
  world: World,
  { memories }: MongoStores,
): void {
  const admins = new Set(settings.ADMIN_IDS);
  const isAdmin = (telegramId: number) => admins.has(telegramId);
  telegram.listen((incoming) => answer({ scenes, world, memories, isAdmin }, incoming));
}

/** Stops one after the other, so that whoever gives work stops before whoever does it. */
async function stopAll(running: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of running) await stop();
}
