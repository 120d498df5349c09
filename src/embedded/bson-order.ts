import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BSONType,
  type Code,
  Decimal128,
  type ObjectId,
  type Timestamp,
} from 'bson';
import { bsonTypeOf, toNumber, type Doc } from './bson-value';

/** The places of the BSON types in MongoDB's comparison order, lowest first. */
export const RANK = {
  minKey: 1,
  undefined: 2,
  null: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binary: 8,
  objectId: 9,
  bool: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  code: 14,
  maxKey: 15,
} as const;

const RANK_OF_TYPE = new Map<number, number>([
  [BSONType.minKey, RANK.minKey],
  [BSONType.undefined, RANK.undefined],
  [BSONType.null, RANK.null],
  [BSONType.int, RANK.number],
  [BSONType.long, RANK.number],
  [BSONType.double, RANK.number],
  [BSONType.decimal, RANK.number],
  [BSONType.string, RANK.string],
  [BSONType.symbol, RANK.string],
  [BSONType.object, RANK.object],
  [BSONType.array, RANK.array],
  [BSONType.binData, RANK.binary],
  [BSONType.objectId, RANK.objectId],
  [BSONType.bool, RANK.bool],
  [BSONType.date, RANK.date],
  [BSONType.timestamp, RANK.timestamp],
  [BSONType.regex, RANK.regex],
  [BSONType.javascript, RANK.code],
  [BSONType.maxKey, RANK.maxKey],
]);

/** The place of a value's type in the comparison order; all numbers share one place. */
export function rankOf(value: unknown): number {
  return RANK_OF_TYPE.get(bsonTypeOf(value)) ?? RANK.object;
}

/** A finite number as an exact fraction, so that int64, double and decimal can be told apart. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

function fractionOfDouble(value: number): Fraction {
  let [top, power] = [value, 0];
  while (!Number.isInteger(top)) [top, power] = [top * 2, power + 1];
  return { top: BigInt(top), bottom: 1n << BigInt(power) };
}

function fractionOfDecimal(text: string): Fraction {
  const [digits = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '0', part = ''] = digits.split('.');
  const power = Number(exponent) - part.length;
  const top = BigInt(whole + part);
  return power >= 0
    ? { top: top * 10n ** BigInt(power), bottom: 1n }
    : { top, bottom: 10n ** BigInt(-power) };
}

/** The exact value of a finite number. */
export function fractionOf(value: unknown): Fraction {
  if (value instanceof Decimal128) return fractionOfDecimal(value.toString());
  if (typeof value === 'bigint') return { top: value, bottom: 1n };
  if (bsonTypeOf(value) === BSONType.long) return { top: BigInt(String(value)), bottom: 1n };
  return fractionOfDouble(toNumber(value) ?? 0);
}

/** Plain three-way comparison of two primitives of one kind. */
export function compareSimple<T extends number | bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isExactDouble(value: unknown, near: number): boolean {
  if (value instanceof Decimal128) return Number.isNaN(near);
  return bsonTypeOf(value) !== BSONType.long || Number.isSafeInteger(near);
}

function isEndlessDecimal(value: unknown): boolean {
  return !(value instanceof Decimal128) || value.toString().includes('Infinity');
}

function compareNumbers(a: unknown, b: unknown): number {
  const [x, y] = [toNumber(a) ?? 0, toNumber(b) ?? 0];
  if (Number.isNaN(x) || Number.isNaN(y))
    return Number(!Number.isNaN(x)) - Number(!Number.isNaN(y));
  if (x !== y) return x < y ? -1 : 1;
  if (isExactDouble(a, x) && isExactDouble(b, y)) return 0;
  if (!Number.isFinite(x)) return compareEndless(a, b, x);
  const [p, q] = [fractionOf(a), fractionOf(b)];
  return compareSimple(p.top * q.bottom, q.top * p.bottom);
}

/** A decimal too large for a double looks infinite as one, yet is smaller than infinity. */
function compareEndless(a: unknown, b: unknown, sign: number): number {
  const [endlessA, endlessB] = [isEndlessDecimal(a), isEndlessDecimal(b)];
  if (endlessA || endlessB) return (Number(endlessA) - Number(endlessB)) * Math.sign(sign);
  const [p, q] = [fractionOf(a), fractionOf(b)];
  return compareSimple(p.top * q.bottom, q.top * p.bottom);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Orders strings by their UTF-8 bytes; JavaScript's own order differs only where surrogates occur. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

/** The bytes and the subtype of binary data in either of its forms. */
export function bytesOf(value: unknown): { subtype: number; bytes: Buffer } {
  if (value instanceof Binary)
    return {
      subtype: value.sub_type,
      bytes: Buffer.from(value.buffer.subarray(0, value.position)),
    };
  return { subtype: 0, bytes: Buffer.from(value as Uint8Array) };
}

function compareBinary(a: unknown, b: unknown): number {
  const [x, y] = [bytesOf(a), bytesOf(b)];
  const bySize = x.bytes.length - y.bytes.length || x.subtype - y.subtype;
  return bySize || Buffer.compare(x.bytes, y.bytes);
}

/** The pattern and the sorted flags of a regular expression in either of its forms. */
export function regexParts(value: unknown): readonly [string, string] {
  if (value instanceof BSONRegExp) return [value.pattern, value.options];
  const { source, flags } = value as RegExp;
  return [source, flags.replace(/[^imsx]/g, '')];
}

function compareRegex(a: unknown, b: unknown): number {
  const [x, y] = [regexParts(a), regexParts(b)];
  return compareStrings(x[0], y[0]) || compareStrings(x[1], y[1]);
}

/** The text of a string or of a BSON symbol. */
export function textOf(value: unknown): string {
  return value instanceof BSONSymbol ? value.value : (value as string);
}

/** The source text and scope of a piece of JavaScript, in one comparable string. */
export function codeText(value: unknown): string {
  const { code, scope } = value as Code;
  return JSON.stringify([code, scope]);
}

function compareEntries(a: readonly [string, unknown][], b: readonly [string, unknown][]): number {
  for (const [at, [name, value]] of a.entries()) {
    const other = b[at];
    if (!other) return 1;
    const order =
      rankOf(value) - rankOf(other[1]) ||
      compareStrings(name, other[0]) ||
      compareValues(value, other[1]);
    if (order) return order;
  }
  return a.length - b.length;
}

const COMPARE = new Map<number, (a: unknown, b: unknown) => number>([
  [RANK.number, compareNumbers],
  [RANK.string, (a, b) => compareStrings(textOf(a), textOf(b))],
  [RANK.object, (a, b) => compareEntries(Object.entries(a as Doc), Object.entries(b as Doc))],
  [RANK.array, (a, b) => compareEntries(Object.entries(a as Doc), Object.entries(b as Doc))],
  [RANK.binary, compareBinary],
  [RANK.objectId, (a, b) => Buffer.compare((a as ObjectId).id, (b as ObjectId).id)],
  [RANK.bool, (a, b) => Number(a) - Number(b)],
  [RANK.date, (a, b) => (a as Date).getTime() - (b as Date).getTime()],
  [
    RANK.timestamp,
    (a, b) => compareSimple((a as Timestamp).toBigInt(), (b as Timestamp).toBigInt()),
  ],
  [RANK.regex, compareRegex],
  [RANK.code, (a, b) => compareStrings(codeText(a), codeText(b))],
]);

/** Orders any two BSON values the way MongoDB sorts them: by type first, all numbers as one type. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rankOf(a) - rankOf(b);
  return byType || (COMPARE.get(rankOf(a))?.(a, b) ?? 0);
}

/** Says whether two values are the same to MongoDB: 1 equals 1.0, field order counts. */
export function sameValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}
