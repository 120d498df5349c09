import { readFormatted } from '../entities/formatted';
import { textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Content } from '../wire';

const maxText = 4096;
const maxCaption = 1024;

/** Reads the text of a call; empty and too long ones are refused. */
export function readText(
  params: Params,
  tooLong = 'message is too long',
): Pick<Content, 'text' | 'entities'> {
  if (textParam(params, 'text') === '') throw badRequest('message text is empty');
  const { text, entities } = readFormatted(params, { text: 'text', entities: 'entities' });
  if (text === '') throw badRequest('text must be non-empty');
  if (text.length > maxText) throw badRequest(tooLong);
  return entities.length === 0 ? { text } : { text, entities };
}

/** Reads the caption of a call; none is an empty content. */
export function readCaption(params: Params): Pick<Content, 'caption' | 'caption_entities'> {
  const fields = { text: 'caption', entities: 'caption_entities' };
  const { text: caption, entities } = readFormatted(params, fields);
  if (caption.length > maxCaption) throw badRequest('message caption is too long');
  if (caption === '') return {};
  return entities.length === 0 ? { caption } : { caption, caption_entities: entities };
}
