/**
 * Whether an error says that a unique key is taken: for keyed writes, that is what a repeat looks like.
 *
 * An unordered insert names its first failure only; it was a repeat when every failure was one.
 */
export function isDuplicateKey(error: unknown): boolean {
  if (!saysTaken(error)) return false;
  const { writeErrors } = error as { readonly writeErrors?: unknown };
  return !Array.isArray(writeErrors) || writeErrors.every(saysTaken);
}

const saysTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

/** Inserts by a unique key; true when the row is new, false when it was there already. */
export async function insertOnce(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Does an upsert, and does it again when somebody inserted the same key in the same moment. */
export async function onceMore<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return upsert();
  }
}
