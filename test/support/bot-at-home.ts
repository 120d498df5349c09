import type { Store } from '../../src/adapters/mongo/connect';
import { checklistFile } from '../../src/adapters/checklist-file';
import { rulesFile } from '../../src/adapters/rules-file';
import { systemChance } from '../../src/adapters/system';
import { type CastMember, castBot, castGroups, castMembers, castToken } from '../../src/cast';
import { readSettings } from '../../src/config';
import { onPlayground } from '../../src/open-playground';
import { type LocalTelegram, startPlayground } from '../../src/playground/playground';
import { type Hand, playTime } from '../../src/play-time';
import type { World } from '../../src/ports';
import { seedCast, seedGroups, seedInstitutions } from '../../src/seed';
import { type RunningBot, startBot } from '../../src/start-bot';
import { mongoStores } from '../../src/adapters/mongo/mongo-stores';
import { type CollectingLog, collectingLog } from './collecting-log';
import { type Contents, indexesOnly, openDatabase } from './open-database';
import { type PushableClock, pushableClock } from './pushable-clock';
import { type SettableClock, settableClock } from './settable-clock';
import { type Talker, talker } from './talk';

export { openDatabase } from './open-database';

/** The whole bot with its own database and its own Telegram, for one test file. */
export interface BotAtHome {
  readonly telegram: LocalTelegram;
  readonly clock: SettableClock;
  readonly log: CollectingLog;
  readonly store: Store;
  readonly world: World;
  /** Talks as somebody of the cast; everything they do waits for the bot to be done with it. */
  as(member: { readonly id: number }): Talker;
  /** Plays the time up to `at`: everything due in between is done, by `tick` if given, and sent in its moment. */
  playTo(at: string, tick?: () => Promise<void>): Promise<void>;
  /** Stops the bot and starts it again on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A Monday, 09.00 in Tanah Grogot. */
export const monday = '2026-11-23T01:00:00Z';

/** Starts the bot with the cast of the playground, at `at`, with the editable files whose paths are given. */
export async function botAtHome(
  at = monday,
  rulesPath?: string,
  checklistPath?: string,
  members: readonly CastMember[] = castMembers,
): Promise<BotAtHome> {
  const clock = settableClock(at);
  const flow = pushableClock();
  const log = collectingLog();
  const database = await openDatabase(clock, withCast(members));
  const playground = await openLocalTelegram(clock);
  const read = readSettings(
    { BOT_TOKEN: castToken, TELEGRAM_API_ROOT: playground.apiRoot, ADMIN_IDS: String(adminIds) },
    () => '',
  );
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const settings = { ...read.settings, BOT_TOKEN: castToken };
  const start = async (): Promise<RunningBot> => {
    const store = { ok: true, store: database.store, exclusive: true, close: nothing } as const;
    const files = {
      ...(rulesPath !== undefined && { rulesFile: rulesFile({ path: rulesPath, log }) }),
      ...(checklistPath !== undefined && {
        checklists: checklistFile({ path: checklistPath, log }),
      }),
    };
    const parts = { settings, store, clock, flow, chance: systemChance, log, ...files };
    const started = await startBot(parts);
    if (!started.ok) throw new Error(started.why);
    return started.bot;
  };
  const parlour = {
    telegram: playground.telegram,
    store: database.store,
    clock,
    pass: flow.advance,
    rests: (atMostMs: number) => bot.rests(atMostMs),
  };
  let bot = await start();
  return {
    telegram: playground.telegram,
    clock,
    log,
    store: database.store,
    get world() {
      return bot.world;
    },
    as: ({ id }) => talker(id, parlour),
    playTo: (at, tick = bot.tick) => playTime(new Date(at), { ...bot, tick }, hand(clock, flow)),
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async stop() {
      await bot.stop();
      await playground.stop();
      await database.close();
    },
  };
}

/** Telegram's limits count real time, and a day that is played in no time would have to wait for them. */
const hand = (clock: SettableClock, flow: PushableClock): Hand => ({
  set(at) {
    flow.advance(at.getTime() - clock.now().getTime());
    clock.set(at);
  },
});

/** The institutions, the people with their roles, and the groups, as from the first start. */
const withCast = (members: readonly CastMember[]): Contents => ({
  name: `cast ${JSON.stringify(members)}`,
  async fill(store, clock) {
    await indexesOnly.fill(store, clock);
    const world = { ...mongoStores(store, () => {}), clock, chance: systemChance };
    await seedInstitutions(world);
    await seedCast(world, members);
    await seedGroups(world);
  },
});

const adminIds = castMembers.filter(({ admin }) => admin).map(({ id }) => id);
const nothing = () => Promise.resolve();

/** The local Telegram with the cast, everybody of the office and the centres having pressed Start. */
export async function openLocalTelegram(clock: SettableClock) {
  const started = await startPlayground({
    port: 0,
    token: castToken,
    bot: castBot,
    cast: { people: castMembers.map(onPlayground), groups: castGroups },
    now: () => clock.now(),
  });
  if (!started.ok) throw new Error(started.why);
  return started.playground;
}
