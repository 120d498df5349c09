import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { YearNews, YearOrder } from './year-process';

/** A process of the year, as the one that plays it sees it. */
export interface YearHand {
  /** Resolves once it is there and has heard the time. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  isDead(): boolean;
  hears(order: YearOrder): void;
  /** Has it do what is due; resolves when that is done, or when it died. */
  ticks(order: YearOrder): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const script = join(__dirname, 'year-process.ts');
const root = join(__dirname, '../../..');
let ticks = 0;

/** Starts a process of the year at the time that `order` tells. */
export function yearHand(env: Readonly<Record<string, string>>, order: YearOrder): YearHand {
  const child = fork(script, { cwd: root, env: { ...process.env, ...env }, execArgv });
  const gone = once(child, 'exit').then(() => undefined);
  const state = { ready: false, dead: false };
  void gone.then(() => (state.dead = true));
  const hears = (news: YearOrder) => {
    // It may die before it hears.
    if (child.connected) child.send(news, () => undefined);
  };
  const ready = Promise.race([answer(child, undefined), gone]).then(
    () => void (state.ready = true),
  );
  hears(order);
  return {
    ready,
    hears,
    isReady: () => state.ready && !state.dead,
    isDead: () => state.dead,
    async ticks(news) {
      const tick = (ticks += 1);
      const done = answer(child, tick);
      hears({ ...news, tick });
      await Promise.race([done, gone]);
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const execArgv = ['--import', 'tsx'];

/** Resolves when the process says that it has done a tick. */
const answer = (child: ChildProcess, tick: number | undefined) =>
  new Promise<void>((resolve) => {
    const hear = ({ ticked }: YearNews) => {
      if (ticked !== tick) return;
      child.off('message', hear);
      resolve();
    };
    child.on('message', hear);
  });
