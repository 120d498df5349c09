import { randomUUID } from 'node:crypto';
import { scenes } from '../scenes';
import type { Ticking } from './adapters/cron';
import { uneditedChecklist } from './adapters/checklist-file';
import { editableChecklists } from './adapters/mongo/checklist-edits';
import { mongoDrafts } from './adapters/mongo/drafts';
import { ensureIndexes } from './adapters/mongo/ensure-indexes';
import { type MongoStores, mongoStores } from './adapters/mongo/mongo-stores';
import { posters } from './adapters/poster/posters';
import { sheets } from './adapters/spreadsheet/sheets';
import { type TelegramDoor, openTelegram } from './adapters/telegram/telegram-door';
import { startInboxWorker } from './adapters/telegram/work-inbox';
import { heartbeatTo } from './adapters/web/heartbeat';
import { offersFor } from './board/offers';
import type { Settings } from './config';
import { answer } from './conversation/answer';
import { groupMenu, menuOf } from './conversation/menu-of';
import { version } from '../package.json';
import { groupPresence } from './group-presence';
import { jobs } from './jobs';
import { lostUpdate } from './lost-update';
import type { StoreOpened } from './open-store';
import type { Chance, Clock, Log, OnMigration, World } from './ports';
import type { Checklists } from './ports/registrations';
import type { RulesFile } from './ports/rules';
import { reach, reachAgain, startSending } from './start-sending';
import { type Rest, newRest } from './rest';
import { seedInstitutions } from './seed';
import { settle } from './settle';
import { receiveUpdates } from './receive-updates';
import { type Tick, ticking } from './ticking';

/** What the bot is joined from. */
export interface Parts {
  readonly settings: Settings & { readonly BOT_TOKEN: string };
  readonly store: Extract<StoreOpened, { ok: true }>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Real time, by which Telegram counts and leases lapse. */
  readonly flow?: Clock;
  /** Told when a group becomes a supergroup. */
  readonly onMigration?: readonly OnMigration[];
  /** The editable file of thresholds and days off. */
  readonly rulesFile?: RulesFile;
  /** The checklist of the registration, if it can be edited. */
  readonly checklists?: Checklists;
  /** Ticks every minute; without it nothing happens by itself before `tick` is called. */
  readonly everyMinute?: (tick: Tick) => Ticking;
  /** Ticks every few seconds, for what is shown while it is under way. */
  readonly everyFewSeconds?: (tick: Tick) => Ticking;
}

export interface RunningBot {
  readonly world: World;
  /** Does everything that is due now, after the clock was moved there by hand. */
  readonly tick: Tick;
  /** Returns when everything that is due to be sent has been sent, or was put off. */
  settle(): Promise<void>;
  /** Resolves when next nothing that arrived or is due is in hand here, or after `atMostMs`. */
  rests(atMostMs: number): Promise<void>;
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
  const stores = mongoStores(store.store, () => bell.ring(), parts.rulesFile);
  await ensureIndexes(store.store);

  const telegram = openTelegram({
    token: settings.BOT_TOKEN,
    apiRoot: settings.TELEGRAM_API_ROOT,
  });
  const menus = { people: menuOf(scenes, new Set(['public'])), groups: groupMenu(scenes) };
  const met = await telegram.introduce(menus, log);
  if (!met.ok) return met;
  const world = worldOf(parts, stores, { username: met.username, files: telegram.files });
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

  const rest = newRest();

  const sending = startSending({ ...joined, onRest: rest.laidDown }, owner);
  bell.ring = sending.nudge;
  rest.watch(sending);
  running.unshift(sending.stop);

  const worker = startHandling(joined, owner, rest);
  rest.watch(worker);
  running.unshift(worker.stop);

  const { inbox } = stores;
  const onArrival = worker.nudge;
  const receiving = await receiveUpdates({ settings, telegram, inbox, clock, log, onArrival });
  if (receiving.ok) running.unshift(receiving.stop);
  else await stopAll(running);
  if (!receiving.ok) return receiving;

  const tick = ticking({ world, owner, log, admins: settings.ADMIN_IDS });
  const tickers = [joined.everyMinute?.(tick.running), joined.everyFewSeconds?.(tick.brief)];
  for (const ticker of tickers) if (ticker) running.unshift(ticker.stop);
  return {
    ok: true,
    bot: {
      ...{ world, tick: tick.leaping, rests: rest.next },
      settle: () => settle(world, sending.nudge, rest),
      stop: () => stopAll(running),
    },
  };
}

function startHandling(
  { settings, telegram, stores, world, clock, log }: Joined,
  owner: string,
  rest: Rest,
) {
  return startInboxWorker({
    inbox: stores.inbox,
    handle: telegram.handle,
    onAside: (update) => world.outbox.put(lostUpdate(update, settings.ADMIN_IDS, clock.now())),
    onRest: rest.laidDown,
    ...{ owner, clock, log },
  });
}

/** The title of the form with this command; it may be gone since the draft was begun. */
const titleOf = (command: string): string => {
  const scene = scenes.find((one) => one.command === command);
  return scene?.kind === 'form' ? scene.title : command;
};

function worldOf(
  { settings, store, clock, chance, checklists = uneditedChecklist }: Parts,
  stores: MongoStores,
  { username, files }: { readonly username: string; readonly files: World['files'] },
): World {
  return {
    ...stores,
    clock,
    chance,
    link: (code) => `https://t.me/${username}?start=${code}`,
    office: settings.OFFICE,
    program: {
      version,
      startedAt: clock.now(),
      store: settings.MONGODB_URI === undefined ? 'built-in' : 'MongoDB',
      jobs,
    },
    zone: settings.TIMEZONE,
    files,
    sheets,
    posters,
    checklists: editableChecklists(store.store, checklists),
    menu: (roles) => menuOf(scenes, roles),
    drafts: mongoDrafts(store.store, titleOf),
    ...(settings.HEARTBEAT_URL && { heartbeat: heartbeatTo(settings.HEARTBEAT_URL) }),
  };
}

function listen(telegram: TelegramDoor, parts: Parts, world: World, stores: MongoStores): void {
  const { memories } = stores;
  const admins = new Set(parts.settings.ADMIN_IDS);
  const isAdmin = (telegramId: number) => admins.has(telegramId);
  const { loseContact: unreachable, moveChat: moved } = reach({
    ...parts,
    stores,
    telegram,
    world,
  });
  const { seen: inGroup } = groupPresence(world);
  telegram.listen(
    (incoming) => answer({ scenes, world, memories, isAdmin }, incoming),
    { reachable: reachAgain(world), unreachable, moved, inGroup },
    (asked) => offersFor(asked, world),
  );
}

/** Stops one after the other, so that whoever gives work stops before whoever does it. */
async function stopAll(running: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of running) await stop();
}
