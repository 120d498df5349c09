import path from 'node:path';
import { readImage } from './image';
import type { Upload } from './params';
import { badRequest } from './refusal';
import type { FileKind, StoredFile, Vault } from './vault';
import type { Content, FileRef, NamedFile, PhotoSize } from './wire';

const maxPhotoBytes = 10 * 1024 * 1024;
const maxSides = 10_000;
const maxRatio = 20;

/** The longest side in pixels of each smaller size Telegram makes of a photo. */
const sizes = [
  { variant: 's', side: 90 },
  { variant: 'm', side: 320 },
  { variant: 'x', side: 800 },
  { variant: 'y', side: 1280 },
];

/**
 * Keeps a photo and describes its sizes, smallest first.
 *
 * Every size has ids of its own and true dimensions; the bytes of all are those of the original.
 */
export function keepPhoto(vault: Vault, bytes: Buffer): PhotoSize[] {
  if (bytes.length > maxPhotoBytes) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${maxPhotoBytes} bytes`,
    );
  }
  const image = readImage(bytes);
  if (!image) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height, type } = image;
  const longest = Math.max(width, height);
  const ratio = longest / Math.min(width, height);
  if (width + height > maxSides || ratio > maxRatio) throw badRequest('PHOTO_INVALID_DIMENSIONS');

  const smaller = sizes.filter(({ side }) => side < longest);
  const largest = sizes.at(smaller.length) ?? { variant: 'w', side: 2560 };
  return [...smaller, largest].map(({ variant, side }) => {
    const scale = Math.min(1, side / longest);
    const scaled = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const facts = { kind: 'photo', variant, extension: `.${type}`, ...scaled } as const;
    return photoSize(vault.keep(bytes, { ...facts, mime: `image/${type.replace('jpg', 'jpeg')}` }));
  });
}

/** Keeps any file under its name and describes it as a document (or voice, sticker, video). */
export function keepFile(vault: Vault, upload: Upload, kind: FileKind = 'document'): NamedFile {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  const name = path.basename(upload.name || 'file');
  const facts = { kind, extension: path.extname(name), name, mime: upload.type };
  return namedFile(vault.keep(upload.bytes, facts));
}

const fileRef = (file: StoredFile): FileRef => ({
  file_id: file.fileId,
  file_unique_id: file.uniqueId,
  file_size: file.size,
});

/** One size of a photo as the Bot API shows it. */
export const photoSize = (file: StoredFile): PhotoSize => ({
  ...fileRef(file),
  width: file.width ?? 0,
  height: file.height ?? 0,
});

/** A document as the Bot API shows it. */
export const namedFile = (file: StoredFile): NamedFile => ({
  ...(file.name === undefined ? {} : { file_name: file.name }),
  ...(file.mime === undefined ? {} : { mime_type: file.mime }),
  ...fileRef(file),
});

/** All sizes of the photo that one file id belongs to, smallest first. */
export function photoSizes(vault: Vault, file: StoredFile): PhotoSize[] {
  const bytes = vault.read(file);
  return bytes ? keepPhoto(vault, bytes) : [photoSize(file)];
}

/** The content of a message that holds one stored file of the wanted kind. */
export function fileContent(vault: Vault, file: StoredFile): Content {
  if (file.kind === 'photo') return { photo: photoSizes(vault, file) };
  if (file.kind === 'video') return { video: namedFile(file) };
  return { document: namedFile(file) };
}
