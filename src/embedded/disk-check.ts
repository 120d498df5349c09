import { open } from 'node:fs/promises';

const HEADER = 24;
const MAGIC = 0xbeefc0de;
const PAGE_SIZE_AT = HEADER + 24;
const META_BYTES = HEADER + 136;
const MAX_PAGE_BYTES = 65_536;

/** The size of the pages where a meta page of LMDB's begins, undefined where none does. */
function pageBytesAt(head: Buffer, at: number): number | undefined {
  const meta = head.subarray(at, at + META_BYTES);
  if (meta.length < META_BYTES || meta.readUInt32LE(HEADER) !== MAGIC) return undefined;
  return meta.readUInt32LE(PAGE_SIZE_AT);
}

/** A file of LMDB's begins with two meta pages. */
function isDatabase(head: Buffer): boolean {
  const pageBytes = pageBytesAt(head, 0);
  return pageBytes !== undefined && pageBytesAt(head, pageBytes) === pageBytes;
}

/**
 * Says whether a file can be opened as the store's: it is new, or LMDB's own. LMDB maps what it finds and brings the whole process down over a file that is something else.
 */
export async function isOpenable(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return true;
  try {
    const { size } = await file.stat();
    if (size === 0) return true;
    const head = Buffer.alloc(MAX_PAGE_BYTES + META_BYTES);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return isDatabase(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
