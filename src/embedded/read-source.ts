import { encode, type Doc } from './bson-value';
import type { Collection } from './catalog';
import type { Disk } from './disk';
import type { Scope } from './expression';
import { findRecords, type Examined } from './find-records';
import { compileFilter } from './match-document';
import { compileProjection } from './project-document';
import { planFor, type Plan } from './query-plan';
import type { StoredRecord } from './records';
import { compareSortValues, sortValues, type SortField } from './sort-documents';

/** What a reading asks for: which documents, in which order, how many, and in what shape. */
export interface Reading {
  readonly filter: Doc;
  readonly sort: readonly SortField[];
  readonly skip: number;
  readonly limit: number;
  readonly projection: Doc;
  readonly scope: Scope;
}

/** Finds nothing out of the ordinary: everything, as stored. */
export function readingOf(filter: Doc, scope: Scope): Reading {
  return { filter, sort: [], skip: 0, limit: 0, projection: {}, scope };
}

type Found = StoredRecord | undefined;

interface Sortable {
  readonly stored: StoredRecord;
  readonly values: readonly unknown[];
}

function* sorted(
  found: Iterable<Found>,
  fields: readonly SortField[],
  most: number,
): Generator<Found> {
  let kept: Sortable[] = [];
  const order = (a: Sortable, b: Sortable): number => compareSortValues(a.values, b.values, fields);
  for (const stored of found) {
    if (stored) kept.push({ stored, values: sortValues(stored.doc, fields) });
    if (kept.length > 2 * most + 1000) kept = kept.sort(order).slice(0, most);
    yield undefined;
  }
  for (const { stored } of kept.sort(order).slice(0, most)) yield stored;
}

function* window(found: Iterable<Found>, skip: number, limit: number): Generator<Found> {
  let [passed, given] = [0, 0];
  for (const stored of found) {
    if (!stored || passed < skip) {
      if (stored) passed += 1;
      yield undefined;
      continue;
    }
    yield stored;
    given += 1;
    if (limit > 0 && given >= limit) return;
  }
}

/** The plan of a reading. */
export function planOf(collection: Collection, { filter, sort, limit }: Reading): Plan {
  return planFor(collection, filter, sort, limit > 0);
}

/** Yields the stored documents of a reading, in order; undefined for each one passed over. */
export function readRecords(
  disk: Disk,
  collection: Collection,
  reading: Reading,
  seen?: Examined,
): Generator<Found> {
  const { filter, sort, skip, limit, scope } = reading;
  const plan = planOf(collection, reading);
  const search = { disk, collection, plan, matches: compileFilter(filter, scope) };
  const found = findRecords(search, seen);
  const isSorted = sort.length === 0 || (plan.kind === 'index' && plan.sorts);
  const most = limit > 0 ? skip + limit : Infinity;
  return window(isSorted ? found : sorted(found, sort, most), skip, limit);
}

/** Yields the documents of a reading as BSON in the shape asked for. */
export function readDocuments(
  disk: Disk,
  collection: Collection | undefined,
  reading: Reading,
): Generator<Buffer | undefined> {
  const { projection, scope, filter } = reading;
  const shape =
    Object.keys(projection).length > 0 ? compileProjection(projection, scope, filter) : undefined;
  compileFilter(filter, scope);
  return shaped(collection ? readRecords(disk, collection, reading) : [], shape);
}

function* shaped(
  found: Iterable<Found>,
  shape: ((doc: Doc) => Doc) | undefined,
): Generator<Buffer | undefined> {
  for (const stored of found) yield stored && shape ? encode(shape(stored.doc)) : stored?.bytes;
}
