import { isDoc, type Doc } from './bson-value';
import type { Collection } from './catalog';
import type { Disk } from './disk';
import { encodeValue, MAX_KEY_BYTES } from './index-key';
import { planFor } from './query-plan';

/** What equals nothing but itself, so that its key in an index says it all. */
const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

/** Room is left for the number of the record and what belongs to the index. */
const longestValue = MAX_KEY_BYTES / 4;

const isWholeKey = (value: unknown): boolean => {
  const { bytes, lossy } = encodeValue(value);
  return !lossy && bytes.length < longestValue;
};

/**
 * How many documents a filter finds, where the keys of an index tell it without a look at any document.
 *
 * That is so for equality on the leading fields of an index that holds no arrays and no cut values;
 * undefined everywhere else.
 */
export function exactCount(disk: Disk, collection: Collection, filter: Doc): number | undefined {
  const paths = Object.keys(filter);
  if (!Object.values(filter).every((value) => isPlain(value) && isWholeKey(value)))
    return undefined;
  const plan = planFor(collection, filter);
  if (plan.kind !== 'index') return undefined;
  const { fields, multikey, lossy } = plan.index;
  const leading = fields.slice(0, paths.length).map(({ path }) => path);
  const isCovered = paths.every((path) => leading.includes(path));
  if (!isCovered || lossy || multikey.includes(true)) return undefined;
  return plan.ranges.reduce((sum, range) => sum + disk.count(range), 0);
}

/** The filter of a pipeline that counts all it finds, as drivers send it for `countDocuments`. */
export function countedFilter(pipeline: unknown): Doc | undefined {
  if (!Array.isArray(pipeline) || pipeline.length !== 2) return undefined;
  const [first, second] = pipeline as readonly unknown[];
  if (!isDoc(first) || !isDoc(second)) return undefined;
  const filter = first['$match'];
  const counts = JSON.stringify(second) === '{"$group":{"_id":1,"n":{"$sum":1}}}';
  return counts && Object.keys(first).length === 1 && isDoc(filter) ? filter : undefined;
}
