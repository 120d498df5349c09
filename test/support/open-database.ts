import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Store, connectStore } from '../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../src/adapters/mongo/ensure-indexes';
import type { Clock } from '../../src/ports';
import { openEmbeddedStore } from '../../src/embedded/embedded-store';
import { temporaryFolder } from './temporary-folder';

/** What a database holds from the beginning. */
export interface Contents {
  /** The same for the same contents, whoever asks. */
  readonly name: string;
  readonly fill: (store: Store, clock: Clock) => Promise<void>;
}

/** All indexes and nothing else. */
export const indexesOnly: Contents = { name: 'indexes', fill: (store) => ensureIndexes(store) };

/** A database of somebody's own. */
export interface OpenDatabase {
  readonly store: Store;
  close(): Promise<void>;
}

/**
 * The embedded store, or a database of its own on the MongoDB that `MONGODB_URI` names.
 *
 * What is asked for more than once by this process is filled in once, as a folder that others copy.
 */
export async function openDatabase(clock: Clock, contents?: Contents): Promise<OpenDatabase> {
  const uri = process.env['MONGODB_URI'];
  if (uri) return filled(await onServer(uri), clock, contents);
  if (!contents) return inFolder(clock);
  const begun = await prepared.get(keyOf(contents, clock));
  if (begun) return inFolder(clock, begun);
  const isNew = !asked.has(keyOf(contents, clock));
  asked.add(keyOf(contents, clock));
  // Most of the work are the indexes, which are the same at any time.
  if (isNew)
    return filled(await inFolder(clock, await prepare(indexesOnly, clock)), clock, contents);
  return inFolder(clock, await prepare(contents, clock));
}

const asked = new Set<string>();
const prepared = new Map<string, Promise<Buffer>>();
const keyOf = ({ name }: Contents, clock: Clock) =>
  name === indexesOnly.name ? name : `${name} ${clock.now().toISOString()}`;

function prepare(contents: Contents, clock: Clock): Promise<Buffer> {
  const key = keyOf(contents, clock);
  const begun = prepared.get(key) ?? fill(contents, clock);
  prepared.set(key, begun);
  return begun;
}

const fileName = 'store.mdb';

/** The file of a store that was filled and closed. */
async function fill(contents: Contents, clock: Clock): Promise<Buffer> {
  const folder = await temporaryFolder();
  const { store, stop } = await openIn(folder.path, clock);
  await contents.fill(store, clock);
  await stop();
  const file = await readFile(join(folder.path, fileName));
  await folder.remove();
  return file;
}

async function filled(
  database: OpenDatabase,
  clock: Clock,
  contents: Contents | undefined,
): Promise<OpenDatabase> {
  await contents?.fill(database.store, clock);
  return database;
}

async function onServer(uri: string): Promise<OpenDatabase> {
  const store = await connectStore(uri, `test-${randomUUID()}`);
  return {
    store,
    async close() {
      await store.dropDatabase();
      await store.close();
    },
  };
}

async function inFolder(clock: Clock, file?: Buffer): Promise<OpenDatabase> {
  const folder = await temporaryFolder();
  if (file) await writeFile(join(folder.path, fileName), file);
  const { store, stop } = await openIn(folder.path, clock);
  return {
    store,
    async close() {
      await stop();
      await folder.remove();
    },
  };
}

async function openIn(dir: string, clock: Clock) {
  const opened = await openEmbeddedStore({ dir, clock: () => clock.now() });
  if (!opened.ok) throw new Error(opened.why);
  const store = await connectStore(opened.store.uri);
  return {
    store,
    async stop() {
      await store.close();
      await opened.store.stop();
    },
  };
}
