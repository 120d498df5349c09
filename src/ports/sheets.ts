/** A table of words: rows of cells, top left first. */
export type Table = readonly (readonly string[])[];

/** Why a file can't be read as a table. */
export type SheetTrouble =
  | 'not-a-sheet'
  | 'broken'
  /** Unpacked it would be too much to hold. */
  | 'too-large'
  | 'too-many-rows'
  | 'too-wide';

export type SheetReading =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly why: SheetTrouble };

/** How much of a spreadsheet is read. */
export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
}

/** Tables as office programs keep them: XLSX and CSV. */
export interface Sheets {
  /** Reads the first sheet; row and cell keep their places, empty ones too. */
  read(bytes: Uint8Array, limits: SheetLimits): Promise<SheetReading>;
  /** Writes an XLSX file of one sheet whose first row are headings; every cell is text, so none is a formula. */
  write(name: string, table: Table): Promise<Uint8Array>;
}
