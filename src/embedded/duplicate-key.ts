import { Binary, Decimal128, Long, ObjectId } from 'bson';
import { isDoc, type Doc } from './bson-value';
import type { Collection, Index } from './catalog';
import { MongoError } from './mongo-error';

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${String(value.getTime())})`;
  if (value instanceof Long) return value.toString();
  if (value instanceof Decimal128) return `Decimal128('${value.toString()}')`;
  if (value instanceof Binary)
    return `BinData(${String(value.sub_type)}, ${value.toString('hex').toUpperCase()})`;
  if (Array.isArray(value)) return `[ ${value.map(shown).join(', ')} ]`;
  return isDoc(value) ? shownDoc(value) : JSON.stringify(value);
}

function shownDoc(doc: Doc): string {
  const fields = Object.entries(doc).map(([name, value]) => `${name}: ${shown(value)}`);
  return `{ ${fields.join(', ')} }`;
}

/** The error for a second document with the same key in a unique index, worded as MongoDB words it. */
export function duplicateKey(
  { ns }: Collection,
  { name, fields }: Index,
  values: readonly unknown[],
): MongoError {
  const keyPattern = Object.fromEntries(fields.map(({ path, direction }) => [path, direction]));
  const keyValue = Object.fromEntries(fields.map(({ path }, at) => [path, values[at] ?? null]));
  const message = `E11000 duplicate key error collection: ${ns} index: ${name} dup key: ${shownDoc(keyValue)}`;
  return new MongoError(11000, message, { keyPattern, keyValue });
}
