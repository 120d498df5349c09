import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openEmbeddedStore, type EmbeddedStore } from '../../src/embedded/embedded-store';

type MongoClient = mongoose.mongo.MongoClient;
type Db = mongoose.mongo.Db;

/** A store in a folder of its own with a driver connected to it. */
export interface Kit {
  readonly dir: string;
  readonly uri: string;
  readonly db: Db;
  readonly client: MongoClient;
  readonly store: EmbeddedStore;
  close(): Promise<void>;
}

/** Opens a store, failing the test where it cannot. */
export async function openStore(dir: string, clock?: () => Date): Promise<EmbeddedStore> {
  const opened = await openEmbeddedStore(clock ? { dir, clock } : { dir });
  if (!opened.ok) throw new Error(opened.why);
  return opened.store;
}

/** Connects the official driver. */
export async function connectDriver(uri: string, patienceMs = 5000): Promise<MongoClient> {
  const options = { serverSelectionTimeoutMS: patienceMs };
  return new mongoose.mongo.MongoClient(uri, options).connect();
}

/** An empty folder; remove it with `removeFolder`. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'embedded-'));
}

/** Removes a folder with everything in it. */
export function removeFolder(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true });
}

/** A fresh store, connected; close it after the test. */
export async function newKit(clock?: () => Date): Promise<Kit> {
  const dir = await newFolder();
  const store = await openStore(dir, clock);
  const client = await connectDriver(store.uri);
  return {
    dir,
    uri: store.uri,
    db: client.db('test'),
    client,
    store,
    async close() {
      await client.close();
      await store.stop();
      await removeFolder(dir);
    },
  };
}

/** The error a promise ends in; a promise that succeeds fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<mongoose.mongo.MongoServerError> {
  try {
    await promise;
  } catch (error) {
    return error as mongoose.mongo.MongoServerError;
  }
  throw new Error('expected an error');
}

/** Makes one index and gives its name. */
export async function addIndex(
  collection: Pick<mongoose.mongo.Collection, 'createIndexes'>,
  key: Record<string, 1 | -1>,
  options: Omit<mongoose.mongo.IndexDescription, 'key'> = {},
): Promise<string | undefined> {
  const [name] = await collection.createIndexes([{ key, ...options }]);
  return name;
}
