import { Decimal128, Long, ObjectId } from 'bson';
import { evalExpr } from 'mingo/core';
import { compareValues, sameValue } from './bson-order';
import { isDoc, isTruthy, toNumber, typeNameOf } from './bson-value';
import { refuse } from './mongo-error';

/** The options the expression library hands to its operators. */
export type EvalOptions = Parameters<typeof evalExpr>[2];

/** An operator as the expression library calls it: the document, the unevaluated operand, options. */
export type Operator = (doc: unknown, operand: unknown, options: EvalOptions) => unknown;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function pair(name: string, holds: (order: number) => unknown): Operator {
  return (doc, operand, options) => {
    const sides = listOf(operand);
    if (sides.length !== 2)
      return refuse(
        16020,
        `Expression ${name} takes exactly 2 arguments. ${String(sides.length)} were passed in.`,
      );
    const [a, b] = sides.map((side) => evalExpr(doc, side, options));
    return holds(compareValues(a, b));
  };
}

const and: Operator = (doc, operand, options) =>
  listOf(operand).every((part) => isTruthy(evalExpr(doc, part, options)));

const or: Operator = (doc, operand, options) =>
  listOf(operand).some((part) => isTruthy(evalExpr(doc, part, options)));

const not: Operator = (doc, operand, options) =>
  !isTruthy(evalExpr(doc, listOf(operand)[0], options));

function condParts(operand: unknown): unknown[] {
  if (!isDoc(operand)) return listOf(operand);
  const { if: test, then, else: otherwise, ...rest } = operand;
  if (Object.keys(rest).length > 0)
    refuse(17083, `Unrecognized parameter to $cond: ${Object.keys(rest).join()}`);
  return [test, then, otherwise];
}

const cond: Operator = (doc, operand, options) => {
  const parts = condParts(operand);
  if (parts.length !== 3) return refuse(16020, 'Expression $cond takes exactly 3 arguments.');
  return evalExpr(doc, isTruthy(evalExpr(doc, parts[0], options)) ? parts[1] : parts[2], options);
};

const choose: Operator = (doc, operand, options) => {
  const { branches, default: otherwise } = isDoc(operand) ? operand : {};
  for (const branch of listOf(branches)) {
    if (!isDoc(branch)) return refuse(40060, '$switch expected an array for branches');
    if (isTruthy(evalExpr(doc, branch['case'], options)))
      return evalExpr(doc, branch['then'], options);
  }
  if (otherwise === undefined)
    return refuse(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  return evalExpr(doc, otherwise, options);
};

const isIn: Operator = (doc, operand, options) => {
  const [value, list] = listOf(operand).map((part) => evalExpr(doc, part, options));
  if (!Array.isArray(list))
    return refuse(40081, `$in requires an array as a second argument, found: ${typeNameOf(list)}`);
  return list.some((item) => sameValue(item, value));
};

function elementAt(name: string, place: number): Operator {
  return (doc, operand, options) => {
    const [only] =
      Array.isArray(operand) && operand.length === 1 ? (operand as unknown[]) : [operand];
    const list = evalExpr(doc, only, options);
    if (list === null || list === undefined) return null;
    return Array.isArray(list)
      ? (list as unknown[]).at(place)
      : refuse(28689, `${name}'s argument must be an array, but is ${typeNameOf(list)}`);
  };
}

const toText: Operator = (doc, operand, options) => {
  const value = evalExpr(doc, listOf(operand)[0], options);
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Long || value instanceof Decimal128) return value.toString();
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return refuse(
    241,
    `Unsupported conversion from ${typeNameOf(value)} to string in $convert with no onError value`,
  );
};

const toObjectId: Operator = (doc, operand, options) => {
  const value = evalExpr(doc, listOf(operand)[0], options);
  if (value === null || value === undefined) return null;
  if (value instanceof ObjectId) return value;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  return refuse(241, 'Failed to parse objectId in $convert with no onError value');
};

const typeOf: Operator = (doc, operand, options) => {
  const value = evalExpr(doc, listOf(operand)[0], options);
  return value === undefined ? 'missing' : typeNameOf(value);
};

const toDate: Operator = (doc, operand, options) => {
  const value = evalExpr(doc, listOf(operand)[0], options);
  if (value === null || value === undefined) return null;
  if (value instanceof ObjectId) return value.getTimestamp();
  const date = new Date(
    value instanceof Date ? value : typeof value === 'string' ? value : (toNumber(value) ?? NaN),
  );
  const isZoned = typeof value !== 'string' || /(z|[+-]\d\d:?\d\d)$|^\d{4}-\d\d-\d\d$/i.test(value);
  if (Number.isNaN(date.getTime()) || !isZoned)
    return refuse(241, 'Unsupported conversion to date in $convert with no onError value');
  return date;
};

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + (summand(value) ?? 0), 0);
}

/** A number to add up, undefined for what MongoDB skips; wide numbers are refused, not rounded. */
export function summand(value: unknown): number | undefined {
  if (value instanceof Decimal128 || value instanceof Long)
    return refuse(
      238,
      'Sums of Decimal128 and of 64-bit integers beyond 2^53 are not supported by this store',
    );
  return toNumber(value);
}

const sumOf: Operator = (doc, operand, options) => sum(operands(doc, operand, options));

function operands(doc: unknown, operand: unknown, options: EvalOptions): unknown[] {
  if (Array.isArray(operand) && operand.length !== 1)
    return operand.map((part: unknown) => evalExpr(doc, part, options));
  return listOf(evalExpr(doc, listOf(operand)[0], options));
}

const avgOf: Operator = (doc, operand, options) => {
  const numbers = operands(doc, operand, options).filter((value) => summand(value) !== undefined);
  return numbers.length > 0 ? sum(numbers) / numbers.length : null;
};

function extreme(side: number): Operator {
  return (doc, operand, options) => {
    const values = operands(doc, operand, options).filter(
      (value) => value !== null && value !== undefined,
    );
    if (values.length === 0) return null;
    return values.reduce((best, value) => (compareValues(value, best) * side > 0 ? value : best));
  };
}

/** Operators whose results in the library differ from MongoDB's, written anew. */
export const EXACT_EXPRESSIONS: Record<`$${string}`, Operator> = {
  $eq: pair('$eq', (order) => order === 0),
  $ne: pair('$ne', (order) => order !== 0),
  $gt: pair('$gt', (order) => order > 0),
  $gte: pair('$gte', (order) => order >= 0),
  $lt: pair('$lt', (order) => order < 0),
  $lte: pair('$lte', (order) => order <= 0),
  $cmp: pair('$cmp', Math.sign),
  $and: and,
  $or: or,
  $not: not,
  $cond: cond,
  $switch: choose,
  $in: isIn,
  $first: elementAt('$first', 0),
  $last: elementAt('$last', -1),
  $toString: toText,
  $toObjectId: toObjectId,
  $type: typeOf,
  $toDate: toDate,
  $sum: sumOf,
  $avg: avgOf,
  $min: extreme(-1),
  $max: extreme(1),
};
