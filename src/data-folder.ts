import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for what a first start writes. */
const probeBytes = 256 * 1024;

/**
 * Makes sure that the data folder is there and takes data; says in one sentence why it does not.
 *
 * A database file that is mapped into memory kills the process when the disk has no room behind it,
 * so a full disk has to be noticed before.
 */
export async function whyNoDataFolder(dir: string): Promise<string | undefined> {
  const probe = join(dir, `probe-${process.pid}`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await fill(probe);
    return undefined;
  } catch (error) {
    return inWords(dir, error);
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(Buffer.alloc(probeBytes, 1));
    await file.sync();
  } finally {
    await file.close();
  }
}

const notAFolder = 'is not a folder: set DATA_DIR to a folder, or to a name that is free';
const noRoom = 'has no room left on its disk: make some, then start again';
const notOurs = 'may not be written to by this user: change its owner, or set another DATA_DIR';

const reasons: Readonly<Record<string, string>> = {
  ...{ EEXIST: notAFolder, ENOTDIR: notAFolder },
  ...{ ENOSPC: noRoom, EDQUOT: noRoom, EFBIG: noRoom },
  ...{ EACCES: notOurs, EPERM: notOurs, EROFS: notOurs },
};

function inWords(dir: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : reasons[code];
  return `The data folder ${dir} ${reason ?? `cannot be used: ${message}`}`;
}
