import { Int32 } from 'bson';
import { decode, encode, plain, type Doc } from './bson-value';
import {
  documentPrefix,
  indexPrefix,
  saveCollection,
  type Collection,
  type Index,
} from './catalog';
import { prefixRange, type Disk } from './disk';
import { duplicateKey } from './duplicate-key';
import { encodeIndexKey } from './index-key';
import { refuse } from './mongo-error';
import { indexRows, MISSING, valuesAt } from './path-values';

/** Largest document MongoDB stores, in bytes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** A stored document with the number under which it lies. */
export interface StoredRecord {
  readonly record: number;
  readonly bytes: Buffer;
  readonly doc: Doc;
}

interface Entry {
  readonly key: Buffer;
  readonly values: readonly unknown[];
}

interface Entries {
  readonly index: Index;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly arrays: readonly boolean[];
  readonly lossy: boolean;
}

/** Writes a record number so that it sorts. */
export function recordBytes(record: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(record, 0, 6);
  return bytes;
}

/** The record number at the end of a key. */
export function recordOf(key: Buffer): number {
  return key.readUIntBE(key.length - 6, 6);
}

/** The key of a document. */
export function documentKey(collection: Collection, record: number): Buffer {
  return Buffer.concat([documentPrefix(collection), recordBytes(record)]);
}

/** Reads one document, undefined where it is gone. */
export function readRecord(
  disk: Disk,
  collection: Collection,
  record: number,
): StoredRecord | undefined {
  const bytes = disk.get(documentKey(collection, record));
  return bytes && { record, bytes, doc: decode(bytes) };
}

function belongs(index: Index, doc: Doc): boolean {
  if (!index.admits(doc)) return false;
  return (
    !index.sparse ||
    index.fields.some(({ path }) => valuesAt(doc, path).some((value) => value !== MISSING))
  );
}

function entriesOf(index: Index, doc: Doc): Entries {
  if (!belongs(index, doc)) return { index, entries: new Map(), arrays: [], lossy: false };
  const prefix = indexPrefix(index);
  const directions = index.fields.map(({ direction }) => direction);
  const { rows, arrays } = indexRows(
    doc,
    index.fields.map(({ path }) => path),
  );
  const keys = rows.map((values) => ({ values, ...encodeIndexKey(values, directions) }));
  const entries = new Map(
    keys.map(({ values, bytes }) => [
      bytes.toString('latin1'),
      { values, key: Buffer.concat([prefix, bytes]) },
    ]),
  );
  return { index, entries, arrays, lossy: keys.some(({ lossy }) => lossy) };
}

/** The record that already has a key of a unique index, if any other than the given one. */
function holderOf(disk: Disk, key: Buffer, self: number): number | undefined {
  const holders = disk.keys(prefixRange(key)).filter((found) => found.length === key.length + 6);
  return holders.map(recordOf).find((record) => record !== self);
}

function refuseDuplicates(
  disk: Disk,
  collection: Collection,
  all: readonly Entries[],
  self: number,
): void {
  for (const { index, entries } of all) {
    if (!index.unique) continue;
    for (const { key, values } of entries.values())
      if (holderOf(disk, key, self) !== undefined) refuseDuplicate(collection, index, values);
  }
}

/** Remembers what an index has seen; true where that is news. */
function noteShape(index: Index, arrays: readonly boolean[], lossy: boolean): boolean {
  const isNew = (lossy && !index.lossy) || arrays.some((array, at) => array && !index.multikey[at]);
  index.multikey = index.multikey.map((known, at) => known || arrays[at] === true);
  index.lossy ||= lossy;
  return isNew;
}

function noteShapes(disk: Disk, collection: Collection, all: readonly Entries[]): void {
  const news = all.filter(({ index, arrays, lossy }) => noteShape(index, arrays, lossy));
  if (news.length > 0) saveCollection(disk, collection);
}

const NO_VALUE = Buffer.from([1]);

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    refuse(
      10334,
      `BSONObj size: ${String(bytes.length)} is invalid. Size must be between 0 and ${String(MAX_DOCUMENT_BYTES)}`,
    );
}

/** Stores a new document and its index entries; inside a write. */
export function insertRecord(disk: Disk, collection: Collection, doc: Doc): StoredRecord {
  const bytes = encode(doc);
  checkSize(bytes);
  const record = collection.nextRecord;
  const all = collection.indexes.map((index) => entriesOf(index, doc));
  refuseDuplicates(disk, collection, all, record);
  collection.nextRecord += 1;
  noteShapes(disk, collection, all);
  disk.put(documentKey(collection, record), bytes);
  for (const { entries } of all)
    for (const { key } of entries.values())
      disk.put(Buffer.concat([key, recordBytes(record)]), NO_VALUE);
  return { record, bytes, doc };
}

/** What brings the same key to an index; of anything but common scalars it is not said. */
function isSameKey(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (before instanceof Date) return after instanceof Date && before.getTime() === after.getTime();
  return before instanceof Int32 && after instanceof Int32 && before.value === after.value;
}

/** Whether a change of a document may move its entries in an index. */
function isTouched({ fields, partial }: Index, before: Doc, after: Doc): boolean {
  if (partial) return true;
  return fields.some(({ path }) => {
    const [top = path] = path.split('.');
    return !isSameKey(before[top], after[top]);
  });
}

/** Replaces a stored document, given as BSON too, and moves the index entries that differ; inside a write. */
export function replaceRecord(
  disk: Disk,
  collection: Collection,
  before: StoredRecord,
  { doc, bytes }: Pick<StoredRecord, 'doc' | 'bytes'>,
): StoredRecord {
  checkSize(bytes);
  const { record } = before;
  const touched = collection.indexes.filter((index) => isTouched(index, before.doc, doc));
  const all = touched.map((index) => entriesOf(index, doc));
  refuseDuplicates(disk, collection, all, record);
  noteShapes(disk, collection, all);
  disk.put(documentKey(collection, record), bytes);
  for (const { index, entries } of all) {
    const old = entriesOf(index, before.doc).entries;
    for (const [name, { key }] of old)
      if (!entries.has(name)) disk.remove(Buffer.concat([key, recordBytes(record)]));
    for (const [name, { key }] of entries)
      if (!old.has(name)) disk.put(Buffer.concat([key, recordBytes(record)]), NO_VALUE);
  }
  return { record, bytes, doc };
}

/** Removes a stored document and its index entries; inside a write. */
export function removeRecord(
  disk: Disk,
  collection: Collection,
  { record, doc }: StoredRecord,
): void {
  disk.remove(documentKey(collection, record));
  for (const index of collection.indexes)
    for (const { key } of entriesOf(index, doc).entries.values())
      disk.remove(Buffer.concat([key, recordBytes(record)]));
}

/** The keys a document brings to an index, each with the values it was made from. */
export function keysFor(index: Index, doc: Doc): Map<string, readonly unknown[]> {
  const { entries } = entriesOf(index, doc);
  return new Map([...entries].map(([name, { values }]) => [name, values] as const));
}

/** Refuses a second document with a key of a unique index (11000). */
export function refuseDuplicate(
  collection: Collection,
  index: Index,
  values: readonly unknown[],
): never {
  throw duplicateKey(collection, index, values.map(plain));
}

/** Adds a document to an index that is being built; inside a write. */
export function addToIndex(disk: Disk, index: Index, stored: StoredRecord): void {
  const { entries, arrays, lossy } = entriesOf(index, stored.doc);
  noteShape(index, arrays, lossy);
  for (const { key } of entries.values())
    disk.put(Buffer.concat([key, recordBytes(stored.record)]), NO_VALUE);
}
