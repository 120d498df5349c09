import { isDoc, isNumeric, isTruthy, plainDoc, toNumber, encode, type Doc } from './bson-value';
import {
  collectionPrefixes,
  documentPrefix,
  indexOf,
  saveCollection,
  saveCounter,
  forgetCollection,
  type Collection,
  type Index,
} from './catalog';
import {
  countField,
  docField,
  docList,
  flag,
  refuseCollation,
  scopeOf,
  targetCollection,
  targetOf,
  type Call,
  type Command,
} from './command';
import { cursorReply } from './cursor-reply';
import { prefixRange } from './disk';
import { ensureCollection, write, type Engine } from './engine';
import { buildIndex, dropIndex } from './index-build';
import { describeIndex, readIndexSpec } from './index-spec';
import { compileFilter } from './match-document';
import { refuse } from './mongo-error';

async function listReply(call: Call, ns: string, docs: readonly Doc[]): Promise<Buffer> {
  const size = countField(docField(call.body, 'cursor'), 'batchSize', 101);
  const source = docs.map((doc) => encode(doc))[Symbol.iterator]();
  return cursorReply(ns, 'firstBatch', await call.engine.cursors.open(ns, source, size, false));
}

function missing(call: Call): never {
  return refuse(26, `ns does not exist: ${call.db}.${targetOf(call)}`);
}

const create: Command = async (call) => {
  refuseCollation(call.body);
  for (const option of [
    'capped',
    'timeseries',
    'viewOn',
    'validator',
    'clusteredIndex',
    'encryptedFields',
  ])
    if (isTruthy(call.body[option]))
      refuse(72, `This store does not support the option '${option}' of collections`);
  await write(call.engine, () => {
    if (targetCollection(call))
      refuse(48, `Collection ${call.db}.${targetOf(call)} already exists.`);
    ensureCollection(call.engine, call.db, targetOf(call));
  });
  return { ok: 1 };
};

function dropNow(engine: Engine, collection: Collection): void {
  for (const prefix of collectionPrefixes(collection))
    for (const key of engine.disk.keys(prefixRange(prefix))) engine.disk.remove(key);
  forgetCollection(engine.disk, engine.catalog, collection);
}

const drop: Command = async (call) => {
  const found = await write(call.engine, () => {
    const collection = targetCollection(call);
    if (collection) dropNow(call.engine, collection);
    return collection;
  });
  if (!found) return { ok: 1 };
  return { nIndexesWas: found.indexes.length, ns: found.ns, ok: 1 };
};

function collectionsOf({ engine }: Call, db: string): Collection[] {
  return [...engine.catalog.collections.values()].filter((collection) => collection.db === db);
}

const dropDatabase: Command = async (call) => {
  await write(call.engine, () => {
    for (const collection of collectionsOf(call, call.db)) dropNow(call.engine, collection);
  });
  return { dropped: call.db, ok: 1 };
};

const listCollections: Command = (call) => {
  const matches = compileFilter(docField(call.body, 'filter'), scopeOf(call));
  const docs = collectionsOf(call, call.db).map((collection) => ({
    name: collection.name,
    type: 'collection',
    ...(flag(call.body, 'nameOnly')
      ? {}
      : {
          options: {},
          info: { readOnly: false, uuid: collection.uuid },
          idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
        }),
  }));
  return listReply(call, `${call.db}.$cmd.listCollections`, docs.filter(matches));
};

const listDatabases: Command = (call) => {
  const names = new Set([...call.engine.catalog.collections.values()].map(({ db }) => db));
  const matches = compileFilter(docField(call.body, 'filter'), scopeOf(call));
  const databases = [...names].sort().map((name) => ({ name, sizeOnDisk: 0, empty: false }));
  return { databases: databases.filter(matches), totalSize: 0, ok: 1 };
};

function clash(present: Index, wanted: Index): void {
  const [a, b] = [describeIndex(present), describeIndex(wanted)];
  const sameOptions = encode(a).equals(encode(b));
  if (sameOptions) return;
  const isSameKey = JSON.stringify(present.fields) === JSON.stringify(wanted.fields);
  if (present.name === wanted.name)
    refuse(
      86,
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(b)}, existing index: ${JSON.stringify(a)}`,
    );
  if (isSameKey && encode({ ...a, name: '' }).equals(encode({ ...b, name: '' })))
    refuse(85, `Index already exists with a different name: ${present.name}`);
  if (isSameKey)
    refuse(
      85,
      `An equivalent index already exists with a different name and options. Requested index: ${JSON.stringify(b)}, existing index: ${JSON.stringify(a)}`,
    );
}

/** The index of a specification, undefined where the collection has it already. */
function newIndex(engine: Engine, collection: Collection, spec: Doc): Index | undefined {
  const wanted = indexOf({ ...readIndexSpec(spec), id: engine.catalog.nextId });
  if (wanted.fields.length === 1 && wanted.fields[0]?.path === '_id') return undefined;
  for (const present of collection.indexes) clash(present, wanted);
  return collection.indexes.some(({ name }) => name === wanted.name) ? undefined : wanted;
}

function addIndex(engine: Engine, collection: Collection, spec: Doc): void {
  const wanted = newIndex(engine, collection, spec);
  if (!wanted) return;
  buildIndex(engine.disk, collection, wanted);
  engine.catalog.nextId += 1;
  saveCounter(engine.disk, engine.catalog);
  collection.indexes.push(wanted);
  saveCollection(engine.disk, collection);
}

/** The specifications that are new, by transaction: one for all while there are no documents to read. */
function portionsOf(call: Call, specs: readonly Doc[]): (readonly Doc[])[] {
  const collection = targetCollection(call);
  if (!collection) return [specs];
  const fresh = specs.filter((spec) => newIndex(call.engine, collection, spec));
  if (fresh.length === 0) return [];
  const isEmpty = call.engine.disk.count(prefixRange(documentPrefix(collection))) === 0;
  return isEmpty ? [fresh] : fresh.map((spec) => [spec]);
}

const createIndexes: Command = async (call) => {
  const specs = docList(call.body, 'indexes').map(plainDoc);
  if (specs.length === 0) return refuse(2, 'Must specify at least one index to create');
  specs.forEach(readIndexSpec);
  const createdCollectionAutomatically = !targetCollection(call);
  const numIndexesBefore = targetCollection(call)?.indexes.length ?? 1;
  for (const portion of portionsOf(call, specs))
    await write(call.engine, () => {
      const collection = ensureCollection(call.engine, call.db, targetOf(call));
      for (const spec of portion) addIndex(call.engine, collection, spec);
    });
  const numIndexesAfter = targetCollection(call)?.indexes.length ?? 0;
  const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
};

const listIndexes: Command = (call) => {
  const collection = targetCollection(call) ?? missing(call);
  return listReply(call, collection.ns, collection.indexes.map(describeIndex));
};

function isNamed(wanted: unknown, { name, fields }: Index): boolean {
  if (!isDoc(wanted)) return wanted === name;
  const key = Object.entries(wanted).map(([path, value]) => ({
    path,
    direction: isNumeric(value) ? toNumber(value) : value,
  }));
  return JSON.stringify(key) === JSON.stringify(fields);
}

function chosenIndexes(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return collection.indexes.slice(1);
  const names: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((name) => {
    const index = collection.indexes.find((present) => isNamed(name, present));
    if (!index)
      return refuse(
        27,
        isDoc(name)
          ? `can't find index with key: ${JSON.stringify(plainDoc(name))}`
          : `index not found with name [${String(name)}]`,
      );
    return index.name === '_id_' ? refuse(72, 'cannot drop _id index') : index;
  });
}

const dropIndexes: Command = async (call) => {
  const nIndexesWas = await write(call.engine, () => {
    const collection = targetCollection(call) ?? missing(call);
    const before = collection.indexes.length;
    for (const index of chosenIndexes(collection, call.body['index']))
      dropIndex(call.engine.disk, collection, index);
    saveCollection(call.engine.disk, collection);
    return before;
  });
  return { nIndexesWas, ok: 1 };
};

/** The commands that make, drop and list collections and indexes. */
export const CATALOG_COMMANDS: Readonly<Record<string, Command>> = {
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  createIndexes,
  listIndexes,
  dropIndexes,
};
