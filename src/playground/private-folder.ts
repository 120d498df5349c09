import fs from 'node:fs';
import path from 'node:path';

/** What people said is theirs: nobody else on the machine may read it. */
export const privateFileMode = 0o600;
const privateFolderMode = 0o700;

/** Makes a folder that only its owner can enter, and closes the files of an earlier run too. */
export function openPrivateFolder(dir: string): void {
  fs.mkdirSync(dir, { recursive: true, mode: privateFolderMode });
  close(dir, privateFolderMode);
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    if (entry.isFile()) close(path.join(dir, entry.name), privateFileMode);
  }
}

/** Some file systems (FAT, some network shares) know no modes; there the folder serves as it is. */
function close(name: string, mode: number): void {
  try {
    fs.chmodSync(name, mode);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error;
  }
}
