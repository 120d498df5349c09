/** How far the cells of a sheet reach. */
export interface Extent {
  /** The last row that has something in it. */
  readonly rows: number;
  /** The last column that has a cell at all. */
  readonly columns: number;
  /** How many rows are written down, empty ones too. */
  readonly written: number;
}

const mark = /<(row|c)\b([^>]*?)(\/?)>/g;
const rowNumber = /\br="(\d{1,7})"/;
const cellPlace = /\br="([A-Z]{1,3})(\d{1,7})"/;

/**
 * Looks through the XML of a sheet, before anything is made of it, for how far its cells reach.
 *
 * A file of a few bytes may name a cell in the millionth row and the last column, and a reader that
 * fills the gaps would need gigabytes.
 */
export function extentOf(xml: string): Extent {
  let rows = 0;
  let columns = 0;
  let written = 0;
  let row = 0;
  let column = 0;
  for (const [, tag, attributes = '', closed] of xml.matchAll(mark)) {
    if (tag === 'row') {
      row = Number(rowNumber.exec(attributes)?.[1] ?? row + 1);
      column = 0;
      written += 1;
      continue;
    }
    const [, letters, at] = cellPlace.exec(attributes) ?? [];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    columns = Math.max(columns, column);
    if (closed === '') rows = Math.max(rows, Number(at ?? row));
  }
  return { rows, columns, written };
}

/** 'A' is 1, 'Z' is 26, 'AA' is 27. */
const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
