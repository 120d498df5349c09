import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Table } from './journal';
import { openPrivateFolder, privateFileMode } from './private-folder';

/** What is known of one file that went through the playground. */
export interface StoredFile {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly sha: string;
  readonly size: number;
  readonly kind: FileKind;
  /** The path under which a bot downloads it. */
  readonly path: string;
  readonly name?: string;
  readonly mime?: string;
  readonly width?: number;
  readonly height?: number;
}

export type FileKind = 'photo' | 'document' | 'sticker' | 'voice' | 'video';

export type FileFacts = Omit<StoredFile, 'fileId' | 'uniqueId' | 'sha' | 'size' | 'path'> & {
  /** Which size of a photo it is; sizes have ids of their own. */
  readonly variant?: string;
  readonly extension: string;
};

/** Keeps bytes by their content and hands out Telegram's two kinds of id for them. */
export interface Vault {
  keep(bytes: Buffer, facts: FileFacts): StoredFile;
  byId(fileId: string): StoredFile | undefined;
  byPath(path: string): StoredFile | undefined;
  read(file: StoredFile): Buffer | undefined;
}

const folders: Readonly<Record<FileKind, string>> = {
  photo: 'photos',
  document: 'documents',
  sticker: 'stickers',
  voice: 'voice',
  video: 'videos',
};

/** Opens the vault over a table of facts; bytes live in `dir`, or in memory without one. */
export function openVault(files: Table<StoredFile>, dir?: string): Vault {
  const bytesOf = dir === undefined ? inMemory() : inFolder(dir);
  return {
    keep(bytes, facts) {
      const file = describe(bytes, facts);
      bytesOf.put(file.sha, bytes);
      if (!files.get(file.fileId)) files.set(file.fileId, file);
      return file;
    },
    byId: (fileId) => files.get(fileId),
    byPath: (wanted) => files.values().find((file) => file.path === wanted),
    read: (file) => bytesOf.get(file.sha),
  };
}

const digest = (data: string | Buffer, length: number) =>
  createHash('sha256').update(data).digest('base64url').slice(0, length);

function describe(bytes: Buffer, { variant, extension, ...facts }: FileFacts): StoredFile {
  const sha = createHash('sha256').update(bytes).digest('hex');
  const about = [sha, facts.kind, variant ?? ''].join('/');
  const named = [about, facts.name ?? '', facts.mime ?? ''].join('/');
  const uniqueId = `AQAD${digest(about, 12)}`;
  return {
    ...facts,
    sha,
    size: bytes.length,
    uniqueId,
    fileId: `AgACAgUAAx${digest(named, 43)}`,
    path: `${folders[facts.kind]}/${uniqueId}${extension}`,
  };
}

interface Bytes {
  put(sha: string, bytes: Buffer): void;
  get(sha: string): Buffer | undefined;
}

function inMemory(): Bytes {
  const kept = new Map<string, Buffer>();
  return { put: (sha, bytes) => kept.set(sha, bytes), get: (sha) => kept.get(sha) };
}

/** Bytes are written beside and renamed, so that a kill never leaves half a file. */
function inFolder(dir: string): Bytes {
  openPrivateFolder(dir);
  return {
    put(sha, bytes) {
      const file = path.join(dir, sha);
      if (fs.existsSync(file)) return;
      fs.writeFileSync(`${file}.new`, bytes, { mode: privateFileMode });
      fs.renameSync(`${file}.new`, file);
    },
    get(sha) {
      const file = path.join(dir, sha);
      return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
    },
  };
}
