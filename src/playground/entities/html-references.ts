const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export interface Reference {
  readonly text: string;
  readonly end: number;
}

/**
 * Reads the character reference that starts with '&' at `start`; undefined when it is plain text.
 *
 * Telegram knows four names and all numeric references; the closing ';' may be missing.
 */
export function readReference(html: string, start: number): Reference | undefined {
  const match = /^&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?/.exec(
    html.slice(start, start + 12),
  );
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  const text = name === undefined ? fromCode(hex, decimal) : named[name];
  return text === undefined ? undefined : { text, end: start + whole.length };
}

function fromCode(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  if (!(code > 0 && code < 0x10ffff)) return undefined;
  return String.fromCodePoint(code);
}
