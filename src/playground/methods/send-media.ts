import { randomUUID } from 'node:crypto';
import { omit } from '../omit';
import { asObject, listParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { FileKind } from '../vault';
import type { Content, Message } from '../wire';
import { readMedia } from './files';
import { post } from './post';
import { readCaption } from './texts';

const sendFile = (kind: FileKind) => (stage: Stage, params: Params) =>
  post(stage, params, { ...readMedia(stage, params, kind, kind), ...readCaption(params) });

/** Sends a photo with an optional caption. */
export const sendPhoto = sendFile('photo');
/** Sends any file with an optional caption. */
export const sendDocument = sendFile('document');
/** Sends a video with an optional caption. */
export const sendVideo = sendFile('video');

/** Sends 2 to 10 photos, videos or documents as one album. */
export function sendMediaGroup(stage: Stage, params: Params): Message[] {
  const items = listParam(params, 'media') ?? [];
  if (items.length < 2 || items.length > 10) {
    throw badRequest('wrong number of media in the album: 2-10 is expected');
  }
  const media_group_id = String(BigInt(`0x${randomUUID().slice(0, 8)}`) + 13_000_000_000_000_000n);
  const contents = items.map((item) => readInputMedia(stage, params, item));
  const values = omit(params.values, ['reply_markup']); // an album cannot carry one
  return contents.map((content) =>
    post(stage, { ...params, values }, { ...content, media_group_id }),
  );
}

/** Reads one InputMedia object: a kind, a file and a caption. */
export function readInputMedia(stage: Stage, params: Params, item: unknown): Content {
  const values = asObject(item);
  if (!values) throw badRequest("can't parse InputMedia: expected an Object");
  const { type } = values;
  if (type !== 'photo' && type !== 'document' && type !== 'video') {
    throw badRequest("can't parse InputMedia: type of the media is not supported here");
  }
  const inner = { ...params, values };
  return { ...readMedia(stage, inner, 'media', type), ...readCaption(inner) };
}
