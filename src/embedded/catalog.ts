import { UUID } from 'bson';
import { decodePlain, encode, isDoc, type Doc } from './bson-value';
import { prefixRange, type Disk } from './disk';
import { compileFilter, type Matcher } from './match-document';
import { refuse } from './mongo-error';

/** One field of an index: a dotted path and 1 or -1. */
export interface IndexField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** An index as the store keeps it. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | undefined;
  readonly partial: Doc | undefined;
  readonly admits: Matcher;
  /** Which fields have ever held an array, and whether a key was ever too long to keep its order. */
  multikey: boolean[];
  lossy: boolean;
}

/** A collection as the store keeps it. */
export interface Collection {
  readonly db: string;
  readonly name: string;
  readonly ns: string;
  readonly id: number;
  readonly uuid: UUID;
  readonly indexes: Index[];
  nextRecord: number;
}

/** What the store knows of its databases; changes are written to disk by the one who makes them. */
export interface Catalog {
  readonly collections: Map<string, Collection>;
  nextId: number;
}

const CATALOG = Buffer.from('c');
const META = Buffer.from('m');

/** The key under which documents of a collection begin. */
export function documentPrefix(collection: Collection): Buffer {
  const prefix = Buffer.from('d0000');
  prefix.writeUInt32BE(collection.id, 1);
  return prefix;
}

/** The key under which entries of an index begin. */
export function indexPrefix(index: Index): Buffer {
  const prefix = Buffer.from('i0000');
  prefix.writeUInt32BE(index.id, 1);
  return prefix;
}

/** Where everything of a collection begins: its documents and the entries of its indexes. */
export function collectionPrefixes(collection: Collection): Buffer[] {
  return [documentPrefix(collection), ...collection.indexes.map(indexPrefix)];
}

const NOTHING = { now: new Date(0), variables: {} };

/** Makes an index from its stored form. */
export function indexOf(stored: Doc): Index {
  const { fields, multikey, name, id, expireAfterSeconds, partial } = stored;
  const filter = isDoc(partial) ? partial : undefined;
  return {
    id: Number(id),
    name: String(name),
    fields: fields as IndexField[],
    unique: stored['unique'] === true,
    sparse: stored['sparse'] === true,
    expireAfterSeconds: typeof expireAfterSeconds === 'number' ? expireAfterSeconds : undefined,
    partial: filter,
    admits: filter ? compileFilter(filter, NOTHING) : () => true,
    multikey: (multikey as boolean[] | undefined) ?? (fields as IndexField[]).map(() => false),
    lossy: stored['lossy'] === true,
  };
}

function storedCollection({ db, name, id, uuid, indexes }: Collection): Doc {
  return { db, name, id, uuid, indexes: indexes.map(({ admits: _admits, ...index }) => index) };
}

/** Writes what is known of a collection; inside a write. */
export function saveCollection(disk: Disk, collection: Collection): void {
  const key = Buffer.concat([CATALOG, Buffer.from(collection.ns)]);
  disk.put(key, encode(storedCollection(collection)));
}

/** Writes the next free number of collections and indexes; inside a write. */
export function saveCounter(disk: Disk, { nextId }: Catalog): void {
  disk.put(META, encode({ nextId }));
}

function nextRecordOf(disk: Disk, prefix: Buffer): number {
  const [last] = disk.keys(prefixRange(prefix), { reverse: true, limit: 1 });
  return last ? last.readUIntBE(prefix.length, 6) + 1 : 1;
}

function readCollection(disk: Disk, key: Buffer): Collection {
  const stored = decodePlain(disk.get(key) ?? encode({}));
  const [db, name] = [String(stored['db']), String(stored['name'])];
  const indexes = (stored['indexes'] as Doc[]).map(indexOf);
  const collection: Collection = {
    db,
    name,
    ns: `${db}.${name}`,
    id: Number(stored['id']),
    uuid: stored['uuid'] as UUID,
    indexes,
    nextRecord: 1,
  };
  collection.nextRecord = nextRecordOf(disk, documentPrefix(collection));
  return collection;
}

/** Reads the catalog from disk. */
export function readCatalog(disk: Disk): Catalog {
  const collections = disk.keys(prefixRange(CATALOG)).map((key) => readCollection(disk, key));
  const meta = disk.get(META);
  const nextId = meta ? Number(decodePlain(meta)['nextId']) : 1;
  return { collections: new Map(collections.map((found) => [found.ns, found])), nextId };
}

function checkName(db: string, name: string): void {
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.'))
    refuse(73, `Invalid collection name: ${name}`);
  if (db === '' || /[/\\. "$*<>:|?\0]/.test(db)) refuse(73, `Invalid database name: ${db}`);
  if (Buffer.byteLength(`${db}.${name}`) > 255) refuse(73, 'Fully qualified namespace is too long');
}

/** Makes a collection with its `_id_` index; inside a write. */
export function createCollection(
  disk: Disk,
  catalog: Catalog,
  db: string,
  name: string,
): Collection {
  checkName(db, name);
  const [id, indexId] = [catalog.nextId, catalog.nextId + 1];
  const idIndex = indexOf({
    id: indexId,
    name: '_id_',
    fields: [{ path: '_id', direction: 1 }],
    unique: true,
  });
  const collection: Collection = {
    db,
    name,
    ns: `${db}.${name}`,
    id,
    uuid: new UUID(),
    indexes: [idIndex],
    nextRecord: 1,
  };
  catalog.nextId += 2;
  saveCounter(disk, catalog);
  saveCollection(disk, collection);
  catalog.collections.set(collection.ns, collection);
  return collection;
}

/** Forgets a collection; inside a write. Its documents are removed by the caller. */
export function forgetCollection(disk: Disk, catalog: Catalog, collection: Collection): void {
  disk.remove(Buffer.concat([CATALOG, Buffer.from(collection.ns)]));
  catalog.collections.delete(collection.ns);
}
