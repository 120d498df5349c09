import { isDoc, type Doc } from './bson-value';
import { refuse } from './mongo-error';

/** Stands for a field that is not there, which MongoDB tells apart from null. */
export const MISSING = Symbol('missing');

const DIGITS = /^\d+$/;

/** Says whether a path component can mean a place in an array. */
export function isPlace(part: string): boolean {
  return DIGITS.test(part);
}

function walkArray(list: readonly unknown[], parts: readonly string[], found: unknown[]): void {
  const [head = '', ...rest] = parts;
  if (isPlace(head) && Number(head) < list.length) walk(list[Number(head)], rest, found);
  for (const item of list) if (isDoc(item)) walk(item, parts, found);
}

function walk(value: unknown, parts: readonly string[], found: unknown[]): void {
  const [head, ...rest] = parts;
  if (head === undefined) return void found.push(value);
  if (Array.isArray(value)) return walkArray(value, parts, found);
  if (!isDoc(value) || !Object.hasOwn(value, head)) return void found.push(MISSING);
  walk(value[head], rest, found);
}

/**
 * Lists the values a dotted path leads to, through arrays of documents as MongoDB queries do.
 * A document without the field gives MISSING; an array of scalars on the way gives nothing.
 */
export function valuesAt(doc: Doc, path: string): unknown[] {
  if (!path.includes('.')) return [Object.hasOwn(doc, path) ? doc[path] : MISSING];
  const found: unknown[] = [];
  walk(doc, path.split('.'), found);
  return found;
}

/** The value at a dotted path without looking into arrays, or MISSING. */
export function valueAt(doc: Doc, path: string): unknown {
  let value: unknown = doc;
  for (const part of path.split('.')) {
    const inside = Array.isArray(value)
      ? isPlace(part) && Number(part) < value.length
      : isDoc(value);
    if (!inside || !Object.hasOwn(value as Doc, part)) return MISSING;
    value = (value as Doc)[part];
  }
  return value;
}

interface Step {
  readonly value: unknown;
  readonly rest: readonly string[];
  readonly done: boolean;
}

const settled = (value: unknown): Step => ({ value, rest: [], done: true });

/** Follows a path until it ends or meets an array; a place in an array is followed, too. */
function advance(step: Step): Step {
  const [head, ...tail] = step.rest;
  if (step.done) return step;
  if (Array.isArray(step.value)) {
    if (!isPlace(head ?? '')) return step;
    return advance({ value: step.value[Number(head)] ?? null, rest: tail, done: false });
  }
  if (head === undefined) return settled(step.value);
  if (!isDoc(step.value) || !Object.hasOwn(step.value, head)) return settled(null);
  return advance({ value: step.value[head], rest: tail, done: false });
}

function intoElement(step: Step, element: unknown): Step {
  if (step.rest.length === 0) return settled(element);
  return isDoc(element) ? { value: element, rest: step.rest, done: false } : settled(null);
}

function expand(steps: readonly Step[], paths: readonly string[], arrays: boolean[]): unknown[][] {
  const ahead = steps.map(advance);
  const open = ahead.flatMap((step, at) => (step.done ? [] : [at]));
  const list = ahead[open[0] ?? -1]?.value;
  if (!Array.isArray(list)) return [ahead.map(({ value }) => value)];
  if (open.some((at) => ahead[at]?.value !== list))
    return refuse(
      171,
      `cannot index parallel arrays ${open.map((at) => `[${paths[at] ?? ''}]`).join(' ')}`,
    );
  for (const at of open) arrays[at] = true;
  const into = (element: unknown): Step[] =>
    ahead.map((step) => (step.done ? step : intoElement(step, element)));
  if (list.length > 0) return list.flatMap((element) => expand(into(element), paths, arrays));
  return [ahead.map((step) => (step.done ? step.value : step.rest.length > 0 ? null : undefined))];
}

/** The rows of values a document brings to an index, and which of its fields held an array. */
export interface IndexRows {
  readonly rows: unknown[][];
  readonly arrays: boolean[];
}

/** The only row of fields that stand at the top and hold no arrays, as most do. */
function plainRow(doc: Doc, paths: readonly string[]): unknown[] | undefined {
  const row: unknown[] = [];
  for (const path of paths) {
    const value = Object.hasOwn(doc, path) ? doc[path] : null;
    if (path.includes('.') || Array.isArray(value)) return undefined;
    row.push(value);
  }
  return row;
}

/**
 * Lists the rows of values a document brings to an index on the given paths. An array brings one
 * row per element; two different arrays in one document are refused, as MongoDB does (171).
 */
export function indexRows(doc: Doc, paths: readonly string[]): IndexRows {
  const arrays = paths.map(() => false);
  const row = plainRow(doc, paths);
  if (row) return { rows: [row], arrays };
  const start = paths.map((path) => ({ value: doc, rest: path.split('.'), done: false }));
  return { rows: expand(start, paths, arrays), arrays };
}
