import { join } from 'node:path';
import type { Store } from '../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../src/adapters/mongo/ensure-indexes';
import { mongoStores } from '../../src/adapters/mongo/mongo-stores';
import { systemChance, systemClock } from '../../src/adapters/system';
import { type CastMember, castBot, castGroups, castMembers, castToken } from '../../src/cast';
import { type Environment, readSettings } from '../../src/config';
import { onPlayground } from '../../src/open-playground';
import { joinStore } from '../../src/open-store';
import type { Clock } from '../../src/ports';
import { type LocalTelegram, startPlayground } from '../../src/playground/playground';
import { seedCast, seedInstitutions } from '../../src/seed';
import { type BotProcess, type Exit, type Starting, startProcess } from './bot-process';
import { temporaryFolder } from './temporary-folder';

/** The bot as a process of its own, and a Telegram in this one that outlives it. */
export interface WholeBot {
  readonly telegram: LocalTelegram;
  readonly apiRoot: string;
  readonly dataDir: string;
  /** The settings the process is started with. */
  readonly settings: Environment;
  /** The process that was started last. */
  process(): BotProcess;
  /** Starts the process; does not wait. */
  launch(more?: Environment, starting?: Starting): BotProcess;
  /** Starts the process and waits until it is ready. */
  start(more?: Environment, starting?: Starting): Promise<BotProcess>;
  kill(): Promise<Exit>;
  stop(signal?: NodeJS.Signals): Promise<Exit>;
  /** Kills the process, if it still runs, and starts it again. */
  restart(): Promise<BotProcess>;
  /** Looks into the database with mongoose: joins the running store, or opens what a killed one left. */
  database<T>(look: (store: Store) => Promise<T>): Promise<T>;
  /** Ends the process and the Telegram and removes the folder. */
  close(): Promise<void>;
}

/** Prepares a folder in which the cast has its roles, and a Telegram; starts no process yet. */
export async function wholeBot(members: readonly CastMember[] = castMembers): Promise<WholeBot> {
  const folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const { telegram, apiRoot, stop } = await openTelegram(members);
  const settings = { BOT_TOKEN: castToken, TELEGRAM_API_ROOT: apiRoot, DATA_DIR: dataDir };
  await lookInto(settings, (store) => castInto(store, members));
  let current: BotProcess | undefined;
  const running = () => {
    if (!current) throw new Error('The process has not been started yet');
    return current;
  };
  const bot: WholeBot = {
    ...{ telegram, apiRoot, dataDir, settings },
    process: running,
    launch: (more = {}, starting = {}) =>
      (current = startProcess({ ...settings, ...more }, starting)),
    async start(more, starting) {
      const started = bot.launch(more, starting);
      await started.says(/"Ready/u);
      return started;
    },
    kill: () => running().kill(),
    stop: (signal) => running().stop(signal),
    async restart() {
      await running().kill();
      return bot.start();
    },
    database: (look) => lookInto(settings, look),
    async close() {
      await current?.kill();
      await stop();
      await folder.remove();
    },
  };
  return bot;
}

async function openTelegram(members: readonly CastMember[]) {
  const started = await startPlayground({
    port: 0,
    token: castToken,
    bot: castBot,
    cast: { people: members.map(onPlayground), groups: castGroups },
  });
  if (!started.ok) throw new Error(started.why);
  return started.playground;
}

/** Opens the database that these settings name, beside a running process or without one. */
export async function lookInto<T>(
  environment: Environment,
  look: (store: Store) => Promise<T>,
): Promise<T> {
  const read = readSettings(environment, () => '');
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const opened = await joinStore(read.settings);
  if (!opened.ok) throw new Error(opened.why);
  try {
    return await look(opened.store);
  } finally {
    await opened.close();
  }
}

/** Gives everybody of the cast the role they have from the first start, at the time of a clock. */
export async function castInto(
  store: Store,
  members: readonly CastMember[] = castMembers,
  clock: Clock = systemClock,
): Promise<void> {
  await ensureIndexes(store);
  const world = {
    ...mongoStores(store, () => undefined),
    clock,
    chance: systemChance,
  };
  await seedInstitutions(world);
  await seedCast(world, members);
}
