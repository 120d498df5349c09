import { byteOffset } from './byte-offset';
import { readReference } from './html-references';
import { trouble } from './parsed';

export interface StartTag {
  readonly name: string;
  /** The address, language, emoji id or class that matters for this tag, else ''. */
  readonly argument: string;
  readonly end: number;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; why: string };

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

const known = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji span pre code blockquote'.split(' '),
);
const isSpace = (char: string | undefined) => char !== undefined && char.trim() === '';

/** Skips white space from `at`. */
function afterSpace(html: string, at: number): number {
  let next = at;
  while (isSpace(html[next])) next += 1;
  return next;
}

/** The lower-case name that starts at `at`, and where the tag goes on after it. */
export function tagEnd(html: string, at: number): { name: string; next: number } {
  let end = at;
  while (end < html.length && !isSpace(html[end]) && html[end] !== '>') end += 1;
  return { name: html.slice(at, end).toLowerCase(), next: afterSpace(html, end) };
}

/** Reads a start tag with its attributes from '<' at `begin`. */
export function readStartTag(html: string, begin: number): Read<StartTag> {
  const where = `at byte offset ${byteOffset(html, begin)}`;
  const { name, next } = tagEnd(html, begin + 1);
  if (begin + 1 + name.length >= html.length) return trouble(`Unclosed start tag ${where}`);
  if (!known.has(name)) return trouble(`Unsupported start tag "${name}" ${where}`);

  let argument = '';
  let at = next;
  while (html[at] !== '>') {
    const attribute = readAttribute(html, at, { name, where });
    if (!attribute.ok) return attribute;
    argument = argumentOf(name, attribute.value) ?? argument;
    at = afterSpace(html, attribute.value.end);
  }
  if (name === 'span' && argument !== 'spoiler') {
    return trouble(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  return { ok: true, value: { name, argument, end: at + 1 } };
}

const wordAt = (html: string, at: number, pattern: RegExp): string =>
  pattern.exec(html.slice(at))?.[0] ?? '';

interface Tag {
  readonly name: string;
  readonly where: string;
}

function readAttribute(html: string, begin: number, tag: Tag): Read<Attribute> {
  const name = wordAt(html, begin, /^[^\s=>]*/);
  const at = afterSpace(html, begin + name.length);
  if (name === '' && html[at] === '=') {
    return trouble(`Empty attribute name in the tag "${tag.name}" ${tag.where}`);
  }
  if (html[at] !== '=') return withoutValue(html, { name, value: '', end: at }, tag);
  const valueAt = afterSpace(html, at + 1);
  if (valueAt >= html.length) return trouble(`Unclosed start tag "${tag.name}" ${tag.where}`);

  const isQuoted = ['"', "'"].includes(html[valueAt] ?? '');
  const read = isQuoted ? readQuoted(html, valueAt) : readToken(html, valueAt);
  if (!read.ok) return read;
  if (read.value.end >= html.length) return trouble(`Unclosed start tag ${tag.where}`);
  return { ok: true, value: { name, ...read.value } };
}

/** Only `<blockquote expandable>` may carry an attribute without a value. */
function withoutValue(html: string, attribute: Attribute, tag: Tag): Read<Attribute> {
  if (attribute.end >= html.length) {
    return trouble(`Unclosed start tag "${tag.name}" ${tag.where}`);
  }
  if (tag.name === 'blockquote' && attribute.name === 'expandable') {
    return { ok: true, value: attribute };
  }
  return trouble(
    `Expected equal sign in declaration of an attribute of the tag "${tag.name}" ${tag.where}`,
  );
}

function readToken(html: string, begin: number): Read<{ value: string; end: number }> {
  const value = wordAt(html, begin, /^[A-Za-z0-9.-]*/);
  const end = begin + value.length;
  const next = html[end];
  if (next !== undefined && !isSpace(next) && next !== '>') {
    return trouble(`Unexpected end of name token at byte offset ${byteOffset(html, begin)}`);
  }
  return { ok: true, value: { value: value.toLowerCase(), end } };
}

function readQuoted(html: string, begin: number): Read<{ value: string; end: number }> {
  const quote = html[begin];
  let value = '';
  let at = begin + 1;
  while (at < html.length && html[at] !== quote) {
    const reference = html[at] === '&' ? readReference(html, at) : undefined;
    value += reference?.text ?? html[at] ?? '';
    at = reference?.end ?? at + 1;
  }
  return { ok: true, value: { value, end: at + 1 } };
}

/** Which attribute of a tag matters, and what its value starts with. */
const meaningful: Readonly<Record<string, { attribute: string; prefix: string }>> = {
  a: { attribute: 'href', prefix: '' },
  'tg-emoji': { attribute: 'emoji-id', prefix: '' },
  code: { attribute: 'class', prefix: 'language-' },
  span: { attribute: 'class', prefix: 'tg-' },
};

function argumentOf(tag: string, { name, value }: Attribute): string | undefined {
  if (tag === 'blockquote') return name === 'expandable' ? 'expandable' : undefined;
  const wanted = meaningful[tag];
  if (wanted?.attribute !== name || !value.startsWith(wanted.prefix)) return undefined;
  return value.slice(wanted.prefix.length);
}
