import { type CellValue, readSheet } from 'read-excel-file/universal';
import type { SheetLimits, SheetReading } from '../../ports/sheets';
import { extentOf } from './extent-of';
import { packedPlainly, unpackWithin } from './unpack-within';

/** Twenty thousand rows of fourteen cells are ten megabytes of XML. */
const mostUnpacked = 60_000_000;
/** Empty rows that only have a border or a colour; more than these are nobody's table. */
const mostWritten = 60_000;

/** Reads the first sheet of an XLSX file, which may come from anybody and may be made to do harm. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<SheetReading> {
  const unpacked = unpackWithin(bytes, mostUnpacked);
  if (!unpacked.ok) return unpacked;
  const { parts } = unpacked;
  const reach = Object.entries(parts)
    .filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map(([, part]) => extentOf(new TextDecoder().decode(part)));
  if (reach.length === 0) return { ok: false, why: 'not-a-sheet' };
  if (reach.some(({ columns }) => columns > limits.columns)) return { ok: false, why: 'too-wide' };
  if (reach.some(({ rows, written }) => rows > limits.rows || written > mostWritten))
    return { ok: false, why: 'too-many-rows' };
  try {
    const rows = await readSheet(packedPlainly(parts));
    return { ok: true, table: rows.map((row) => row.map(asWords)) };
  } catch {
    return { ok: false, why: 'broken' };
  }
}

/** A cell as somebody would read it; a day as '2026-11-23'. */
function asWords(cell: CellValue | null): string {
  if (cell === null) return '';
  const value: unknown = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(cell).trim();
}
