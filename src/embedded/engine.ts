import { createCollection, readCatalog, type Catalog, type Collection } from './catalog';
import type { CursorTable } from './cursor-table';
import type { Disk } from './disk';

/** What every command works on. */
export interface Engine {
  readonly disk: Disk;
  readonly cursors: CursorTable;
  readonly clock: () => Date;
  catalog: Catalog;
  failuresSeen: number;
}

/** What was changed in memory by a transaction the disk refused is read anew from it. */
function forgetRefused(engine: Engine): void {
  const failures = engine.disk.failures();
  if (failures === engine.failuresSeen) return;
  engine.failuresSeen = failures;
  engine.catalog = readCatalog(engine.disk);
}

/** Runs the work in one transaction and answers once it is on disk. */
export async function write<T>(engine: Engine, work: () => T): Promise<T> {
  try {
    return await engine.disk.write(() => {
      forgetRefused(engine);
      return work();
    });
  } finally {
    forgetRefused(engine);
  }
}

/** The collection of a namespace, undefined where nothing was ever stored under that name. */
export function collectionOf(engine: Engine, db: string, name: string): Collection | undefined {
  return engine.catalog.collections.get(`${db}.${name}`);
}

/** The collection of a namespace, made if it is not there; inside a write. */
export function ensureCollection(engine: Engine, db: string, name: string): Collection {
  return collectionOf(engine, db, name) ?? createCollection(engine.disk, engine.catalog, db, name);
}
