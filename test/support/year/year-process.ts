import { connectStore } from '../../../src/adapters/mongo/connect';
import { steadyClock, systemChance } from '../../../src/adapters/system';
import { readSettings } from '../../../src/config';
import { type RunningBot, startBot } from '../../../src/start-bot';
import { collectingLog } from '../collecting-log';
import { settableClock } from '../settable-clock';

/** What a process of the year is told: what time it is, how far real time was pushed, and to do what is due. */
export interface YearOrder {
  readonly now: number;
  readonly aheadMs: number;
  /** The number of the tick; none when only the time is told. */
  readonly tick?: number;
}

/** What it answers: once that it is there, then each tick that it has done. */
export interface YearNews {
  readonly ticked?: number;
}

const clock = settableClock(new Date(0).toISOString());
let aheadMs = 0;
const flow = { now: () => new Date(steadyClock.now().getTime() + aheadMs) };

/** Starts the bot with the time it was told before it began. */
async function start(): Promise<RunningBot> {
  const read = readSettings(process.env, () => '');
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const { BOT_TOKEN = '', MONGODB_URI = '' } = read.settings;
  const store = await connectStore(MONGODB_URI);
  const started = await startBot({
    settings: { ...read.settings, BOT_TOKEN },
    store: { ok: true, store, exclusive: false, close: () => Promise.resolve() },
    ...{ clock, flow, chance: systemChance, log: collectingLog() },
  });
  if (!started.ok) throw new Error(started.why);
  return started.bot;
}

function obey(order: YearOrder): void {
  clock.set(new Date(order.now));
  ({ aheadMs } = order);
}

function main(): void {
  let bot: Promise<RunningBot> | undefined;
  process.on('message', (order: YearOrder) => {
    obey(order);
    bot ??= start();
    void bot
      .then(({ tick }) => (order.tick === undefined ? undefined : tick()))
      .then(() => process.send?.({ ticked: order.tick } satisfies YearNews));
  });
}

main();
