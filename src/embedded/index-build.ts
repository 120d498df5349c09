import { documentPrefix, indexPrefix, type Collection, type Index } from './catalog';
import { prefixRange, type Disk } from './disk';
import { keysIn } from './find-records';
import {
  addToIndex,
  keysFor,
  readRecord,
  recordOf,
  refuseDuplicate,
  type StoredRecord,
} from './records';

function* everyRecord(disk: Disk, collection: Collection): Generator<StoredRecord> {
  for (const key of keysIn(disk, prefixRange(documentPrefix(collection)))) {
    const stored = readRecord(disk, collection, recordOf(key));
    if (stored) yield stored;
  }
}

function checkUnique(disk: Disk, collection: Collection, index: Index): void {
  const seen = new Set<string>();
  for (const { doc } of everyRecord(disk, collection))
    for (const [name, values] of keysFor(index, doc)) {
      if (seen.has(name)) refuseDuplicate(collection, index, values);
      seen.add(name);
    }
}

/** Fills a new index from the documents there are; inside a write. Nothing is written if two share a unique key. */
export function buildIndex(disk: Disk, collection: Collection, index: Index): void {
  if (index.unique) checkUnique(disk, collection, index);
  for (const stored of everyRecord(disk, collection)) keysFor(index, stored.doc);
  for (const stored of everyRecord(disk, collection)) addToIndex(disk, index, stored);
}

/** Removes an index and its entries; inside a write. */
export function dropIndex(disk: Disk, collection: Collection, index: Index): void {
  for (const key of disk.keys(prefixRange(indexPrefix(index)))) disk.remove(key);
  collection.indexes.splice(collection.indexes.indexOf(index), 1);
}
