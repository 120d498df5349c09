import { plainDoc, type Doc } from './bson-value';
import {
  docField,
  docList,
  flag,
  refuseCollation,
  scopeOf,
  targetOf,
  type Call,
  type Command,
} from './command';
import { collectionOf, ensureCollection, write } from './engine';
import type { Scope } from './expression';
import { findFirst } from './find-records';
import { compileFilter } from './match-document';
import { asMongoError, refuse } from './mongo-error';
import { planFor } from './query-plan';
import { insertRecord, removeRecord } from './records';
import { idFirst, withId } from './document-id';
import {
  matchingRecords,
  updateMany,
  updateOne,
  type UpdateStatement,
  type Written,
} from './update-records';

interface Tally {
  n: number;
  nModified: number;
  readonly upserted: Doc[];
  readonly writeErrors: Doc[];
}

const CHUNK = 100;

function writeError(index: number, error: unknown): Doc {
  const { code, message, extra } = asMongoError(error);
  return { index, code, errmsg: message, ...extra };
}

/** An error of the disk fails the command; an error of one document is noted beside its place. */
function note(tally: Tally, index: number, error: unknown): void {
  tally.writeErrors.push(writeError(index, error));
}

function isOrdered(body: Doc): boolean {
  return body['ordered'] === undefined || flag(body, 'ordered');
}

function replyOf({ n, writeErrors }: Tally, more: Doc = {}): Doc {
  return { n, ...more, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}

function newTally(): Tally {
  return { n: 0, nModified: 0, upserted: [], writeErrors: [] };
}

function tryInsert(call: Call, doc: Doc, tally: Tally, at: number): void {
  try {
    const collection = ensureCollection(call.engine, call.db, targetOf(call));
    insertRecord(call.engine.disk, collection, idFirst(withId(doc)));
    tally.n += 1;
  } catch (error) {
    if (asMongoError(error).code === 1) throw error;
    note(tally, at, error);
  }
}

const insert: Command = async (call) => {
  const docs = docList(call.body, 'documents');
  if (docs.length === 0)
    return refuse(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
  const [tally, ordered] = [newTally(), isOrdered(call.body)];
  for (let from = 0; from < docs.length; from += CHUNK) {
    await write(call.engine, () => {
      for (const [at, doc] of docs.slice(from, from + CHUNK).entries()) {
        if (ordered && tally.writeErrors.length > 0) return;
        tryInsert(call, doc, tally, from + at);
      }
    });
    if (ordered && tally.writeErrors.length > 0) break;
  }
  return replyOf(tally);
};

function statementOf(call: Call, fields: Doc): UpdateStatement {
  refuseCollation(fields);
  const scope: Scope = scopeOf(call);
  const variables = { ...scope.variables, ...plainDoc(docField(fields, 'c')) };
  return {
    filter: docField(fields, 'q'),
    update: fields['u'],
    arrayFilters: docList(fields, 'arrayFilters'),
    upsert: flag(fields, 'upsert'),
    sort: [],
    scope: { ...scope, variables },
  };
}

async function runUpdate(call: Call, fields: Doc): Promise<Written> {
  const statement = statementOf(call, fields);
  const target = { engine: call.engine, db: call.db, name: targetOf(call) };
  if (flag(fields, 'multi')) return updateMany(target, statement);
  return write(call.engine, () => updateOne(target, statement));
}

const update: Command = async (call) => {
  const [tally, ordered] = [newTally(), isOrdered(call.body)];
  for (const [index, fields] of docList(call.body, 'updates').entries()) {
    try {
      const { matched, modified, upserted } = await runUpdate(call, fields);
      tally.n += upserted ? 1 : matched;
      tally.nModified += modified;
      if (upserted) tally.upserted.push({ index, _id: upserted.id });
    } catch (error) {
      note(tally, index, error);
      if (ordered) break;
    }
  }
  const { nModified, upserted } = tally;
  return replyOf(tally, { nModified, ...(upserted.length > 0 ? { upserted } : {}) });
};

async function runDelete(call: Call, fields: Doc): Promise<number> {
  refuseCollation(fields);
  const [filter, scope] = [docField(fields, 'q'), scopeOf(call)];
  const target = { engine: call.engine, db: call.db, name: targetOf(call) };
  const matches = compileFilter(filter, scope);
  if (flag(fields, 'limit')) return write(call.engine, () => deleteOne(target, filter, matches));
  let deleted = 0;
  for await (const records of matchingRecords(target, filter, scope))
    deleted += await write(call.engine, () => {
      const collection = collectionOf(call.engine, call.db, target.name);
      const present = collection ? records(collection) : [];
      for (const stored of present)
        if (collection) removeRecord(call.engine.disk, collection, stored);
      return present.length;
    });
  return deleted;
}

function deleteOne(
  target: { engine: Call['engine']; db: string; name: string },
  filter: Doc,
  matches: (doc: Doc) => boolean,
): number {
  const { engine, db, name } = target;
  const collection = collectionOf(engine, db, name);
  const search = collection && {
    disk: engine.disk,
    collection,
    plan: planFor(collection, filter),
    matches,
  };
  const stored = search && findFirst(search);
  if (collection && stored) removeRecord(engine.disk, collection, stored);
  return stored ? 1 : 0;
}

const remove: Command = async (call) => {
  const [tally, ordered] = [newTally(), isOrdered(call.body)];
  for (const [index, fields] of docList(call.body, 'deletes').entries()) {
    try {
      tally.n += await runDelete(call, fields);
    } catch (error) {
      note(tally, index, error);
      if (ordered) break;
    }
  }
  return replyOf(tally);
};

/** The commands that write documents. */
export const WRITE_COMMANDS: Readonly<Record<string, Command>> = { insert, update, delete: remove };
