import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A store in a process of its own, which says in one line of JSON how opening went. */
export interface StoreProcess {
  readonly child: ChildProcess;
  readonly said: { readonly uri?: string; readonly problem?: string; readonly why?: string };
}

/** Starts a store in another process; `wrap` is put before the command, as for limits. */
export async function startStoreProcess(
  dir: string,
  wrap: readonly string[] = [],
): Promise<StoreProcess> {
  const script = join(__dirname, 'store-child.ts');
  const words = [...wrap, process.execPath, '--import', 'tsx', script, dir];
  const child = spawn(words[0] ?? process.execPath, words.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(__dirname, '../..'),
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return { child, said: JSON.parse(line) as StoreProcess['said'] };
}

/** Kills a process as a power cut would and waits until it is gone. */
export async function killHard({ child }: StoreProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
