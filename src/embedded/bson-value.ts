import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BSONType,
  Code,
  DBRef,
  Decimal128,
  deserialize,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';

/** A document whose numbers keep their BSON type: Int32, Double, Long and Decimal128 stay objects. */
export type Doc = Record<string, unknown>;

/** Reads BSON so that writing it again gives the same bytes. */
export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, bsonRegExp: true });
}

/** Reads BSON into plain JavaScript values, as expressions want them; a Long beyond 2^53 stays a Long. */
export function decodePlain(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteBuffers: false });
}

/** Writes BSON; a field that is undefined is left out. */
export function encode(doc: Doc): Buffer {
  const { buffer, byteOffset, byteLength } = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Says whether a value is an embedded document rather than an array, a date or a BSON scalar. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (value instanceof Date || value instanceof RegExp || value instanceof Uint8Array) return false;
  return !('_bsontype' in value);
}

/** Says whether a value counts as a number for MongoDB, whatever its width. */
export function isNumeric(
  value: unknown,
): value is number | bigint | Int32 | Double | Long | Decimal128 {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  return (
    value instanceof Int32 ||
    value instanceof Double ||
    (value instanceof Long && !(value instanceof Timestamp)) ||
    value instanceof Decimal128
  );
}

/** The nearest double of a numeric value, or undefined where the value is no number. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Decimal128) return Number(value.toString());
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Long && isNumeric(value) ? value.toNumber() : undefined;
}

/** MongoDB's truth: everything but false, null, undefined and zero. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return isNumeric(value) ? toNumber(value) !== 0 : true;
}

const BY_CLASS: readonly (readonly [new (...args: never[]) => unknown, number])[] = [
  [ObjectId, BSONType.objectId],
  [Date, BSONType.date],
  [Int32, BSONType.int],
  [Double, BSONType.double],
  [Timestamp, BSONType.timestamp],
  [Long, BSONType.long],
  [Decimal128, BSONType.decimal],
  [Binary, BSONType.binData],
  [Uint8Array, BSONType.binData],
  [BSONRegExp, BSONType.regex],
  [RegExp, BSONType.regex],
  [BSONSymbol, BSONType.symbol],
  [Code, BSONType.javascript],
  [DBRef, BSONType.object],
  [MinKey, BSONType.minKey],
  [MaxKey, BSONType.maxKey],
];

function typeOfNumber(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? BSONType.int : BSONType.double;
}

/** The BSON type number of a value, as `$type` knows it. */
export function bsonTypeOf(value: unknown): number {
  if (value === null) return BSONType.null;
  if (value === undefined) return BSONType.undefined;
  if (typeof value === 'string') return BSONType.string;
  if (typeof value === 'boolean') return BSONType.bool;
  if (typeof value === 'number') return typeOfNumber(value);
  if (typeof value === 'bigint') return BSONType.long;
  if (Array.isArray(value)) return BSONType.array;
  return BY_CLASS.find(([type]) => value instanceof type)?.[1] ?? BSONType.object;
}

const NAMES = new Map<number, string>(
  Object.entries(BSONType).map(([name, type]) => [type, name] as const),
);

/** The name MongoDB gives a value's type in messages and in `$type`. */
export function typeNameOf(value: unknown): string {
  return NAMES.get(bsonTypeOf(value)) ?? 'missing';
}

/** The BSON type number for a `$type` alias or number, or undefined where there is none. */
export function typeByAlias(alias: string): number | undefined {
  const types: Record<string, number> = BSONType;
  return Object.hasOwn(types, alias) ? types[alias] : undefined;
}

/** Turns a typed value into the plain JavaScript value that expressions compute with. */
export function plain(value: unknown): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long && !(value instanceof Timestamp)) return plainLong(value);
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace('x', ''));
  if (Array.isArray(value)) return value.map(plain);
  return isDoc(value) ? plainDoc(value) : value;
}

function plainLong(value: Long): unknown {
  const near = value.toNumber();
  return Number.isSafeInteger(near) ? near : value;
}

const plainForms = new WeakMap<Doc, Doc>();

/** Turns a typed document into plain JavaScript values; nobody changes either of them afterwards. */
export function plainDoc(doc: Doc): Doc {
  const known = plainForms.get(doc);
  if (known) return known;
  const made = Object.fromEntries(Object.entries(doc).map(([name, value]) => [name, plain(value)]));
  plainForms.set(doc, made);
  plainForms.set(made, made);
  return made;
}
