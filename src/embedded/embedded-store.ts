import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { readCatalog } from './catalog';
import { serveConnection, type Connection } from './connection';
import { cursorTable } from './cursor-table';
import { openDisk, type Disk } from './disk';
import { isOpenable } from './disk-check';
import type { Engine } from './engine';
import { listenFor, type Listener } from './listener';
import { isListening, releaseOwnership, takeOwnership, type Owner } from './owner';
import { startSweeping } from './ttl-sweep';

/** A running store. */
export interface EmbeddedStore {
  /** Where mongoose connects: `mongodb://…`, with no database named. */
  readonly uri: string;
  /** Finishes the commands it is in, writes everything out and frees the folder; once or many times. */
  stop(): Promise<void>;
}

/** A store that is open, or why there is none. */
export type Opened =
  | { readonly ok: true; readonly store: EmbeddedStore }
  | { readonly ok: false; readonly problem: 'in-use'; readonly uri: string; readonly why: string }
  | { readonly ok: false; readonly problem: 'cannot-open'; readonly why: string };

/** Where the store keeps its data and what time it is. */
export interface StoreOptions {
  readonly dir: string;
  /** Read for TTL indexes and `$$NOW`; the system's clock unless given. */
  readonly clock?: () => Date;
}

const SWEEP_EVERY_MS = 1000;
const ADDRESS_FILE = 'store.address';

async function privateFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
}

async function announce(dir: string, { uri, nonce }: Owner): Promise<void> {
  const draft = join(dir, `${ADDRESS_FILE}.${nonce}`);
  await writeFile(draft, uri, { mode: 0o600 });
  await rename(draft, join(dir, ADDRESS_FILE));
}

interface Open {
  readonly dir: string;
  readonly disk: Disk;
  readonly engine: Engine;
  readonly listener: Listener;
  readonly owner: Owner;
  readonly connections: ReadonlySet<Connection>;
}

async function closeAll(
  { dir, disk, listener, owner, connections }: Open,
  endSweeping: () => Promise<void>,
): Promise<void> {
  const closing = listener.close();
  await endSweeping();
  await Promise.all([...connections].map((connection) => connection.close()));
  await closing;
  await rm(join(dir, ADDRESS_FILE), { force: true });
  await releaseOwnership(disk, owner);
  await disk.close();
}

function running(open: Open): EmbeddedStore {
  const endSweeping = startSweeping(open.engine, SWEEP_EVERY_MS);
  let stopped: Promise<void> | undefined;
  return {
    uri: open.owner.uri,
    stop: () => (stopped ??= closeAll(open, endSweeping)),
  };
}

function newEngine(disk: Disk, clock: () => Date): Engine {
  const cursors = cursorTable(() => performance.now());
  return { disk, clock, cursors, catalog: readCatalog(disk), failuresSeen: 0 };
}

function welcoming(engine: Engine, connections: Set<Connection>): (socket: Socket) => void {
  return (socket) => {
    const connection = serveConnection(engine, socket);
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  };
}

async function serve({ dir, clock = () => new Date() }: StoreOptions, disk: Disk): Promise<Opened> {
  const nonce = randomBytes(6).toString('hex');
  const connections = new Set<Connection>();
  const engine = newEngine(disk, clock);
  const listener = await listenFor(dir, `${nonce}.sock`, welcoming(engine, connections));
  const owner = { nonce, uri: listener.uri, pid: process.pid };
  const other = await takeOwnership(disk, owner);
  if (other) {
    await listener.close();
    await disk.close();
    const why = `Another process (${String(other.pid)}) already serves ${dir}`;
    return { ok: false, problem: 'in-use', uri: other.uri, why };
  }
  engine.catalog = readCatalog(disk);
  await announce(dir, owner);
  return { ok: true, store: running({ dir, disk, engine, listener, owner, connections }) };
}

/**
 * Opens the store in a folder, which it makes if need be and keeps to its user alone (0700). One
 * process at a time can have it; a folder left behind by a killed process opens as if nothing had been.
 */
export async function openEmbeddedStore(options: StoreOptions): Promise<Opened> {
  const dir = resolve(options.dir);
  let disk: Disk | undefined;
  try {
    await privateFolder(dir);
    const path = join(dir, 'store.mdb');
    if (!(await isOpenable(path)))
      throw new Error(`${path} is damaged or no store; restore it from a copy or move it away`);
    disk = openDisk(path);
    return await serve({ ...options, dir }, disk);
  } catch (error) {
    await disk?.close();
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problem: 'cannot-open',
      why: `The data folder ${dir} cannot be opened: ${why}`,
    };
  }
}

/** The address of the store that is running on a folder, undefined where none is. */
export async function runningStoreUri(dir: string): Promise<string | undefined> {
  try {
    const uri = await readFile(join(dir, ADDRESS_FILE), 'utf8');
    return (await isListening(uri)) ? uri : undefined;
  } catch {
    return undefined;
  }
}
