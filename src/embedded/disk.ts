import { dirname } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { DiskFailure, diskFailure } from './disk-failure';

/** A stretch of keys from start (included) to end (excluded). */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

/** How keys of a range are read. */
export interface KeyReading {
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** Ordered bytes on disk. Puts and removals belong inside `write`. */
export interface Disk {
  get(key: Buffer): Buffer | undefined;
  keys(range: KeyRange, reading?: KeyReading): Buffer[];
  count(range: KeyRange): number;
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /**
   * Runs the work inside a transaction of its own and answers once it is on disk; works that come
   * together share one flush. The work throws before its first put or not at all.
   */
  write<T>(work: () => T): Promise<T>;
  /** How many transactions the disk has refused so far; known before the next one begins its work. */
  failures(): number;
  close(): Promise<void>;
}

type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, error };
  }
}

type Root = RootDatabase<Buffer, Buffer>;

function openRoot(path: string): Root {
  return open<Buffer, Buffer>({
    path,
    noSubdir: true,
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
    eventTurnBatching: false,
    cache: false,
  });
}

/** The event tells no number of the transaction where it was refused. */
function countFailures(root: Root): () => number {
  let failures = 0;
  root.on('aftercommit', ({ txnId }: { txnId?: number }) => {
    if (txnId === undefined) failures += 1;
  });
  return () => failures;
}

async function writeTo<T>(root: Root, folder: string, work: () => T): Promise<T> {
  const outcome = await root
    .transaction(() => attempt(work))
    .catch((error: unknown) => diskFailure(error, folder));
  if (outcome instanceof DiskFailure) throw outcome;
  if (!outcome.ok) throw outcome.error;
  return outcome.value;
}

function readKeys(
  root: Root,
  { start, end }: KeyRange,
  { reverse = false, limit }: KeyReading,
): Buffer[] {
  const range = reverse
    ? { start: end, end: start, exclusiveStart: true, inclusiveEnd: true }
    : { start, end };
  return [...root.getKeys({ ...range, reverse, ...(limit === undefined ? {} : { limit }) })];
}

/** Opens the file, or makes it; it grows as needed. */
export function openDisk(path: string): Disk {
  const root = openRoot(path);
  return {
    get: (key) => root.getBinary(key),
    keys: (range, reading = {}) => readKeys(root, range, reading),
    count: (range) => root.getKeysCount(range),
    put: (key, value) => void root.put(key, value),
    remove: (key) => void root.remove(key),
    write: (work) => writeTo(root, dirname(path), work),
    failures: countFailures(root),
    close: () => root.close(),
  };
}

/** The smallest key that is greater than every key beginning with a prefix. */
export function afterPrefix(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  const next = Buffer.from(prefix.subarray(0, length));
  if (length > 0) next[length - 1] = (next[length - 1] ?? 0) + 1;
  return length > 0 ? next : Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]);
}

/** Every key that begins with a prefix. */
export function prefixRange(prefix: Buffer): KeyRange {
  return { start: prefix, end: afterPrefix(prefix) };
}
