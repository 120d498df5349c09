import { readFileSync } from 'node:fs';
import { pinoLog } from './adapters/log';
import { everyFewSeconds, everyMinute } from './adapters/cron';
import { checklistFile } from './adapters/checklist-file';
import { rulesFile } from './adapters/rules-file';
import { systemChance, systemClock } from './adapters/system';
import { type Settings, readSettings } from './config';
import { openPlayground } from './open-playground';
import { openStore } from './open-store';
import type { Log } from './ports';
import { seedCast, seedGroups } from './seed';
import { playTime } from './play-time';
import { playgroundClock } from './program-clock';
import { type Parts, type RunningBot, startBot } from './start-bot';

/** Everything that was started, to be stopped in the reverse order. */
type Started = (() => Promise<void>)[];

type Launched = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A stop that takes longer than this is cut short; what was not finished waits in the database. */
const patienceMs = 9_000;

/** Starts the bot with these settings; whatever was started is in `started`, also when something fails. */
async function launch(settings: Settings, log: Log, started: Started): Promise<Launched> {
  const store = await openStore(settings);
  if (!store.ok) return store;
  started.unshift(store.close);
  const { BOT_TOKEN } = settings;
  const file = rulesFile({ path: `${settings.DATA_DIR}/aturan.json`, log });
  const checklists = checklistFile({ path: `${settings.DATA_DIR}/daftar-periksa.json`, log });
  await checklists.current(); // a bad one is told of at once
  const around = {
    store,
    chance: systemChance,
    log,
    rulesFile: file,
    checklists,
    everyMinute,
    everyFewSeconds,
  };
  if (BOT_TOKEN === undefined) return launchLocally(around, settings, started);

  const parts = { ...around, clock: systemClock };
  const launched = await startBot({ ...parts, settings: { ...settings, BOT_TOKEN } });
  if (!launched.ok) return launched;
  started.unshift(launched.bot.stop);
  log.info({}, 'Ready');
  return { ok: true };
}

/** Without a token: the same bot, and a Telegram of its own in the browser. */
async function launchLocally(
  around: Omit<Parts, 'settings' | 'clock'>,
  settings: Settings,
  started: Started,
): Promise<Launched> {
  const clock = playgroundClock(settings);
  const played: { bot?: RunningBot } = {};
  const moveClock = async (to: Date) => {
    if (played.bot) await playTime(to, played.bot, clock);
  };
  const local = await openPlayground(settings, clock, moveClock);
  if (!local.ok) return local;
  started.unshift(local.playground.stop);
  const launched = await startBot({ ...around, clock, settings: local.settings });
  if (!launched.ok) return launched;
  started.unshift(launched.bot.stop);
  played.bot = launched.bot;
  const { world } = launched.bot;
  // Once only: whoever asked to be forgotten would otherwise be back at the next start.
  if ((await world.people.staff()).length === 0) {
    await seedCast(world);
    await seedGroups(world);
  }
  around.log.info({}, `Ready. Chat with the bot at ${local.playground.page}`);
  return { ok: true };
}

async function stopAll(started: Started): Promise<void> {
  for (const stop of started.splice(0)) await stop();
}

/** A failure to start in one sentence; whatever was started before it is stopped by the caller. */
async function launchOrExplain(...given: Parameters<typeof launch>): Promise<Launched> {
  try {
    return await launch(...given);
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'an unknown error' };
  }
}

/** Stops everything at the first signal, also one that comes while the bot is still starting. */
function stopOnSignals(started: Started, log: Log): { readonly stopping: boolean } {
  const state = { stopping: false };
  const stop = (signal: string) => {
    if (state.stopping) return;
    state.stopping = true;
    log.info({ signal }, 'Stopping');
    setTimeout(() => process.exit(1), patienceMs).unref();
    void stopAll(started).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return state;
}

/** Reads `.env` if there is one; what the environment says already stays. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function giveUp(...problems: readonly string[]): void {
  process.stderr.write(
    `BLK Aktif cannot start:\n${problems.map((one) => `  - ${one}\n`).join('')}`,
  );
  process.exitCode = 1;
}

async function main(): Promise<void> {
  loadEnvFile();
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if (!read.ok) return giveUp(...read.problems);
  const log = pinoLog(read.settings.LOG_LEVEL, process.stdout.isTTY);
  const started: Started = [];
  const state = stopOnSignals(started, log);
  const launched = await launchOrExplain(read.settings, log, started);
  // A start that was interrupted fails in odd ways, which are nobody's concern.
  if (launched.ok || state.stopping) return;
  await stopAll(started);
  giveUp(launched.why);
  // Whatever it was that failed halfway, nothing of it goes on.
  process.exit();
}

main().catch((error: unknown) => {
  giveUp(error instanceof Error ? error.message : 'an unknown error');
  process.exit(1);
});
