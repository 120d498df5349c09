import { BSONRegExp } from 'bson';
import { toNumber, type Doc } from './bson-value';
import {
  countField,
  docField,
  flag,
  refuseCollation,
  scopeOf,
  targetCollection,
  targetOf,
  type Call,
  type Command,
} from './command';
import { cursorReply } from './cursor-reply';
import { documentPrefix } from './catalog';
import { prefixRange } from './disk';
import { encodeValue } from './index-key';
import { compileFilter } from './match-document';
import { refuse } from './mongo-error';
import { MISSING, valuesAt } from './path-values';
import { pacer } from './pause';
import { readDocuments, readingOf, readRecords, type Reading } from './read-source';
import { sortFields } from './sort-documents';

/** How many documents a first batch holds unless the client says otherwise. */
export const FIRST_BATCH = 101;

/** Reads what a find command asks for. */
export function findReading(call: Call): Reading {
  const { body } = call;
  refuseCollation(body);
  if (flag(body, 'tailable'))
    refuse(2, 'error processing query: tailable cursor requested on non capped collection');
  const limit = Math.abs(toNumber(body['limit']) ?? 0);
  return {
    filter: docField(body, 'filter'),
    sort: sortFields(body['sort']),
    skip: countField(body, 'skip', 0),
    limit,
    projection: docField(body, 'projection'),
    scope: scopeOf(call),
  };
}

const find: Command = async (call) => {
  const { engine, body, db } = call;
  const ns = `${db}.${targetOf(call)}`;
  const source = readDocuments(engine.disk, targetCollection(call), findReading(call));
  const size = countField(body, 'batchSize', FIRST_BATCH);
  const single = flag(body, 'singleBatch') || (toNumber(body['limit']) ?? 0) < 0;
  return cursorReply(ns, 'firstBatch', await engine.cursors.open(ns, source, size, single));
};

const getMore: Command = async ({ engine, body, db }) => {
  const ns = `${db}.${String(body['collection'])}`;
  const size = countField(body, 'batchSize', 0) || Infinity;
  return cursorReply(
    ns,
    'nextBatch',
    await engine.cursors.more(toNumber(body['getMore']) ?? 0, ns, size),
  );
};

const killCursors: Command = ({ engine, body }) => {
  const ids = Array.isArray(body['cursors']) ? (body['cursors'] as unknown[]) : [];
  const [cursorsKilled, cursorsNotFound]: [unknown[], unknown[]] = [[], []];
  for (const id of ids)
    (engine.cursors.kill(toNumber(id) ?? 0) ? cursorsKilled : cursorsNotFound).push(id);
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

/** Runs through a reading, letting other work in now and then. */
async function each(
  reading: Iterable<{ doc: Doc } | undefined>,
  visit: (doc: Doc) => void,
): Promise<void> {
  const pace = pacer();
  for (const stored of reading) {
    if (stored) visit(stored.doc);
    await pace();
  }
}

const count: Command = async (call) => {
  const { engine, body } = call;
  refuseCollation(body);
  const [filter, scope] = [docField(body, 'query'), scopeOf(call)];
  compileFilter(filter, scope);
  const collection = targetCollection(call);
  if (!collection) return { n: 0, ok: 1 };
  const [skip, limit] = [countField(body, 'skip', 0), Math.abs(toNumber(body['limit']) ?? 0)];
  if (Object.keys(filter).length === 0) {
    const all = Math.max(0, engine.disk.count(prefixRange(documentPrefix(collection))) - skip);
    return { n: limit > 0 ? Math.min(limit, all) : all, ok: 1 };
  }
  let n = 0;
  await each(
    readRecords(engine.disk, collection, { ...readingOf(filter, scope), skip, limit }),
    () => (n += 1),
  );
  return { n, ok: 1 };
};

const distinct: Command = async (call) => {
  const { engine, body } = call;
  refuseCollation(body);
  const path = body['key'];
  if (typeof path !== 'string')
    return refuse(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const [filter, scope] = [docField(body, 'query'), scopeOf(call)];
  compileFilter(filter, scope);
  const collection = targetCollection(call);
  const values = new Map<string, unknown>();
  const note = (value: unknown): void => {
    if (value !== MISSING) values.set(keyOf(value), value);
  };
  if (collection)
    await each(readRecords(engine.disk, collection, readingOf(filter, scope)), (doc) => {
      for (const value of valuesAt(doc, path))
        (Array.isArray(value) ? (value as unknown[]) : [value]).forEach(note);
    });
  return { values: [...values.values()], ok: 1 };
};

function keyOf(value: unknown): string {
  const named = value instanceof BSONRegExp ? `${value.pattern}/${value.options}` : value;
  return encodeValue(named).bytes.toString('latin1');
}

/** The commands that only read. */
export const READ_COMMANDS: Readonly<Record<string, Command>> = {
  find,
  getMore,
  killCursors,
  count,
  distinct,
};
