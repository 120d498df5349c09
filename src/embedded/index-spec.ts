import { isDoc, isNumeric, isTruthy, toNumber, type Doc } from './bson-value';
import type { Index, IndexField } from './catalog';
import { compileFilter } from './match-document';
import { refuse } from './mongo-error';

const KNOWN = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
  'hidden',
]);

function readField(path: string, value: unknown): IndexField {
  if (path === '' || path.split('.').includes(''))
    return refuse(67, `Index keys cannot contain an empty field.`);
  if (path.startsWith('$') || path.includes('$**'))
    return refuse(67, `Index key contains an illegal field name: field name starts with '$'.`);
  if (!isNumeric(value))
    return refuse(
      67,
      `Unknown index plugin '${String(value)}': this store has ascending and descending indexes only`,
    );
  const direction = toNumber(value) ?? 0;
  if (direction === 0 || Number.isNaN(direction))
    return refuse(67, 'Values in the index key pattern cannot be 0.');
  return { path, direction: direction > 0 ? 1 : -1 };
}

function refuseUnsupported(spec: Doc): void {
  const strange = Object.keys(spec).find((name) => !KNOWN.has(name));
  if (strange !== undefined)
    refuse(
      197,
      `The field '${strange}' is not valid for an index specification. Specification: ${JSON.stringify(spec)}`,
    );
  const collation = spec['collation'];
  if (isDoc(collation) && collation['locale'] !== 'simple')
    refuse(67, 'This store compares strings by their bytes; collation is not supported');
  if (isTruthy(spec['hidden'])) refuse(67, 'Hidden indexes are not supported by this store');
  if (isTruthy(spec['sparse']) && spec['partialFilterExpression'] !== undefined)
    refuse(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
}

const PARTIAL_OPERATORS = new Set([
  '$eq',
  '$exists',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$type',
  '$and',
  '$or',
  '$in',
]);

function checkPartial(filter: unknown): void {
  if (Array.isArray(filter)) return filter.forEach(checkPartial);
  if (!isDoc(filter)) return;
  for (const [name, value] of Object.entries(filter)) {
    if (name.startsWith('$') && !PARTIAL_OPERATORS.has(name))
      refuse(67, `Expression not supported in partial index: ${name}`);
    checkPartial(value);
  }
}

function expiry(spec: Doc, fields: readonly IndexField[]): number | undefined {
  const seconds = toNumber(spec['expireAfterSeconds']);
  if (spec['expireAfterSeconds'] === undefined) return undefined;
  if (seconds === undefined || !Number.isFinite(seconds) || seconds < 0 || seconds > 2 ** 31 - 1)
    return refuse(
      67,
      `TTL index 'expireAfterSeconds' option must be within an acceptable range, was ${String(seconds)}`,
    );
  if (fields.length > 1)
    return refuse(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  if (fields[0]?.path === '_id') return refuse(67, 'The field _id cannot be used for a TTL index');
  return seconds;
}

/** Reads one index of createIndexes into its stored form; what the store cannot do is refused by name. */
export function readIndexSpec(spec: Doc): Doc {
  refuseUnsupported(spec);
  const { key, name, partialFilterExpression: partial } = spec;
  if (!isDoc(key) || Object.keys(key).length === 0)
    return refuse(67, 'Index keys cannot be empty.');
  const fields = Object.entries(key).map(([path, value]) => readField(path, value));
  if (typeof name !== 'string' || name === '')
    return refuse(9, "The 'name' field is a required property of an index specification");
  if (partial !== undefined && !isDoc(partial))
    return refuse(14, "The field 'partialFilterExpression' must be an object");
  checkPartial(partial);
  if (isDoc(partial)) compileFilter(partial, { now: new Date(0), variables: {} });
  const expireAfterSeconds = expiry(spec, fields);
  return {
    name,
    fields,
    unique: isTruthy(spec['unique']),
    sparse: isTruthy(spec['sparse']),
    expireAfterSeconds,
    partial,
  };
}

/** An index the way listIndexes shows it. */
export function describeIndex({
  name,
  fields,
  unique,
  sparse,
  expireAfterSeconds,
  partial,
}: Index): Doc {
  return {
    v: 2,
    key: Object.fromEntries(fields.map(({ path, direction }) => [path, direction])),
    name,
    ...(unique && name !== '_id_' ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    ...(partial ? { partialFilterExpression: partial } : {}),
  };
}
