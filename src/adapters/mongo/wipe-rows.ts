import type { Store } from './connect';
import type { Sweeping, TraceTaker } from './trace-taker';

type Row = Readonly<Record<string, unknown>>;

/** A field that was wiped: where it is, what stood there, and what stands there now. */
interface Wiped {
  readonly path: string;
  readonly was: string;
  readonly is: string;
}

/**
 * Takes somebody's name and numbers out of whatever people wrote in a collection, row by row.
 *
 * Each row is written only if the words are still those that were read; a row that somebody changed
 * meanwhile is looked at again.
 */
export async function wipeRows(
  name: string,
  { words, counts }: Pick<TraceTaker, 'words' | 'counts'>,
  given: Sweeping,
): Promise<void> {
  if (words.length === 0) return;
  const fields = new Set(words);
  for await (const row of given.store.collection(name).find())
    await wipeRow({ name, fields, counts, row }, given);
}

interface Wiping {
  readonly name: string;
  readonly fields: ReadonlySet<string>;
  readonly counts: string | undefined;
  readonly row: Row;
}

async function wipeRow(wiping: Wiping, given: Sweeping): Promise<void> {
  const { name, fields, counts, row } = wiping;
  const wiped = wipedIn(row, fields, given);
  if (wiped.length === 0) return;
  const rows = given.store.collection(name);
  const { _id } = row as { readonly _id: never };
  const was = Object.fromEntries(wiped.map((one) => [one.path, one.was]));
  const is = Object.fromEntries(wiped.map((one) => [one.path, one.is]));
  const { matchedCount } = await rows.updateOne(
    { ...was, _id },
    { $set: is, ...(counts !== undefined && { $inc: { [counts]: 1 } }) },
  );
  if (matchedCount > 0) return;
  const changed = await rows.findOne({ _id });
  if (changed) await wipeRow({ ...wiping, row: changed }, given);
}

function wipedIn(row: Row, fields: ReadonlySet<string>, { wipe }: Sweeping): readonly Wiped[] {
  const writtenAt = latestIn(row);
  return wordsIn(row, fields, '', false).flatMap(({ path, was }) => {
    const is = wipe(was, writtenAt);
    return is === was ? [] : [{ path, was, is }];
  });
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** The words of a row that stand in one of these fields, however deep it is. */
function wordsIn(
  value: unknown,
  fields: ReadonlySet<string>,
  path: string,
  isFree: boolean,
): readonly Omit<Wiped, 'is'>[] {
  if (typeof value === 'string') return isFree ? [{ path, was: value }] : [];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    wordsIn(
      inner,
      fields,
      path === '' ? key : `${path}.${key}`,
      Array.isArray(value) ? isFree : fields.has(key),
    ),
  );
}

/** The last moment a row knows of; nothing of it was written later. */
function latestIn(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  if (!isObject(value)) return undefined;
  return Object.values(value)
    .map(latestIn)
    .reduce((latest, one) => (one && (!latest || one > latest) ? one : latest), undefined);
}

/** The names of the institutions, which stay as they are. */
export async function institutionNames(store: Store): Promise<readonly string[]> {
  const found = await store.collection<{ name: string }>('institutions').find().toArray();
  return found.map(({ name }) => name);
}
