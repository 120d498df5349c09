import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cast } from '../../src/cast';
import { freePort } from '../support/free-port';
import { temporaryFolder } from '../support/temporary-folder';

/** What one start came to. */
interface Start {
  /** From `npm start` to the first answer in the chat, the question waiting there from the beginning. */
  readonly milliseconds: number;
  /** What the bot's process holds in memory after that answer, with the playground and the store. */
  readonly megabytes: number;
}

const starts = 5;
const patienceMs = 30_000;
const { hamdan } = cast;

/** Prints how soon a freshly installed bot answers, and how much memory it takes then. */
export async function firstAnswer(): Promise<void> {
  const runs: Start[] = [];
  for (let n = 0; n < starts; n += 1) runs.push(await startOnce());
  const times = runs.map(({ milliseconds }) => Math.round(milliseconds));
  const memory = runs.map(({ megabytes }) => Math.round(megabytes));
  console.log(
    `npm start to the first answer, ms: ${times.join(', ')}; median ${median(times)} (wanted 3000)`,
  );
  console.log(`memory after it (RSS), MB: ${memory.join(', ')}; median ${median(memory)}`);
}

const median = (of: readonly number[]) =>
  [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

async function startOnce(): Promise<Start> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const began = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: join(__dirname, '../..'),
    env: {
      ...process.env,
      ...{ BOT_TOKEN: '', MONGODB_URI: '', WEBHOOK_URL: '' },
      ...{ DATA_DIR: folder.path, PORT: String(port) },
    },
    stdio: 'ignore',
    detached: true,
  });
  try {
    await untilAnswered(`http://127.0.0.1:${port}/sim`);
    return { milliseconds: performance.now() - began, megabytes: memoryOf(npm) };
  } finally {
    process.kill(-(npm.pid ?? 0), 'SIGTERM');
    await once(npm, 'close');
    await folder.remove();
  }
}

async function untilAnswered(sim: string): Promise<void> {
  const until = performance.now() + patienceMs;
  let hasAsked = false;
  while (performance.now() < until) {
    hasAsked ||= await ask(sim);
    if (hasAsked && (await isAnswered(sim))) return;
    await pause(10);
  }
  throw new Error('The bot has not answered');
}

/** Says something as soon as the page can be reached; false while it cannot. */
const ask = (sim: string): Promise<boolean> =>
  fetch(`${sim}/says`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personId: hamdan.id, text: '/saya' }),
  }).then(
    ({ ok }) => ok,
    () => false,
  );

async function isAnswered(sim: string): Promise<boolean> {
  const response = await fetch(`${sim}/chat?chat=${hamdan.id}`);
  const chat = (await response.json()) as { readonly from: { readonly isBot: boolean } }[];
  return chat.some(({ from }) => from.isBot);
}

/** The largest process among those that npm has started. */
function memoryOf({ pid }: ChildProcess): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pgid=,rss=,args='], { encoding: 'utf8' });
  const own = lines
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s.*src\/main\.ts/u.exec(line))
    .filter((found) => Number(found?.[1]) === pid)
    .map((found) => Number(found?.[2]));
  return Math.max(...own) / 1024;
}
