import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../ports';

/** A clock that runs like another, ahead of it by as much as it was moved. */
export interface MovableClock extends Clock {
  set(at: Date): void;
}

/** Makes a clock that runs with `real` and can be set to a later time; the file at `path` keeps how far it is ahead. */
export function movableClock(real: Clock, path: string): MovableClock {
  let aheadMs = keptAhead(path);
  return {
    now: () => new Date(real.now().getTime() + aheadMs),
    set(at) {
      aheadMs = at.getTime() - real.now().getTime();
      keepAhead(path, aheadMs);
    },
  };
}

/** What is not there, or was spoilt, is a clock that nobody has moved. */
function keptAhead(path: string): number {
  try {
    const ahead = Number(readFileSync(path, 'utf8').trim());
    return Number.isSafeInteger(ahead) ? ahead : 0;
  } catch {
    return 0;
  }
}

/** Written beside and renamed, so that whoever reads it meanwhile reads the old or the new. */
function keepAhead(path: string, aheadMs: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.baru`, `${aheadMs}\n`);
  renameSync(`${path}.baru`, path);
}
