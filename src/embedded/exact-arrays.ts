import { evalExpr } from 'mingo/core';
import { compareValues, sameValue } from './bson-order';
import { isDoc, toNumber, typeNameOf, type Doc } from './bson-value';
import type { EvalOptions, Operator } from './exact-expressions';
import { refuse } from './mongo-error';
import { sortBy, sortFields } from './sort-documents';

const isNothing = (value: unknown): boolean => value === null || value === undefined;

function only(doc: unknown, operand: unknown, options: EvalOptions): unknown {
  const [one] = Array.isArray(operand) && operand.length === 1 ? (operand as unknown[]) : [operand];
  return evalExpr(doc, one, options);
}

function several(doc: unknown, operand: unknown, options: EvalOptions): unknown[] {
  const parts: unknown[] = Array.isArray(operand) ? operand : [operand];
  return parts.map((part) => evalExpr(doc, part, options));
}

const size: Operator = (doc, operand, options) => {
  const list = only(doc, operand, options);
  if (Array.isArray(list)) return list.length;
  return refuse(
    17124,
    `The argument to $size must be an array, but was of type: ${list === undefined ? 'missing' : typeNameOf(list)}`,
  );
};

function integer(value: unknown, name: string): number {
  const number = toNumber(value);
  return Number.isInteger(number)
    ? (number ?? 0)
    : refuse(28726, `Argument to ${name} must be an integer, but is ${typeNameOf(value)}`);
}

function cut(list: readonly unknown[], from: number, count: number | undefined): unknown[] {
  if (count === undefined) return from < 0 ? list.slice(from) : list.slice(0, from);
  const start = from < 0 ? Math.max(0, list.length + from) : from;
  return list.slice(start, start + count);
}

const slice: Operator = (doc, operand, options) => {
  const parts = several(doc, operand, options);
  if (parts.length < 2 || parts.length > 3)
    return refuse(
      28667,
      `Expression $slice takes at least 2 arguments, and at most 3, but ${String(parts.length)} were passed in.`,
    );
  const [list] = parts;
  if (parts.some(isNothing)) return null;
  if (!Array.isArray(list))
    return refuse(
      28724,
      `First argument to $slice must be an array, but is of type: ${typeNameOf(list)}`,
    );
  const [from = 0, count] = parts.slice(1).map((part) => integer(part, '$slice'));
  if (count !== undefined && count <= 0)
    return refuse(28729, `Third argument to $slice must be positive: ${String(count)}`);
  return cut(list, from, count);
};

const indexOfArray: Operator = (doc, operand, options) => {
  const [list, wanted, from, to] = several(doc, operand, options);
  if (isNothing(list)) return null;
  if (!Array.isArray(list))
    return refuse(
      40090,
      `$indexOfArray requires an array as a first argument, found: ${typeNameOf(list)}`,
    );
  const start = from === undefined ? 0 : integer(from, '$indexOfArray');
  const end = to === undefined ? list.length : integer(to, '$indexOfArray');
  if (start < 0 || end < 0)
    return refuse(40097, '$indexOfArray requires a nonnegative starting index');
  return list.findIndex((item, at) => at >= start && at < end && sameValue(item, wanted ?? null));
};

const sortArray: Operator = (doc, operand, options) => {
  const { input, sortBy: order } = isDoc(operand) ? operand : {};
  const list = evalExpr(doc, input, options);
  if (isNothing(list)) return null;
  if (!Array.isArray(list))
    return refuse(
      2942504,
      `The input argument to $sortArray must be an array, but was of type: ${typeNameOf(list)}`,
    );
  if (isDoc(order))
    return sortBy(list as unknown[], (item) => (isDoc(item) ? item : {}), sortFields(order));
  const direction = toNumber(order);
  if (direction !== 1 && direction !== -1)
    return refuse(2942503, '$sortArray needs a sortBy of 1, -1 or a document');
  return [...(list as unknown[])].sort((a, b) => compareValues(a, b) * direction);
};

function entryOf(item: unknown): [string, unknown] {
  const pair: unknown[] = isDoc(item) ? [item['k'], item['v']] : Array.isArray(item) ? item : [];
  const [key, value] = pair;
  if (typeof key === 'string') return [key, value];
  return refuse(
    40386,
    '$arrayToObject requires an array of key-value pairs, where the key must be of type string',
  );
}

const arrayToObject: Operator = (doc, operand, options) => {
  const list = only(doc, operand, options);
  if (isNothing(list)) return null;
  if (!Array.isArray(list))
    return refuse(40386, `$arrayToObject requires an array input, found: ${typeNameOf(list)}`);
  return Object.fromEntries(list.map(entryOf));
};

const mergeObjects: Operator = (doc, operand, options) => {
  const values = several(doc, operand, options);
  const [first] = values;
  const parts: unknown[] = values.length === 1 && Array.isArray(first) ? first : values;
  return parts.reduce<Doc>((merged, value) => {
    if (isNothing(value)) return merged;
    return isDoc(value)
      ? { ...merged, ...value }
      : refuse(
          40400,
          `$mergeObjects requires object inputs, but input is of type ${typeNameOf(value)}`,
        );
  }, {});
};

/** Operators of arrays and documents whose results in the library differ from MongoDB's. */
export const EXACT_ARRAYS: Record<`$${string}`, Operator> = {
  $size: size,
  $slice: slice,
  $indexOfArray: indexOfArray,
  $sortArray: sortArray,
  $arrayToObject: arrayToObject,
  $mergeObjects: mergeObjects,
};
