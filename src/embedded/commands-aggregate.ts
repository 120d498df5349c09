import { encode, isDoc, type Doc } from './bson-value';
import { countField, docField, refuseCollation, scopeOf, type Call, type Command } from './command';
import { FIRST_BATCH } from './commands-read';
import { cursorReply } from './cursor-reply';
import { collectionOf } from './engine';
import { countedFilter, exactCount } from './exact-count';
import { refuse } from './mongo-error';
import { readingOf, readRecords } from './read-source';
import type { StoredRecord } from './records';
import { compilePipeline, runPipeline } from './pipeline';
import type { Flow, Place } from './pipeline-stage';

function* encoded(docs: Flow): Generator<Buffer | undefined> {
  for (const doc of docs) yield doc && encode(doc);
}

/** What a pipeline that only counts gives: an index tells it, or the documents are passed by. */
function countOf(call: Call): Flow | undefined {
  const { aggregate: target, pipeline } = call.body;
  const filter = countedFilter(pipeline);
  const collection =
    typeof target === 'string' ? collectionOf(call.engine, call.db, target) : undefined;
  if (!collection || !filter) return undefined;
  const counted = exactCount(call.engine.disk, collection, filter);
  if (counted !== undefined) return counted === 0 ? [] : [counting(counted)];
  return countedBy(readRecords(call.engine.disk, collection, readingOf(filter, scopeOf(call))));
}

const counting = (n: number): Doc => ({ _id: 1, n });

function* countedBy(found: Iterable<StoredRecord | undefined>): Generator<Doc | undefined> {
  let n = 0;
  for (const stored of found) {
    if (stored) n += 1;
    yield undefined;
  }
  if (n > 0) yield counting(n);
}

/** A database-wide pipeline can only begin with documents of its own, which this store does not have. */
function flowOf(call: Call, place: Place): Flow {
  const { aggregate: target, pipeline } = call.body;
  const counted = countOf(call);
  if (counted) return counted;
  if (typeof target === 'string') return runPipeline(target, pipeline, place);
  compilePipeline(pipeline, place);
  return refuse(73, '{aggregate: 1} is not valid for this pipeline; a collection is required.');
}

const aggregate: Command = async (call) => {
  const { engine, db, body } = call;
  refuseCollation(body);
  if (!isDoc(body['cursor']) && body['explain'] === undefined)
    return refuse(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const ns = `${db}.${typeof body['aggregate'] === 'string' ? body['aggregate'] : '$cmd.aggregate'}`;
  const source = encoded(flowOf(call, { engine, db, scope: scopeOf(call) }));
  const cursor: Doc = docField(body, 'cursor');
  const size = countField(cursor, 'batchSize', FIRST_BATCH);
  return cursorReply(ns, 'firstBatch', await engine.cursors.open(ns, source, size, false));
};

/** Runs pipelines. */
export const AGGREGATE: Readonly<Record<string, Command>> = { aggregate };
