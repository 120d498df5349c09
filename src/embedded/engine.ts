import { createCollection, readCatalog, type Catalog, type Collection } from './catalog';
import type { CursorTable } from './cursor-table';
import type { Disk } from './disk';
import { MongoError } from './mongo-error';

/** What every command works on. */
export interface Engine {
  readonly disk: Disk;
  readonly cursors: CursorTable;
  readonly clock: () => Date;
  catalog: Catalog;
}

/** Runs the work in one transaction; when the disk refuses it, what is known of it is read anew. */
export async function write<T>(engine: Engine, work: () => T): Promise<T> {
  try {
    return await engine.disk.write(work);
  } catch (error) {
    if (!(error instanceof MongoError)) engine.catalog = readCatalog(engine.disk);
    throw error;
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
