import type { Entity } from '../wire';
import { byteOffset } from './byte-offset';
import { linkEntity } from './links';
import { type Parsed, trouble } from './parsed';

interface Open {
  readonly type: string;
  readonly label: string;
  readonly close: string;
  readonly offset: number;
  readonly begin: number;
  readonly language?: string;
}

interface Reading {
  readonly source: string;
  at: number;
  text: string;
  quote?: { readonly offset: number; readonly begin: number };
  readonly open: Open[];
  readonly entities: Entity[];
}

const reserved = '_*[]()~`>#+-=|{}.!\n';

const marks: readonly { mark: string; type: string; label: string; close: string }[] = [
  { mark: '```', type: 'pre', label: 'Pre', close: '```' },
  { mark: '`', type: 'code', label: 'Code', close: '`' },
  { mark: '__', type: 'underline', label: 'Underline', close: '__' },
  { mark: '_', type: 'italic', label: 'Italic', close: '_' },
  { mark: '*', type: 'bold', label: 'Bold', close: '*' },
  { mark: '~', type: 'strikethrough', label: 'Strikethrough', close: '~' },
  { mark: '||', type: 'spoiler', label: 'Spoiler', close: '||' },
  { mark: '![', type: 'custom_emoji', label: 'CustomEmoji', close: ']' },
  { mark: '[', type: 'text_link', label: 'TextUrl', close: ']' },
];

/** Reads Telegram's MarkdownV2 into plain text and entities, with tdlib's wording of refusals. */
export function parseMarkdown(source: string): Parsed {
  const reading: Reading = { source, at: 0, text: '', open: [], entities: [] };
  while (reading.at < source.length) {
    const problem = step(reading);
    if (problem !== undefined) return trouble(problem);
  }
  const unclosed = reading.open.at(-1);
  if (unclosed) return trouble(endless(reading, unclosed));
  endQuote(reading);
  return { ok: true, value: { text: reading.text, entities: reading.entities } };
}

const endless = ({ source }: Reading, { label, begin }: Open) =>
  `Can't find end of ${label} entity at byte offset ${byteOffset(source, begin)}`;

function step(reading: Reading): string | undefined {
  const { source, at } = reading;
  const char = source[at] ?? '';
  if (char === '\\' && isAscii(source[at + 1])) return take(reading, source[at + 1] ?? '', 2);
  const inner = reading.open.at(-1);
  const special = inner && isCode(inner) ? '`' : reserved;
  if (!special.includes(char)) return take(reading, char, 1);
  if (inner && closes(source, at, inner)) return end(reading, inner);
  return start(reading, char);
}

function start(reading: Reading, char: string): string | undefined {
  const inner = reading.open.at(-1);
  if (inner && isCode(inner)) return unescaped(char);
  if (char === '\n') return newLine(reading);
  if (char === '>' && atLineStart(reading)) return startQuote(reading);
  return begin(reading, char);
}

const isCode = ({ type }: Open) => type === 'code' || type === 'pre';

const unescaped = (char: string) =>
  `Character '${char}' is reserved and must be escaped with the preceding '\\'`;

const isAscii = (char: string | undefined) => char !== undefined && char > '\0' && char <= '~';

const atLineStart = ({ source, at }: Reading) => at === 0 || source[at - 1] === '\n';

function take(reading: Reading, text: string, length: number): undefined {
  reading.text += text;
  reading.at += length;
}

/** A single underscore does not end an italic when two stand there: they end an underline. */
function closes(source: string, at: number, open: Open): boolean {
  if (open.close === '_' && source.startsWith('__', at)) return false;
  return source.startsWith(open.close, at);
}

function begin(reading: Reading, char: string): string | undefined {
  const found = marks.find(({ mark }) => reading.source.startsWith(mark, reading.at));
  if (!found) return unescaped(char);
  const start = reading.at;
  reading.at += found.mark.length;
  const language = found.type === 'pre' ? readLanguage(reading) : undefined;
  const { type, label, close } = found;
  const open: Open = { type, label, close, offset: reading.text.length, begin: start };
  reading.open.push(language === undefined ? open : { ...open, language, label: 'PreCode' });
  return undefined;
}

/** The language word right after ```, if any; one line break after it is skipped. */
function readLanguage(reading: Reading): string | undefined {
  const rest = reading.source.slice(reading.at);
  const word = /^[^\s`]+(?=\s)/.exec(rest)?.[0];
  reading.at += word?.length ?? 0;
  const breakLength = /^(\r\n|\n\r|\n|\r)/.exec(reading.source.slice(reading.at))?.[0].length ?? 0;
  reading.at += breakLength;
  return word;
}

function end(reading: Reading, open: Open): string | undefined {
  reading.at += open.close.length;
  reading.open.pop();
  const place = { offset: open.offset, length: reading.text.length - open.offset };
  if (open.type === 'text_link' || open.type === 'custom_emoji') {
    return endLink(reading, open, place);
  }
  if (place.length > 0) {
    const language = open.language === undefined ? {} : { language: open.language };
    reading.entities.push({ type: open.type, ...place, ...language });
  }
  return undefined;
}

function endLink(
  reading: Reading,
  open: Open,
  place: { offset: number; length: number },
): string | undefined {
  const isEmoji = open.type === 'custom_emoji';
  const address = readAddress(reading);
  if (address === false) {
    const kind = isEmoji ? 'custom emoji URL' : 'URL';
    return `Can't find end of a ${kind} at byte offset ${byteOffset(reading.source, reading.at)}`;
  }
  if (!isEmoji) {
    const link = linkEntity(address ?? reading.text.slice(place.offset), place);
    if (link && place.length > 0) reading.entities.push(link);
    return undefined;
  }
  const id = /^tg:\/\/emoji\?id=(\d+)/.exec(address ?? '')?.[1];
  if (id === undefined) return 'Custom emoji entity must contain a tg://emoji URL';
  reading.entities.push({ type: open.type, ...place, custom_emoji_id: id });
  return undefined;
}

/** The address in parentheses; undefined when there is none, false when it does not end. */
function readAddress(reading: Reading): string | undefined | false {
  if (reading.source[reading.at] !== '(') return undefined;
  const match = /^\(((?:\\[\s\S]|[^)\\])*)\)/.exec(reading.source.slice(reading.at));
  if (!match) {
    reading.at += 1;
    return false;
  }
  reading.at += match[0].length;
  return (match[1] ?? '').replace(/\\([ -~])/g, '$1');
}

function newLine(reading: Reading): string | undefined {
  const continues = reading.source[reading.at + 1] === '>';
  const inner = reading.open.at(-1);
  if (reading.quote && !continues) {
    if (inner) return endless(reading, inner);
    take(reading, '\n', 1);
    endQuote(reading);
    return undefined;
  }
  take(reading, '\n', reading.quote ? 2 : 1);
  return undefined;
}

function startQuote(reading: Reading): undefined {
  reading.quote = { offset: reading.text.length, begin: reading.at };
  reading.at += 1;
}

function endQuote(reading: Reading): void {
  if (!reading.quote) return;
  const { offset } = reading.quote;
  const length = reading.text.length - offset;
  if (length > 0) reading.entities.push({ type: 'blockquote', offset, length });
  delete reading.quote;
}
