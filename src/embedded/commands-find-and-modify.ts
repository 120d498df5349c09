import { type Doc } from './bson-value';
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
import { collectionOf, write } from './engine';
import { refuse } from './mongo-error';
import { compileProjection } from './project-document';
import { compileFilter } from './match-document';
import { removeRecord } from './records';
import { sortFields } from './sort-documents';
import { firstRecord, updateOne, type Target, type Written } from './update-records';

function shaped(call: Call, doc: Doc | undefined): Doc | null {
  const fields = docField(call.body, 'fields');
  if (!doc) return null;
  if (Object.keys(fields).length === 0) return doc;
  return compileProjection(fields, scopeOf(call), docField(call.body, 'query'))(doc);
}

function removeFirst(call: Call, target: Target): Doc | undefined {
  const { body, engine } = call;
  const filter = docField(body, 'query');
  compileFilter(filter, scopeOf(call));
  const stored = firstRecord(target, filter, sortFields(body['sort']), scopeOf(call));
  const collection = collectionOf(engine, target.db, target.name);
  if (stored && collection) removeRecord(engine.disk, collection, stored);
  return stored?.doc;
}

function updateFirst(call: Call, target: Target): Written {
  const { body } = call;
  return updateOne(target, {
    filter: docField(body, 'query'),
    update: body['update'],
    arrayFilters: docList(body, 'arrayFilters'),
    upsert: flag(body, 'upsert'),
    sort: sortFields(body['sort']),
    scope: scopeOf(call),
  });
}

function lastErrorOf({ matched, upserted }: Written): Doc {
  if (upserted) return { n: 1, updatedExisting: false, upserted: upserted.id };
  return { n: matched, updatedExisting: matched > 0 };
}

function checkOptions(body: Doc): void {
  refuseCollation(body);
  const removing = flag(body, 'remove');
  if (removing && body['update'] !== undefined)
    refuse(9, "Cannot specify both an 'update' and 'remove'=true");
  if (!removing && body['update'] === undefined)
    refuse(9, "Either an 'update' or 'remove'=true must be specified");
  if (removing && flag(body, 'upsert'))
    refuse(9, "Cannot specify both 'upsert'=true and 'remove'=true");
  if (removing && flag(body, 'new'))
    refuse(
      9,
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
}

const findAndModify: Command = async (call) => {
  const { engine, body, db } = call;
  checkOptions(body);
  const target = { engine, db, name: targetOf(call) };
  if (flag(body, 'remove')) {
    const removed = await write(engine, () => removeFirst(call, target));
    return { lastErrorObject: { n: removed ? 1 : 0 }, value: shaped(call, removed), ok: 1 };
  }
  const written = await write(engine, () => updateFirst(call, target));
  const value = shaped(call, flag(body, 'new') ? written.after : written.before);
  return { lastErrorObject: lastErrorOf(written), value, ok: 1 };
};

/** Finds one document and changes it, in one step. */
export const FIND_AND_MODIFY: Readonly<Record<string, Command>> = {
  findAndModify,
  findandmodify: findAndModify,
};
