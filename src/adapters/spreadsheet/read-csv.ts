import { parse } from 'csv-parse/sync';
import type { SheetLimits, SheetReading } from '../../ports/sheets';

/**
 * Reads CSV the way Excel writes it here: semicolons, commas or tabs, UTF-8, UTF-16 or Windows-1252.
 *
 * A record's number is the row's number, also where a cell holds line breaks.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): SheetReading {
  const text = decoded(bytes);
  if (text === undefined) return { ok: false, why: 'not-a-sheet' };
  const { delimiter, rest } = delimiterOf(text);
  try {
    const table: string[][] = parse(rest, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      skip_empty_lines: false,
      // One more than may be, so that too many are told from just enough.
      to: limits.rows + 1,
      max_record_size: 200_000,
    });
    if (table.length > limits.rows) return { ok: false, why: 'too-many-rows' };
    if (table.some(({ length }) => length > limits.columns)) return { ok: false, why: 'too-wide' };
    return { ok: true, table };
  } catch {
    return { ok: false, why: 'broken' };
  }
}

/** A file of words has no zero bytes, unless it is UTF-16. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const candidates = [';', ',', '\t', '|'] as const;

/** Excel may say it in a first line, `sep=;`; else it is the mark that most of the first lines have. */
function delimiterOf(text: string): { delimiter: string; rest: string } {
  const [, said] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  // An empty line in its place, so that the rows keep their numbers.
  if (said !== undefined) return { delimiter: said, rest: text.replace(/^\uFEFF?sep=./i, '') };
  const head = text.slice(0, 4_000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => head.split(mark).length;
  const delimiter = candidates.toSorted((one, other) => count(other) - count(one))[0] ?? ';';
  return { delimiter, rest: text };
}
