import { isDoc, toNumber, type Doc } from './bson-value';
import type { Collection } from './catalog';
import type { Engine } from './engine';
import { collectionOf } from './engine';
import type { Scope } from './expression';
import { compileGroup } from './group-stage';
import { compileLookup } from './lookup-stage';
import { compileFilter } from './match-document';
import { refuse } from './mongo-error';
import type { Flow, Place, Stage } from './pipeline-stage';
import { readRecords, readingOf, type Reading } from './read-source';
import { sortBy, sortFields } from './sort-documents';
import { compileUnwind } from './unwind-stage';
import { TRANSFORMS } from './update-pipeline';

type MakeStage = (operand: unknown, place: Place) => Stage;

function each(transform: (doc: Doc) => Doc | undefined): Stage {
  return function* mapped(docs) {
    for (const doc of docs) yield doc && transform(doc);
  };
}

function match(operand: unknown, { scope }: Place): Stage {
  if (!isDoc(operand)) return refuse(15959, 'the match filter must be an expression in an object');
  const matches = compileFilter(operand, scope);
  return each((doc) => (matches(doc) ? doc : undefined));
}

/** Collects a whole flow, handing on the moments to pause. */
export function* gathered(docs: Flow, use: (all: Doc[]) => Flow): Generator<Doc | undefined> {
  const all: Doc[] = [];
  for (const doc of docs) {
    if (doc) all.push(doc);
    yield undefined;
  }
  yield* use(all);
}

function sort(operand: unknown): Stage {
  const fields = sortFields(operand);
  if (fields.length === 0) return refuse(15976, '$sort stage must have at least one sort key');
  return (docs) => gathered(docs, (all) => sortBy(all, (doc) => doc, fields));
}

function wholeNumber(operand: unknown, name: string, least: number): number {
  const number = toNumber(operand);
  if (number === undefined || !Number.isInteger(number) || number < least)
    return refuse(
      name === '$limit' ? 15958 : 15956,
      `invalid argument to ${name} stage: expected a number of at least ${String(least)}`,
    );
  return number;
}

function skip(operand: unknown): Stage {
  const count = wholeNumber(operand, '$skip', 0);
  return function* skipped(docs) {
    let passed = 0;
    for (const doc of docs) yield doc && passed++ >= count ? doc : undefined;
  };
}

function limit(operand: unknown): Stage {
  const count = wholeNumber(operand, '$limit', 1);
  return function* limited(docs) {
    let given = 0;
    for (const doc of docs) {
      yield doc;
      if (doc) given += 1;
      if (given >= count) return;
    }
  };
}

function countInto(operand: unknown): Stage {
  if (typeof operand !== 'string' || operand === '' || /[$.\0]/.test(operand))
    return refuse(40156, 'the count field must be a non-empty string without $ or .');
  return (docs) => gathered(docs, (all) => (all.length > 0 ? [{ [operand]: all.length }] : []));
}

function sortByCount(operand: unknown, place: Place): Stage {
  const group = compileGroup({ _id: operand, count: { $sum: 1 } }, place.scope);
  const order = sort({ count: -1 });
  return (docs) => order(group(docs));
}

function facet(operand: unknown, place: Place): Stage {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    return refuse(40169, 'the $facet specification must be a non-empty object');
  const facets = Object.entries(operand).map(
    ([name, stages]) => [name, compilePipeline(stages, place)] as const,
  );
  return (docs) =>
    gathered(docs, (all) => [
      Object.fromEntries(
        facets.map(([name, run]) => [name, [...run(all)].filter((doc) => doc !== undefined)]),
      ),
    ]);
}

function unionWith(operand: unknown, place: Place): Stage {
  const { coll, pipeline = [] } = isDoc(operand) ? operand : { coll: operand };
  if (typeof coll !== 'string') return refuse(9, '$unionWith needs the name of a collection');
  compilePipeline(pipeline, place);
  return function* united(docs) {
    yield* docs;
    yield* runPipeline(coll, pipeline, place);
  };
}

function sample(operand: unknown): Stage {
  const size = wholeNumber(isDoc(operand) ? operand['size'] : undefined, '$sample', 1);
  return (docs) =>
    gathered(docs, (all) => {
      for (let at = all.length - 1; at > 0; at -= 1)
        swap(all, at, Math.floor(Math.random() * (at + 1)));
      return all.slice(0, size);
    });
}

function swap(list: Doc[], a: number, b: number): void {
  const [x, y] = [list[a], list[b]];
  if (x && y) [list[a], list[b]] = [y, x];
}

const STAGES: Readonly<Record<string, MakeStage>> = {
  $match: match,
  $sort: sort,
  $skip: skip,
  $limit: limit,
  $count: countInto,
  $sortByCount: sortByCount,
  $facet: facet,
  $unionWith: unionWith,
  $sample: sample,
  $group: (operand, { scope }) => compileGroup(operand, scope),
  $unwind: compileUnwind,
  $lookup: (operand, place) => compileLookup(operand, place, { compilePipeline, runPipeline }),
};

function compileStage(stage: unknown, place: Place): Stage {
  const [name = '', ...more] = isDoc(stage) ? Object.keys(stage) : [];
  if (!isDoc(stage) || more.length > 0 || name === '')
    return refuse(40323, 'A pipeline stage specification object must contain exactly one field.');
  const transform = TRANSFORMS.get(name);
  if (transform) return each(transform(stage[name], place.scope));
  const make = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  return make
    ? make(stage[name], place)
    : refuse(40324, `Unrecognized pipeline stage name: '${name}'`);
}

/** Compiles a pipeline; a stage the store does not have is refused by name (40324) before anything runs. */
export function compilePipeline(stages: unknown, place: Place): Stage {
  if (!Array.isArray(stages)) return refuse(14, "'pipeline' option must be specified as an array");
  const compiled = stages.map((stage) => compileStage(stage, place));
  return (docs) => compiled.reduce((flow, stage) => stage(flow), docs);
}

function* docsOf(
  engine: Engine,
  collection: Collection | undefined,
  reading: Reading,
): Generator<Doc | undefined> {
  if (!collection) return;
  for (const stored of readRecords(engine.disk, collection, reading)) yield stored?.doc;
}

/** How much of a pipeline the collection itself can answer, index and all. */
export function pushedDown(
  stages: readonly unknown[],
  scope: Scope,
): { reading: Reading; rest: readonly unknown[] } {
  let [reading, at] = [readingOf({}, scope), 0];
  const operandOf = (name: string): unknown => {
    const stage = stages[at];
    return isDoc(stage) && Object.keys(stage).join() === name ? stage[name] : undefined;
  };
  const filter = operandOf('$match');
  if (isDoc(filter)) [reading, at] = [{ ...reading, filter }, at + 1];
  const order = operandOf('$sort');
  if (isDoc(order) && Object.keys(order).length > 0)
    [reading, at] = [{ ...reading, sort: sortFields(order) }, at + 1];
  const most = toNumber(operandOf('$limit'));
  if (most !== undefined && Number.isInteger(most) && most > 0)
    reading = { ...reading, limit: most };
  return { reading, rest: stages.slice(at) };
}

/** Runs a pipeline over a collection. */
export function runPipeline(name: string, stages: unknown, place: Place): Flow {
  if (!Array.isArray(stages)) return refuse(14, "'pipeline' option must be specified as an array");
  compilePipeline(stages, place);
  const { reading, rest } = pushedDown(stages, place.scope);
  const collection = collectionOf(place.engine, place.db, name);
  return compilePipeline(rest, place)(docsOf(place.engine, collection, reading));
}
