import { compareStrings, sameValue } from './bson-order';
import { encode, isDoc, typeNameOf, type Doc } from './bson-value';
import type { Scope } from './expression';
import { compileFilter } from './match-document';
import { refuse } from './mongo-error';
import { MISSING, valueAt } from './path-values';
import { matchedElement } from './positional';
import { compileUpdatePipeline } from './update-pipeline';
import { CREATING, REDUCING } from './update-operators';
import { concretePaths, editAt, KEEP, type Edit, type Places } from './update-path';

/** One update as a command carries it. */
export interface UpdateSpec {
  readonly filter: Doc;
  readonly update: unknown;
  readonly arrayFilters: readonly Doc[];
}

/** Changes a document in place or gives a new one; inserting says that an upsert makes it. */
export type Updater = (doc: Doc, inserting: boolean) => Doc;

interface Change {
  readonly path: string;
  readonly name: string;
  readonly creating: boolean;
  readonly edit: Edit;
  readonly target?: string;
}

/** Says whether an update replaces the document instead of naming operators. */
export function isReplacement(update: unknown): update is Doc {
  return isDoc(update) && !Object.keys(update)[0]?.startsWith('$');
}

function checkPath(path: string, name: string): void {
  if (path === '') refuse(56, `An empty update path is not valid.`);
  if (path.split('.').includes(''))
    refuse(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (path.split('.')[0]?.startsWith('$'))
    refuse(52, `The dollar ($) prefixed field '${path}' in '${path}' is not valid for storage.`);
  if (name === '$rename' && path.includes('$'))
    refuse(2, `The source field for $rename may not be dynamic: ${path}`);
}

function changesOf(name: string, fields: unknown, scope: Scope): Change[] {
  if (name !== '$rename' && !CREATING.has(name) && !REDUCING.has(name))
    return refuse(
      9,
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  if (!isDoc(fields))
    return refuse(
      9,
      `Modifiers operate on fields but we found type ${typeNameOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${JSON.stringify(fields)}}`,
    );
  return Object.entries(fields).map(([path, operand]) => {
    checkPath(path, name);
    if (name === '$rename') return renaming(path, operand);
    const make = CREATING.get(name) ?? REDUCING.get(name);
    const edit = make?.(operand, path, scope) ?? (() => KEEP);
    return { path, name, creating: CREATING.has(name), edit };
  });
}

function renaming(path: string, target: unknown): Change {
  if (typeof target !== 'string')
    return refuse(
      2,
      `The 'to' field for $rename must be a string: ${path}: ${JSON.stringify(target)}`,
    );
  checkPath(target, '$rename');
  if (target === path)
    return refuse(2, `The source and target field for $rename must differ: ${path}: "${target}"`);
  return { path, name: '$rename', creating: false, edit: () => MISSING, target };
}

function refuseConflicts(changes: readonly Change[]): void {
  const paths = changes.flatMap(({ path, target }) =>
    target === undefined ? [path] : [path, target],
  );
  const sorted = [...paths].sort(compareStrings);
  for (const path of sorted) {
    const clashes = sorted.filter((other) => other === path || other.startsWith(`${path}.`));
    if (clashes.length > 1)
      refuse(40, `Updating the path '${clashes[1] ?? path}' would create a conflict at '${path}'`);
  }
}

function readFilters(arrayFilters: readonly Doc[], scope: Scope): Places['filters'] {
  const filters = new Map<string, (item: unknown) => boolean>();
  for (const filter of arrayFilters) {
    const name = identifierOf(filter);
    if (filters.has(name))
      refuse(9, `Found multiple array filters with the same top-level field name ${name}`);
    const matches = compileFilter(filter, scope);
    filters.set(name, (item) => matches({ [name]: item }));
  }
  return filters;
}

function identifierOf(filter: Doc): string {
  const [name = '', value] = Object.entries(filter)[0] ?? [];
  if (name.startsWith('$') && Array.isArray(value) && isDoc(value[0]))
    return identifierOf(value[0]);
  const head = name.split('.')[0] ?? '';
  if (!/^[a-z][a-zA-Z0-9]*$/.test(head))
    return refuse(
      2,
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${head}'`,
    );
  return head;
}

function refuseUnused(changes: readonly Change[], filters: Places['filters']): void {
  for (const name of filters.keys())
    if (!changes.some(({ path }) => path.includes(`$[${name}]`)))
      refuse(9, `The array filter for identifier '${name}' was not used in the update`);
}

function rename(doc: Doc, { path, target = '' }: Change): void {
  const value = valueAt(doc, path);
  if (value === MISSING) return;
  editAt(doc, path.split('.'), () => MISSING, false);
  editAt(doc, target.split('.'), () => value, true);
}

function operatorUpdater(spec: UpdateSpec, scope: Scope): Updater {
  const changes = Object.entries(spec.update as Doc)
    .flatMap(([name, fields]) => changesOf(name, fields, scope))
    .sort((a, b) => compareStrings(a.path, b.path));
  refuseConflicts(changes);
  const filters = readFilters(spec.arrayFilters, scope);
  refuseUnused(changes, filters);
  return (doc, inserting) => {
    const matched = (path: string): number | undefined =>
      matchedElement(doc, spec.filter, path, scope);
    for (const change of changes) {
      if (change.name === '$setOnInsert' && !inserting) continue;
      if (change.target !== undefined) rename(doc, change);
      else applyChange(doc, change, { matched, filters });
    }
    return doc;
  };
}

function applyChange(doc: Doc, change: Change, places: Places): void {
  for (const parts of concretePaths(doc, change.path, places))
    editAt(doc, parts, change.edit, change.creating);
}

function replacementUpdater(update: Doc, arrayFilters: readonly Doc[]): Updater {
  if (arrayFilters.length > 0)
    return refuse(9, 'arrayFilters may not be specified for replacement-style updates');
  const dollar = Object.keys(update).find((name) => name.startsWith('$'));
  if (dollar !== undefined)
    return refuse(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  return (doc) => {
    const { _id = doc['_id'], ...rest } = update;
    return _id === undefined ? rest : { _id, ...rest };
  };
}

/** Compiles an update of any of the three kinds: operators, a replacement, or a pipeline. */
export function compileUpdate(spec: UpdateSpec, scope: Scope): Updater {
  const { update, arrayFilters } = spec;
  if (Array.isArray(update)) return compileUpdatePipeline(update, scope);
  if (!isDoc(update)) return refuse(9, 'Update argument must be either an object or an array');
  if (isReplacement(update)) return replacementUpdater(update, arrayFilters);
  return operatorUpdater(spec, scope);
}

/** Refuses an update that gives a stored document another `_id` (66). */
export function refuseNewId(before: Doc, after: Doc): void {
  const [a, b] = [before['_id'], after['_id']];
  if (b !== undefined && sameValue(a, b) && encode({ a }).equals(encode({ a: b }))) return;
  refuse(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}
