import { fileContent, keepFile, keepPhoto } from '../media';
import { textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { FileKind, StoredFile } from '../vault';
import type { Content } from '../wire';

const maxDownload = 20 * 1024 * 1024;

/** Reads a photo, document or video that came as bytes, as attach://name, or as a file id. */
export function readMedia(
  { ground }: Stage,
  params: Params,
  field: string,
  kind: FileKind,
): Content {
  const { vault } = ground;
  const given = textParam(params, field);
  const attached = given.startsWith('attach://') ? given.slice('attach://'.length) : field;
  const upload = params.uploads.get(attached);
  if (upload) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    if (kind === 'photo') return { photo: keepPhoto(vault, upload.bytes) };
    const file = keepFile(vault, upload, kind);
    return kind === 'video' ? { video: file } : { document: file };
  }
  if (given === '') throw badRequest(`there is no ${kind} in the request`);
  return fileContent(vault, storedFile(given, kind, vault.byId(given)));
}

function storedFile(given: string, kind: FileKind, file: StoredFile | undefined): StoredFile {
  if (/^https?:/.test(given)) throw badRequest('failed to get HTTP URL content');
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  const fits = file.kind === kind;
  if (fits) return file;
  const name = (of: FileKind) => `${of[0]?.toUpperCase() ?? ''}${of.slice(1)}`;
  throw badRequest(`can't use file of type ${name(file.kind)} as ${name(kind)}`);
}

/** Tells where a file can be downloaded. */
export function getFile({ ground }: Stage, params: Params): unknown {
  const fileId = textParam(params, 'file_id');
  if (fileId === '') throw badRequest('file_id not specified');
  const file = ground.vault.byId(fileId);
  if (!file) throw badRequest('invalid file_id');
  if (file.size > maxDownload) throw badRequest('file is too big');
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    file_path: file.path,
  };
}
