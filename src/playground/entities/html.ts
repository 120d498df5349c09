import type { Entity } from '../wire';
import { readReference } from './html-references';
import { linkEntity } from './links';
import { type Formatted, type Parsed, trouble } from './parsed';
import { byteOffset } from './byte-offset';
import { readStartTag, tagEnd, type StartTag } from './html-tags';

interface Open extends StartTag {
  readonly offset: number;
}

interface Reading {
  readonly html: string;
  at: number;
  text: string;
  readonly open: Open[];
  readonly entities: Entity[];
}

/**
 * Reads Telegram's HTML into plain text and entities.
 *
 * Accepts and refuses what tdlib's parse_html does, with its wording; offsets in messages of
 * refusal count UTF-8 bytes, offsets of entities count UTF-16 units.
 */
export function parseHtml(html: string): Parsed {
  const reading: Reading = { html, at: 0, text: '', open: [], entities: [] };
  while (reading.at < html.length) {
    const problem = step(reading);
    if (problem !== undefined) return trouble(problem);
  }
  const unclosed = reading.open.at(-1);
  if (unclosed) return trouble(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  if (/\p{Surrogate}/u.test(reading.text)) return trouble(loneSurrogate);
  return { ok: true, value: finish(reading) };
}

const loneSurrogate =
  'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units';

/** Takes one character, reference or tag; returns what is wrong with it, if anything. */
function step(reading: Reading): string | undefined {
  const { html, at } = reading;
  if (html[at] === '&') {
    const reference = readReference(html, at);
    reading.text += reference?.text ?? '&';
    reading.at = reference?.end ?? at + 1;
    return undefined;
  }
  if (html[at] !== '<') {
    reading.text += html[at] ?? '';
    reading.at += 1;
    return undefined;
  }
  return html[at + 1] === '/' ? closeTag(reading) : openTag(reading);
}

function openTag(reading: Reading): string | undefined {
  const tag = readStartTag(reading.html, reading.at);
  if (!tag.ok) return tag.why;
  reading.open.push({ ...tag.value, offset: reading.text.length });
  reading.at = tag.value.end;
  return undefined;
}

function closeTag(reading: Reading): string | undefined {
  const where = () => `at byte offset ${byteOffset(reading.html, reading.at)}`;
  const tag = reading.open.at(-1);
  if (!tag) return `Unexpected end tag ${where()}`;
  const end = tagEnd(reading.html, reading.at + 2);
  if (reading.html[end.next] !== '>') return `Unclosed end tag ${where()}`;
  if (end.name !== '' && end.name !== tag.name) {
    return `Unmatched end tag ${where()}, expected "</${tag.name}>", found "</${end.name}>"`;
  }
  reading.open.pop();
  reading.at = end.next + 1;
  return addEntity(reading, tag);
}

function addEntity(reading: Reading, tag: Open): string | undefined {
  const length = reading.text.length - tag.offset;
  if (length === 0) return undefined;
  const place = { offset: tag.offset, length };
  if (tag.name === 'tg-emoji' && !/^[1-9]\d*$/.test(tag.argument)) {
    return 'Invalid custom emoji identifier specified';
  }
  if (tag.name === 'a') {
    const link = linkEntity(tag.argument || reading.text.slice(tag.offset), place);
    if (link) reading.entities.push(link);
    return undefined;
  }
  if (tag.name === 'pre' || tag.name === 'code') addCode(reading.entities, tag, place);
  else reading.entities.push(plainEntity(tag, place));
  return undefined;
}

const types: Readonly<Record<string, string>> = {
  ...{ i: 'italic', em: 'italic', b: 'bold', strong: 'bold', u: 'underline', ins: 'underline' },
  ...{ s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough' },
  ...{ 'tg-spoiler': 'spoiler', span: 'spoiler', 'tg-emoji': 'custom_emoji' },
};

function plainEntity(tag: Open, place: { offset: number; length: number }): Entity {
  if (tag.name === 'blockquote') {
    return { type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...place };
  }
  const type = types[tag.name] ?? tag.name;
  return type === 'custom_emoji'
    ? { type, ...place, custom_emoji_id: tag.argument }
    : { type, ...place };
}

/** `<pre><code class="language-x">` in either order becomes one `pre` with a language. */
function addCode(entities: Entity[], tag: Open, place: { offset: number; length: number }): void {
  const last = entities.at(-1);
  const language = tag.name === 'pre' || tag.argument === '' ? {} : { language: tag.argument };
  const one = { type: tag.name, ...place, ...language };
  if (last && isPair(last, one)) {
    entities[entities.length - 1] = { ...last, ...language, type: 'pre' };
  } else entities.push(one);
}

/** Whether two entities over the same text are a `pre` and a `code` that names a language. */
function isPair(last: Entity, one: Entity): boolean {
  if (last.offset !== one.offset || last.length !== one.length) return false;
  const code = [last, one].find(({ type }) => type === 'code');
  const pre = [last, one].find(({ type }) => type === 'pre');
  return code?.language !== undefined && pre !== undefined;
}

function finish({ text, entities }: Reading): Formatted {
  const clean = entities.map(({ language, ...entity }) =>
    language !== undefined && entity.type === 'pre' ? { ...entity, language } : entity,
  );
  return { text, entities: clean };
}
