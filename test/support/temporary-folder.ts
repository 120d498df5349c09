import { statfsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
/** Containers may have little of it, and a database dies of a lack that it cannot foresee. */
const enoughBytes = 1024 ** 3;

/** In memory where there is room, since nothing there outlives the test. */
const place = hasRoom(inMemory) ? inMemory : tmpdir();

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= enoughBytes;
  } catch {
    return false;
  }
}

/** A folder of the test's own, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(place, 'blk-aktif-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
