import type { Collection, Index } from './catalog';
import { indexPrefix } from './catalog';
import { collectionOf, write, type Engine } from './engine';
import { findRecords } from './find-records';
import { inverted, encodeValue } from './index-key';
import { afterPrefix, type KeyRange } from './disk';
import type { Matcher } from './match-document';
import { valuesAt } from './path-values';
import { readRecord, removeRecord } from './records';

const PORTION = 100;
const DATE_RANK = Buffer.from([11]);

function expiredRange(index: Index, before: Date): KeyRange {
  const prefix = indexPrefix(index);
  const after = afterPrefix(encodeValue(before).bytes);
  if (index.fields[0]?.direction !== -1)
    return { start: Buffer.concat([prefix, DATE_RANK]), end: Buffer.concat([prefix, after]) };
  return {
    start: Buffer.concat([prefix, afterPrefix(inverted(after))]),
    end: Buffer.concat([prefix, afterPrefix(inverted(DATE_RANK))]),
  };
}

function isExpired(value: unknown, before: Date): boolean {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.some((one) => one instanceof Date && one.getTime() <= before.getTime());
}

interface Expiry {
  readonly range: KeyRange;
  readonly matches: Matcher;
}

function expiryOf(engine: Engine, index: Index, seconds: number): Expiry {
  const before = new Date(engine.clock().getTime() - seconds * 1000);
  const path = index.fields[0]?.path ?? '';
  return {
    range: expiredRange(index, before),
    matches: (doc) =>
      index.admits(doc) && valuesAt(doc, path).some((value) => isExpired(value, before)),
  };
}

function expiredRecords(
  engine: Engine,
  collection: Collection,
  index: Index,
  { range, matches }: Expiry,
): number[] {
  const plan = { kind: 'index', index, ranges: [range], reverse: false, sorts: false } as const;
  const found: number[] = [];
  for (const stored of findRecords({ disk: engine.disk, collection, plan, matches })) {
    if (stored) found.push(stored.record);
    if (found.length >= PORTION) break;
  }
  return found;
}

async function removeExpired(
  engine: Engine,
  collection: Collection,
  index: Index,
  seconds: number,
): Promise<number> {
  const expiry = expiryOf(engine, index, seconds);
  const found = expiredRecords(engine, collection, index, expiry);
  if (found.length === 0) return 0;
  return write(engine, () => {
    if (collectionOf(engine, collection.db, collection.name) !== collection) return 0;
    for (const record of found) {
      const stored = readRecord(engine.disk, collection, record);
      if (stored && expiry.matches(stored.doc)) removeRecord(engine.disk, collection, stored);
    }
    return found.length;
  });
}

/** Removes every document whose time is over; it is looked at again inside the write, so that one renewed meanwhile stays. */
export async function sweepExpired(engine: Engine): Promise<void> {
  for (const collection of [...engine.catalog.collections.values()])
    for (const index of [...collection.indexes]) {
      const seconds = index.expireAfterSeconds;
      while (
        seconds !== undefined &&
        (await removeExpired(engine, collection, index, seconds)) === PORTION
      );
    }
}

/** Sweeps at a steady pace; what the disk refuses is tried again at the next turn. */
export function startSweeping(engine: Engine, everyMs: number): () => Promise<void> {
  let running: Promise<void> | undefined;
  const sweep = async (): Promise<void> => {
    await sweepExpired(engine).catch(() => undefined);
    running = undefined;
  };
  const timer = setInterval(() => void (running ??= sweep()), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
