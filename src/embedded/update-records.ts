import { decode, encode, type Doc } from './bson-value';
import type { Collection } from './catalog';
import { idFirst, withId } from './document-id';
import { collectionOf, ensureCollection, write, type Engine } from './engine';
import type { Scope } from './expression';
import { findRecords } from './find-records';
import { compileFilter, type Matcher } from './match-document';
import { refuse } from './mongo-error';
import { pacer } from './pause';
import { planFor } from './query-plan';
import { readRecords, readingOf } from './read-source';
import { insertRecord, readRecord, replaceRecord, type StoredRecord } from './records';
import type { SortField } from './sort-documents';
import { compileUpdate, isReplacement, refuseNewId, type Updater } from './update-document';
import { upsertBase } from './upsert-base';

/** The collection a write is for. */
export interface Target {
  readonly engine: Engine;
  readonly db: string;
  readonly name: string;
}

/** One update with everything it needs. */
export interface UpdateStatement {
  readonly filter: Doc;
  readonly update: unknown;
  readonly arrayFilters: readonly Doc[];
  readonly upsert: boolean;
  readonly sort: readonly SortField[];
  readonly scope: Scope;
}

/** What an update did. */
export interface Written {
  readonly matched: number;
  readonly modified: number;
  readonly upserted?: { readonly id: unknown };
  readonly before?: Doc;
  readonly after?: Doc;
}

/** Finds the first document of a filter in the given order; inside a write or out of it. */
export function firstRecord(
  target: Target,
  filter: Doc,
  sort: readonly SortField[],
  scope: Scope,
): StoredRecord | undefined {
  const collection = collectionOf(target.engine, target.db, target.name);
  const reading = { ...readingOf(filter, scope), sort, limit: 1 };
  const found = collection ? readRecords(target.engine.disk, collection, reading) : [];
  for (const stored of found) if (stored) return stored;
  return undefined;
}

function applyTo(
  target: Target,
  collection: Collection,
  stored: StoredRecord,
  updater: Updater,
): Written {
  const after = updater(decode(stored.bytes), false);
  refuseNewId(stored.doc, after);
  const next = idFirst(after);
  const bytes = encode(next);
  if (bytes.equals(stored.bytes))
    return { matched: 1, modified: 0, before: stored.doc, after: stored.doc };
  replaceRecord(target.engine.disk, collection, stored, { doc: next, bytes });
  return { matched: 1, modified: 1, before: stored.doc, after: next };
}

function insertUpsert(
  target: Target,
  { filter, update }: UpdateStatement,
  updater: Updater,
): Written {
  const base = upsertBase(filter, isReplacement(update));
  const doc = idFirst(withId(updater(base, true)));
  if (base['_id'] !== undefined) refuseNewId(base, doc);
  const collection = ensureCollection(target.engine, target.db, target.name);
  insertRecord(target.engine.disk, collection, doc);
  return { matched: 0, modified: 0, upserted: { id: doc['_id'] }, after: doc };
}

/** Updates the first document of a filter, or inserts one; inside a write, so that nothing comes between. */
export function updateOne(target: Target, statement: UpdateStatement): Written {
  const { filter, sort, scope, upsert } = statement;
  const updater = compileUpdate(statement, scope);
  compileFilter(filter, scope);
  const collection = collectionOf(target.engine, target.db, target.name);
  const stored = firstRecord(target, filter, sort, scope);
  if (collection && stored) return applyTo(target, collection, stored, updater);
  return upsert ? insertUpsert(target, statement, updater) : { matched: 0, modified: 0 };
}

const PORTION = 100;

/** Reads again, inside a write, the documents of a portion that still match. */
export type Portion = (collection: Collection) => StoredRecord[];

async function recordsOf(target: Target, filter: Doc, matches: Matcher): Promise<number[]> {
  const { engine, db, name } = target;
  const collection = collectionOf(engine, db, name);
  if (!collection) return [];
  const plan = planFor(collection, filter);
  const [records, pace]: [number[], ReturnType<typeof pacer>] = [[], pacer()];
  for (const stored of findRecords({ disk: engine.disk, collection, plan, matches })) {
    if (stored) records.push(stored.record);
    await pace();
  }
  return records;
}

/**
 * Finds all documents of a filter first and then gives them in portions, so that a write never meets
 * its own results; each portion is read anew inside its write.
 */
export async function* matchingRecords(
  target: Target,
  filter: Doc,
  scope: Scope,
): AsyncGenerator<Portion> {
  const matches = compileFilter(filter, scope);
  const records = await recordsOf(target, filter, matches);
  for (let from = 0; from < records.length; from += PORTION) {
    const portion = records.slice(from, from + PORTION);
    yield (collection) =>
      portion.flatMap((record) => {
        const stored = readRecord(target.engine.disk, collection, record);
        return stored && matches(stored.doc) ? [stored] : [];
      });
  }
}

/** Updates every document of a filter, a hundred to a transaction; each document as a whole. */
export async function updateMany(target: Target, statement: UpdateStatement): Promise<Written> {
  const { filter, scope, update, upsert } = statement;
  if (isReplacement(update))
    return refuse(9, 'multi update is not supported for replacement-style update');
  const updater = compileUpdate(statement, scope);
  let [matched, modified] = [0, 0];
  for await (const portion of matchingRecords(target, filter, scope))
    await write(target.engine, () => {
      const collection = collectionOf(target.engine, target.db, target.name);
      for (const stored of collection ? portion(collection) : []) {
        if (!collection) return;
        const written = applyTo(target, collection, stored, updater);
        matched += written.matched;
        modified += written.modified;
      }
    });
  if (matched > 0 || !upsert) return { matched, modified };
  return write(target.engine, () => updateOne(target, statement));
}
