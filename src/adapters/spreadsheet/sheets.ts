import writeXlsxFile from 'write-excel-file/node';
import type { Sheets, Table } from '../../ports/sheets';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

/** An XLSX file is a ZIP archive, and those begin with 'PK'. */
const isZip = ([first, second]: Uint8Array) => first === 0x50 && second === 0x4b;
/** The old XLS format: a compound file. */
const isXls = ([first, second]: Uint8Array) => first === 0xd0 && second === 0xcf;

/** Reads and writes XLSX and CSV; what a file is, its content says, not its name. */
export const sheets: Sheets = {
  read(bytes, limits) {
    if (isZip(bytes)) return readXlsx(bytes, limits);
    if (isXls(bytes)) return Promise.resolve({ ok: false, why: 'not-a-sheet' });
    return Promise.resolve(readCsv(bytes, limits));
  },

  write(name, table) {
    return writeXlsxFile(table.map(cellsOf), {
      sheet: name.slice(0, 31),
      stickyRowsCount: 1,
      columns: widths(table),
    }).toBuffer();
  },
};

const cellsOf = (row: readonly string[], n: number) =>
  row.map((value) =>
    value === ''
      ? null
      : { value, type: String, wrap: true, ...(n === 0 && { fontWeight: 'bold' as const }) },
  );

const narrowest = 8;
const widest = 50;

/** As wide as the longest word of the first rows, within reason. */
function widths(table: Table): { width: number }[] {
  const some = table.slice(0, 200);
  const columns = Math.max(0, ...some.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(0, ...some.map((row) => row[column]?.length ?? 0));
    return { width: Math.min(widest, Math.max(narrowest, longest + 2)) };
  });
}
