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

function text(spec: Doc, name: string): string | undefined {
  const value = spec[name];
  if (value === undefined || typeof value === 'string') return value;
  return refuse(9, `$lookup argument '${name}' must be a string`);
}

function required(spec: Doc, name: string): string {
  return text(spec, name) ?? refuse(9, `$lookup requires '${name}'`);
}

function checkShape(spec: Doc): void {
  const strange = Object.keys(spec).find((name) => !KNOWN.has(name));
  if (strange !== undefined) refuse(9, `unknown argument to $lookup: ${strange}`);
  const [hasLocal, hasForeign] = ['localField' in spec, 'foreignField' in spec];
  if (hasLocal !== hasForeign || (!hasLocal && !('pipeline' in spec)))
    refuse(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
}

function readSpec(operand: unknown): Lookup {
  if (!isDoc(operand)) return refuse(9, 'the $lookup specification must be an Object');
  checkShape(operand);
  const { let: variables = {}, pipeline = [] } = operand;
  if (!isDoc(variables) || !Array.isArray(pipeline))
    return refuse(9, '$lookup needs an object for let and an array for pipeline');
  return {
    from: required(operand, 'from'),
    as: required(operand, 'as'),
    localField: text(operand, 'localField'),
    foreignField: text(operand, 'foreignField'),
    variables,
    pipeline,
  };
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

/** Makes the place of the inner pipeline for one outer document, whose values `let` names. */
function insideOf(place: Place, spec: Lookup): (doc: Doc) => Place {
  const { scope } = place;
  const bindings = Object.entries(spec.variables).map(
    ([name, value]) => [name, compileExpression(value, scope)] as const,
  );
  return (doc) => {
    const own = bindings.map(([name, value]) => [name, value(plainDoc(doc)) ?? null] as const);
    const variables = { ...scope.variables, ...Object.fromEntries(own) };
    return { ...place, scope: { ...scope, variables } };
  };
}

/** Compiles `$lookup` by fields, by pipeline with `let`, or by both. */
export function compileLookup(operand: unknown, place: Place, runner: Runner): Stage {
  const spec = readSpec(operand);
  const inside = insideOf(place, spec);
  runner.compilePipeline(spec.pipeline, inside({}));
  const join = (doc: Doc, find: Find | undefined): Doc[] => {
    if (!find) return list(runner.runPipeline(spec.from, spec.pipeline, inside(doc)));
    const found = find(localValues(doc, spec.localField ?? ''));
    if (spec.pipeline.length === 0) return found;
    return list(runner.compilePipeline(spec.pipeline, inside(doc))(found));
  };
  return function* joined(docs) {
    let find: Find | undefined;
    for (const doc of docs) {
      if (doc && spec.localField !== undefined) find ??= finder(place, spec);
      yield doc && { ...doc, [spec.as]: join(doc, find) };
    }
  };
}
