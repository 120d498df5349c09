import { compareValues } from './bson-order';
import { isDoc, toNumber, type Doc } from './bson-value';
import { refuse } from './mongo-error';
import { MISSING, valuesAt } from './path-values';

/** One field of a sort order: a dotted path and 1 or -1. */
export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** Reads a sort order, refusing what is neither 1 nor -1 (15975). */
export function sortFields(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) return refuse(14, 'Expected field sort to be of type object');
  return Object.entries(sort).map(([path, value]) => {
    const direction = toNumber(value);
    if (direction !== 1 && direction !== -1)
      return refuse(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, direction };
  });
}

function spread(value: unknown): unknown[] {
  if (value === MISSING) return [null];
  if (!Array.isArray(value)) return [value];
  return value.length > 0 ? value : [undefined];
}

/** The value a document is sorted by: of an array the least element ascending, the greatest descending. */
export function sortValue(doc: Doc, { path, direction }: SortField): unknown {
  const values = valuesAt(doc, path).flatMap(spread);
  if (values.length === 0) return null;
  return values.reduce((best, value) =>
    compareValues(value, best) * direction < 0 ? value : best,
  );
}

/** The values a document is sorted by, one per field. */
export function sortValues(doc: Doc, fields: readonly SortField[]): unknown[] {
  return fields.map((field) => sortValue(doc, field));
}

/** Compares two rows of sort values. */
export function compareSortValues(
  a: readonly unknown[],
  b: readonly unknown[],
  fields: readonly SortField[],
): number {
  for (const [at, { direction }] of fields.entries()) {
    const order = compareValues(a[at], b[at]) * direction;
    if (order) return order;
  }
  return 0;
}

/** Sorts items by the documents they stand for; equal items keep their order. */
export function sortBy<T>(
  items: readonly T[],
  docOf: (item: T) => Doc,
  fields: readonly SortField[],
): T[] {
  return items
    .map((item) => ({ item, values: sortValues(docOf(item), fields) }))
    .sort((a, b) => compareSortValues(a.values, b.values, fields))
    .map(({ item }) => item);
}
