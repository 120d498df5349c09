import { listParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Entity } from '../wire';
import { automaticEntities } from './automatic';
import { givenEntities } from './given';
import { parseHtml } from './html';
import { parseMarkdown } from './markdown';
import type { Formatted } from './parsed';

/** The names under which a call carries a text. */
export interface TextFields {
  readonly text: string;
  readonly entities: string;
}

/** Reads a text by its parse_mode or given entities, trims it, and adds what Telegram finds. */
export function readFormatted(params: Params, fields: TextFields): Formatted {
  const source = textParam(params, fields.text);
  const mode = textParam(params, 'parse_mode').toLowerCase();
  const given = mode === '' ? listParam(params, fields.entities) : undefined;
  const parsed =
    mode === '' ? { text: source, entities: givenEntities(source, given) } : parse(source, mode);
  return finished(parsed);
}

/** The text as people write it: what they formatted in their app, and what Telegram finds by itself. */
export const plainFormatted = (text: string, given?: readonly unknown[]): Formatted =>
  finished({ text, entities: givenEntities(text, given) });

function parse(source: string, mode: string): Formatted {
  const parsers = { html: parseHtml, markdownv2: parseMarkdown };
  const parser = Object.entries(parsers).find(([name]) => name === mode)?.[1];
  if (!parser) throw badRequest('unsupported parse_mode');
  const parsed = parser(source);
  if (!parsed.ok) throw badRequest(`can't parse entities: ${parsed.why}`);
  return parsed.value;
}

function finished({ text, entities }: Formatted): Formatted {
  const clean = text.replace(/\r/g, '');
  const { trimmed, kept } = trim(clean, clean === text ? entities : []);
  const all = [...kept, ...automaticEntities(trimmed, kept)];
  return { text: trimmed, entities: all.sort(outerFirst) };
}

const outerFirst = (one: Entity, two: Entity) => one.offset - two.offset || two.length - one.length;

/** Cuts white space at both ends and moves the entities along. */
function trim(text: string, entities: readonly Entity[]): { trimmed: string; kept: Entity[] } {
  const cut = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const kept = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(trimmed.length, entity.offset + entity.length - cut);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { trimmed, kept };
}
