import { isDoc, plainDoc, type Doc } from './bson-value';
import { collectionOf } from './engine';
import { compileExpression } from './expression';
import { encodeValue } from './index-key';
import { refuse } from './mongo-error';
import { MISSING, valuesAt } from './path-values';
import type { Flow, Place, Stage } from './pipeline-stage';
import { planFor } from './query-plan';
import { readRecords, readingOf } from './read-source';

interface Runner {
  compilePipeline(stages: unknown, place: Place): Stage;
  runPipeline(name: string, stages: unknown, place: Place): Flow;
}

interface Lookup {
  readonly from: string;
  readonly as: string;
  readonly localField: string | undefined;
  readonly foreignField: string | undefined;
  readonly variables: Doc;
  readonly pipeline: readonly unknown[];
}

const KNOWN = new Set(['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']);

function text(value: unknown, name: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return refuse(9, `$lookup argument '${name}' must be a string`);
}

function readSpec(operand: unknown): Lookup {
  if (!isDoc(operand)) return refuse(9, 'the $lookup specification must be an Object');
  const strange = Object.keys(operand).find((name) => !KNOWN.has(name));
  if (strange !== undefined) return refuse(9, `unknown argument to $lookup: ${strange}`);
  const { from, as, let: variables = {}, pipeline = [] } = operand;
  const [localField, foreignField] = [
    text(operand['localField'], 'localField'),
    text(operand['foreignField'], 'foreignField'),
  ];
  if (typeof from !== 'string' || typeof as !== 'string')
    return refuse(9, "$lookup requires 'from' and 'as'");
  if (
    (localField === undefined) !== (foreignField === undefined) ||
    (localField === undefined && !('pipeline' in operand))
  )
    return refuse(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  if (!isDoc(variables) || !Array.isArray(pipeline))
    return refuse(9, '$lookup needs an object for let and an array for pipeline');
  return { from, as, localField, foreignField, variables, pipeline };
}

function keyOf(value: unknown): string {
  return encodeValue(value === MISSING || value === undefined ? null : value).bytes.toString(
    'latin1',
  );
}

function localValues(doc: Doc, path: string): unknown[] {
  const values = valuesAt(doc, path).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]) : [value === MISSING ? null : value],
  );
  return values.length > 0 ? values : [];
}

type Find = (values: readonly unknown[]) => Doc[];

/** Finds foreign documents by an index where there is one. */
function byIndex(place: Place, { from, foreignField = '' }: Lookup): Find {
  return (values) => {
    const collection = collectionOf(place.engine, place.db, from);
    const reading = readingOf({ [foreignField]: { $in: [...values] } }, place.scope);
    const found = collection ? readRecords(place.engine.disk, collection, reading) : [];
    return [...found].flatMap((stored) => (stored ? [stored.doc] : []));
  };
}

/** Reads the foreign collection once and finds its documents by their values. */
function byTable(place: Place, { from, foreignField = '' }: Lookup): Find {
  const table = new Map<string, Doc[]>();
  const collection = collectionOf(place.engine, place.db, from);
  for (const stored of collection
    ? readRecords(place.engine.disk, collection, readingOf({}, place.scope))
    : [])
    for (const key of stored ? foreignKeys(stored.doc, foreignField) : [])
      table.set(key, [...(table.get(key) ?? []), ...(stored ? [stored.doc] : [])]);
  return (values) => [...new Set(values.flatMap((value) => table.get(keyOf(value)) ?? []))];
}

function foreignKeys(doc: Doc, path: string): Set<string> {
  const values = valuesAt(doc, path).flatMap((value) =>
    Array.isArray(value) ? [...(value as unknown[]), value] : [value],
  );
  return new Set(values.map(keyOf));
}

function finder(place: Place, spec: Lookup): Find {
  const collection = collectionOf(place.engine, place.db, spec.from);
  const plan = collection && planFor(collection, { [spec.foreignField ?? '']: { $in: [1] } });
  return plan?.kind === 'index' && !plan.index.partial && !plan.index.sparse
    ? byIndex(place, spec)
    : byTable(place, spec);
}

function list(flow: Flow): Doc[] {
  return [...flow].filter((doc) => doc !== undefined);
}

/** Compiles `$lookup` by fields, by pipeline with `let`, or by both. */
export function compileLookup(operand: unknown, place: Place, runner: Runner): Stage {
  const spec = readSpec(operand);
  const variables = Object.entries(spec.variables).map(
    ([name, value]) => [name, compileExpression(value, place.scope)] as const,
  );
  const inside = (doc: Doc): Place => {
    const own = variables.map(([name, value]) => [name, value(plainDoc(doc)) ?? null] as const);
    return {
      ...place,
      scope: {
        ...place.scope,
        variables: { ...place.scope.variables, ...Object.fromEntries(own) },
      },
    };
  };
  runner.compilePipeline(spec.pipeline, inside({}));
  const join = (doc: Doc, find: Find | undefined): Doc[] => {
    if (!find) return list(runner.runPipeline(spec.from, spec.pipeline, inside(doc)));
    const found = find(localValues(doc, spec.localField ?? ''));
    return spec.pipeline.length > 0
      ? list(runner.compilePipeline(spec.pipeline, inside(doc))(found))
      : found;
  };
  return function* joined(docs) {
    let find: Find | undefined;
    for (const doc of docs) {
      if (doc && spec.localField !== undefined) find ??= finder(place, spec);
      yield doc && { ...doc, [spec.as]: join(doc, find) };
    }
  };
}
