import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Environment } from '../../src/config';

/** How a process ended: its exit code, or the signal that ended it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of the program, started as `npm start` and `npm run invite` start it. */
export interface BotProcess {
  readonly pid: number;
  /** How it ended, once it has. */
  readonly ended: Promise<Exit>;
  /** Everything it has written so far. */
  output(): string;
  /** What it has written to standard error so far. */
  errors(): string;
  /** Waits until it has written these words, `times` times; rejects when it ends without. */
  says(words: RegExp, times?: number): Promise<void>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<Exit>;
  /** Asks it to stop, and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
  /** Whether anything it started is still alive. */
  leavesBehind(): boolean;
}

/** What to start and with what. */
export interface Starting {
  readonly script?: 'src/main.ts' | 'src/cli/invite.ts' | 'src/cli/breach-report.ts';
  readonly args?: readonly string[];
  /** Put before the command, as for limits. */
  readonly wrap?: readonly string[];
}

const root = join(__dirname, '../..');

/** Every setting is named, so that neither a `.env` nor the environment of the tests is heard. */
const unset = Object.fromEntries(
  [
    ...[
      'BOT_TOKEN',
      'TELEGRAM_API_ROOT',
      'MONGODB_URI',
      'DATA_DIR',
      'ADMIN_IDS',
      'TIMEZONE',
      'OFFICE',
    ],
    ...['WEBHOOK_URL', 'WEBHOOK_SECRET', 'PORT', 'HEARTBEAT_URL', 'LOG_LEVEL'],
    ...['BOT_TOKEN_FILE', 'MONGODB_URI_FILE', 'WEBHOOK_SECRET_FILE', 'NODE_OPTIONS'],
  ].map((name) => [name, '']),
);

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Starts the program with these settings and no others. */
export function startProcess(settings: Environment, starting: Starting = {}): BotProcess {
  const { script = 'src/main.ts', args = [], wrap = [] } = starting;
  const words = [...wrap, process.execPath, '--import', 'tsx', script, ...args];
  const child = spawn(words[0]!, words.slice(1), {
    cwd: root,
    env: { ...process.env, ...unset, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that nobody it starts can hide.
    detached: true,
  });
  return watched(child);
}

function watched(child: Child): BotProcess {
  const written = { all: '', errors: '' };
  const hear = (chunk: string) => void (written.all += chunk);
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.stderr.on('data', (chunk: string) => void (written.errors += chunk));
  const ended = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    // 'close' comes after the last output, 'exit' may come before.
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    ended,
    output: () => written.all,
    errors: () => written.errors,
    says: (words, times = 1) => untilSaid(child, () => written.all, words, times),
    kill: () => end('SIGKILL'),
    stop: (signal = 'SIGTERM') => end(signal),
    leavesBehind: () => isAlive(-(child.pid ?? 0)),
  };
}

function untilSaid(child: Child, output: () => string, words: RegExp, times: number) {
  const every = new RegExp(words, 'gu');
  return new Promise<void>((resolve, reject) => {
    const look = () => {
      if ((output().match(every)?.length ?? 0) < times) return;
      child.stdout.off('data', look);
      child.stderr.off('data', look);
      resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('close', (code, signal) => {
      const how = `${String(code)}, ${String(signal)}`;
      reject(new Error(`The process ended (${how}) without saying ${words.source}:\n${output()}`));
    });
    look();
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
