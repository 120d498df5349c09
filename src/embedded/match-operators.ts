import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { compareValues, rankOf, regexParts, sameValue } from './bson-order';
import { bsonTypeOf, isNumeric, isTruthy, toNumber, typeByAlias } from './bson-value';
import { refuse } from './mongo-error';
import { MISSING } from './path-values';

/** What a path leads to: the values themselves, and those values with arrays also taken apart. */
export interface Found {
  readonly leaves: readonly unknown[];
  readonly each: readonly unknown[];
}

/** A test of what a path leads to. */
export type Test = (found: Found) => boolean;

/** Takes arrays apart: a comparison holds for an array and for any of its elements. */
export function found(leaves: readonly unknown[]): Found {
  if (!leaves.some(Array.isArray)) return { leaves, each: leaves };
  const each = leaves.flatMap((leaf: unknown) =>
    Array.isArray(leaf) ? [...(leaf as unknown[]), leaf] : [leaf],
  );
  return { leaves, each };
}

const isNull = (value: unknown): boolean =>
  value === MISSING || value === null || value === undefined;
const isRegex = (value: unknown): boolean => value instanceof BSONRegExp || value instanceof RegExp;

/** Tests equality; null also equals a missing field. */
export function equals(operand: unknown): Test {
  if (isNull(operand)) return ({ each }) => each.some(isNull);
  return ({ each }) => each.some((value) => value !== MISSING && sameValue(value, operand));
}

function compiledRegex(pattern: string, flags: string): RegExp {
  const known = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('');
  if (/[^imsu]/.test(flags)) return refuse(51108, `invalid flag in regex options: ${flags}`);
  try {
    return new RegExp(pattern, `${known}u`);
  } catch {
    return looseRegex(pattern, known);
  }
}

function looseRegex(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    return refuse(51091, `Regular expression is invalid: ${(error as Error).message}`);
  }
}

/** Tests strings against a regular expression; an equal regular expression matches too. */
export function matchesRegex(operand: unknown, options?: unknown): Test {
  if (!isRegex(operand) && typeof operand !== 'string')
    return refuse(2, '$regex has to be a string');
  const [pattern, flags] = isRegex(operand) ? regexParts(operand) : [operand as string, ''];
  const regex = compiledRegex(pattern, typeof options === 'string' ? options : flags);
  return ({ each }) =>
    each.some((value) =>
      typeof value === 'string' ? regex.test(value) : isRegex(value) && sameValue(value, operand),
    );
}

function ordered(holds: (order: number) => boolean): (operand: unknown) => Test {
  return (operand) => {
    if (isNull(operand)) return holds(0) ? equals(null) : () => false;
    if (Number.isNaN(toNumber(operand))) return holds(0) ? equals(operand) : () => false;
    const anyType = operand instanceof MinKey || operand instanceof MaxKey;
    const rank = rankOf(operand);
    const comparable = (value: unknown): boolean =>
      value !== MISSING && (anyType || (rankOf(value) === rank && !Number.isNaN(toNumber(value))));
    return ({ each }) =>
      each.some((value) => comparable(value) && holds(compareValues(value, operand)));
  };
}

function isIn(operand: unknown): Test {
  if (!Array.isArray(operand)) return refuse(2, '$in needs an array');
  const tests = operand.map((item) => (isRegex(item) ? matchesRegex(item) : equals(item)));
  return (values) => tests.some((test) => test(values));
}

function typeTest(operand: unknown): (value: unknown) => boolean {
  if (operand === 'number') return isNumeric;
  const type = typeof operand === 'string' ? typeByAlias(operand) : toNumber(operand);
  if (type === undefined) return refuse(2, `Unknown type name alias: ${String(operand)}`);
  return (value) => bsonTypeOf(value) === type;
}

function hasType(operand: unknown): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(typeTest);
  return ({ each }) => each.some((value) => value !== MISSING && tests.some((test) => test(value)));
}

function hasSize(operand: unknown): Test {
  const size = toNumber(operand);
  if (size === undefined || !Number.isInteger(size) || size < 0)
    return refuse(2, 'Failed to parse $size. Expected a non-negative integer.');
  return ({ leaves }) => leaves.some((leaf) => Array.isArray(leaf) && leaf.length === size);
}

function remainder(operand: unknown): Test {
  const [divisor, rest, more] = Array.isArray(operand) ? operand.map(toNumber) : [];
  if (divisor === undefined || rest === undefined || more !== undefined)
    return refuse(2, 'malformed mod, needs to be an array of two numbers');
  if (Math.trunc(divisor) === 0) return refuse(2, 'divisor cannot be 0');
  return ({ each }) =>
    each.some((value) => {
      const number = toNumber(value);
      return number !== undefined && Math.trunc(number) % Math.trunc(divisor) === Math.trunc(rest);
    });
}

function bits(operand: unknown): bigint {
  const mask = toNumber(operand);
  if (mask !== undefined && Number.isSafeInteger(mask) && mask >= 0) return BigInt(mask);
  if (!Array.isArray(operand))
    return refuse(2, 'a bit mask is a non-negative integer or a list of places');
  return operand.reduce<bigint>((sum, place) => sum | (1n << BigInt(toNumber(place) ?? 0)), 0n);
}

function bitTest(holds: (common: bigint, mask: bigint) => boolean): (operand: unknown) => Test {
  return (operand) => {
    const mask = bits(operand);
    return ({ each }) =>
      each.some((value) => {
        const number = toNumber(value);
        return Number.isSafeInteger(number) && holds(BigInt(number ?? 0) & mask, mask);
      });
  };
}

function not(test: Test): Test {
  return (values) => !test(values);
}

/** The operators that look only at what a path leads to; the rest live with the filter itself. */
export const VALUE_OPERATORS: ReadonlyMap<string, (operand: unknown) => Test> = new Map([
  ['$eq', equals],
  ['$ne', (operand: unknown) => not(equals(operand))],
  ['$gt', ordered((order) => order > 0)],
  ['$gte', ordered((order) => order >= 0)],
  ['$lt', ordered((order) => order < 0)],
  ['$lte', ordered((order) => order <= 0)],
  ['$in', isIn],
  ['$nin', (operand: unknown) => not(isIn(operand))],
  ['$type', hasType],
  ['$size', hasSize],
  ['$mod', remainder],
  ['$bitsAllSet', bitTest((common, mask) => common === mask)],
  ['$bitsAnySet', bitTest((common) => common !== 0n)],
  ['$bitsAllClear', bitTest((common) => common === 0n)],
  ['$bitsAnyClear', bitTest((common, mask) => common !== mask)],
  [
    '$exists',
    (operand: unknown): Test =>
      ({ leaves }) =>
        leaves.some((leaf) => leaf !== MISSING) === isTruthy(operand),
  ],
]);
