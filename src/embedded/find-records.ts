import { documentPrefix, type Collection } from './catalog';
import { prefixRange, type Disk, type KeyRange } from './disk';
import type { Matcher } from './match-document';
import type { Plan } from './query-plan';
import { readRecord, recordOf, type StoredRecord } from './records';

/** What a search looked at, for explain and for tests. */
export interface Examined {
  keys: number;
  docs: number;
}

const CHUNK = 100;

/** Reads keys in portions, so that no read of the disk stays open between them. */
export function* keysIn(disk: Disk, range: KeyRange, reverse = false): Generator<Buffer> {
  let { start, end } = range;
  for (;;) {
    const keys = disk.keys({ start, end }, { reverse, limit: CHUNK });
    yield* keys;
    const last = keys.at(-1);
    if (!last || keys.length < CHUNK) return;
    if (reverse) end = last;
    else start = Buffer.concat([last, Buffer.from([0])]);
  }
}

function* recordNumbers(
  disk: Disk,
  collection: Collection,
  plan: Plan,
  seen: Examined,
): Generator<number> {
  if (plan.kind === 'union') {
    for (const part of plan.plans) yield* recordNumbers(disk, collection, part, seen);
    return;
  }
  if (plan.kind === 'scan') {
    for (const key of keysIn(disk, prefixRange(documentPrefix(collection)))) yield recordOf(key);
    return;
  }
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges)
    for (const key of keysIn(disk, range, plan.reverse)) {
      seen.keys += 1;
      yield recordOf(key);
    }
}

function mayRepeat(plan: Plan): boolean {
  return plan.kind === 'union' || (plan.kind === 'index' && plan.index.multikey.includes(true));
}

/** Everything a search needs. */
export interface Search {
  readonly disk: Disk;
  readonly collection: Collection;
  readonly plan: Plan;
  readonly matches: Matcher;
}

/** Yields the documents of a plan that match, one at a time; what is deleted meanwhile is passed over. */
export function* findRecords(
  search: Search,
  seen: Examined = { keys: 0, docs: 0 },
): Generator<StoredRecord | undefined> {
  const { disk, collection, plan, matches } = search;
  const known = mayRepeat(plan) ? new Set<number>() : undefined;
  for (const record of recordNumbers(disk, collection, plan, seen)) {
    if (known?.has(record)) continue;
    known?.add(record);
    const stored = readRecord(disk, collection, record);
    seen.docs += 1;
    yield stored && matches(stored.doc) ? stored : undefined;
  }
}

/** The first document of a search. */
export function findFirst(search: Search): StoredRecord | undefined {
  for (const stored of findRecords(search)) if (stored) return stored;
  return undefined;
}
