import { statfs } from 'node:fs/promises';

const [EIO, EFBIG, ENOSPC, EDQUOT] = [5, 27, 28, 122];
const LITTLE_BYTES = 1024 * 1024;
const PATIENCE_MS = 1000;

/** A write the disk did not take; nothing of its transaction is there. */
export class DiskFailure extends Error {
  readonly isFull: boolean;

  constructor(message: string, isFull: boolean) {
    super(message);
    this.isFull = isFull;
  }
}

/** LMDB tells the cause of a failed commit in a promise of its own, a little later. */
async function causeOf(error: unknown): Promise<unknown> {
  const { commitError } = error as { commitError?: Promise<never> };
  if (!commitError) return error;
  const late = new Promise<unknown>((resolve) =>
    setTimeout(() => resolve(error), PATIENCE_MS).unref(),
  );
  return Promise.race([commitError.catch((cause: unknown) => cause), late]);
}

/** LMDB reports a write that was cut short as an input/output error; so does a full disk at first. */
async function isNearlyFull(folder: string): Promise<boolean> {
  const space = await statfs(folder).catch(() => undefined);
  return space !== undefined && space.bavail * space.bsize < LITTLE_BYTES;
}

async function isFull(code: unknown, folder: string): Promise<boolean> {
  if (code === ENOSPC || code === EDQUOT || code === EFBIG) return true;
  return code === EIO && (await isNearlyFull(folder));
}

/** Finds out why a transaction could not be written to a folder. */
export async function diskFailure(error: unknown, folder: string): Promise<DiskFailure> {
  const cause = await causeOf(error);
  const { code, message } = cause as { code?: unknown; message?: unknown };
  const full = await isFull(code, folder);
  return new DiskFailure(
    full ? 'No space left on device' : `The disk refused a write: ${String(message)}`,
    full,
  );
}
