import type { Day } from './day';
import type { Institution } from './institution';
import {
  type Cell,
  type ImportPlaces,
  districtCell,
  kindCell,
  nameCell,
  phoneCell,
  regencyCell,
  restDayCell,
  rhythmCell,
  tradeCell,
  villageCell,
  zoneCell,
} from './import-cells';
import {
  type ImportedAid,
  type ImportedEquipment,
  aidCell,
  equipmentCell,
} from './import-particulars';
import type { Headings, ImportColumn } from './import-columns';
import type { BadRow, ImportProblem } from './import-problem';
import { placeKey } from './place-key';
import { isolated } from './isolated';

/** What of an institution stands in a row; what is not said keeps its value, or gets the usual one. */
export interface ImportedFields extends Pick<
  Institution,
  'name' | 'kind' | 'regency' | 'district' | 'trade'
> {
  readonly village?: string;
  readonly phone?: string;
  readonly restDay?: Institution['restDay'];
  readonly rhythm?: Institution['rhythm'];
  readonly zone?: string;
}

/** A row that can be imported. */
export interface GoodRow {
  readonly line: number;
  readonly fields: ImportedFields;
  readonly aid?: ImportedAid;
  readonly equipment: readonly ImportedEquipment[];
}

export interface ReadImport {
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
}

/** What rows are checked against. */
export interface ImportSurroundings extends ImportPlaces {
  readonly today: Day;
  /** Every institution by its place, archived and merged ones too. */
  readonly known: ReadonlyMap<string, Institution>;
}

type Found = Extract<Headings, { ok: true }>;

/** Reads every row below the headings; each is either good, or bad with every reason. Empty rows are none. */
export function readImport(
  table: readonly (readonly string[])[],
  { row, places }: Found,
  around: ImportSurroundings,
): ReadImport {
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  const lines = new Map<string, number>();
  for (const [n, cells] of table.slice(row + 1).entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const line = row + n + 2;
    const read = readRow(line, cellsBy(places, cells), around);
    const problems = read.ok ? inContext(read.row, lines, around) : read.problems;
    if (!read.ok || problems.length > 0) {
      bad.push({ line, problems, cells });
      continue;
    }
    good.push(read.row);
    lines.set(placeKey(read.row.fields), line);
  }
  return { good, bad };
}

type Said = (column: ImportColumn) => string;

const cellsBy =
  (places: ReadonlyMap<ImportColumn, number>, cells: readonly string[]): Said =>
  (column) =>
    cells[places.get(column) ?? -1] ?? '';

type RowReading =
  | { readonly ok: true; readonly row: GoodRow }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** The row, or everything that is wrong with its cells. */
function readRow(line: number, said: Said, around: ImportSurroundings): RowReading {
  const cells = { ...fieldCells(said, around), ...particularCells(said, around) };
  const problems = Object.values<Cell<unknown>>(cells).flatMap((cell) =>
    'problem' in cell ? [cell.problem] : [],
  );
  if (problems.length > 0) return { ok: false, problems };
  const { aid, equipment, ...fields } = valuesOf(cells);
  return { ok: true, row: { line, fields, equipment, ...(aid && { aid }) } };
}

const fieldCells = (said: Said, around: ImportSurroundings) => ({
  name: nameCell(said('name')),
  kind: kindCell(said('kind')),
  regency: regencyCell(said('regency'), around),
  district: districtCell(said('district')),
  village: villageCell(said('village')),
  trade: tradeCell(said('trade')),
  phone: phoneCell(said('phone')),
  restDay: restDayCell(said('restDay')),
  rhythm: rhythmCell(said('rhythm')),
  zone: zoneCell(said('zone')),
});

const particularCells = (said: Said, { today }: ImportSurroundings) => ({
  aid: aidCell(
    { year: said('aidYear'), kind: said('aidKind'), source: said('aidSource') },
    Number(today.slice(0, 4)),
  ),
  equipment: equipmentCell(said('equipment')),
});

type Cells = ReturnType<typeof fieldCells> & ReturnType<typeof particularCells>;
type ValueIn<C> = Extract<C, { readonly value: unknown }>['value'];

/** The values of cells none of which has a problem; what is not there is left out. */
function valuesOf(cells: Cells): { readonly [K in keyof Cells]: ValueIn<Cells[K]> } {
  const values = Object.entries<Cell<unknown>>(cells).flatMap(([name, cell]) =>
    'problem' in cell || cell.value === undefined ? [] : [[name, cell.value] as const],
  );
  return Object.fromEntries(values) as { readonly [K in keyof Cells]: ValueIn<Cells[K]> };
}

/** What is wrong with a row beside others: of this file, and of those that are there. */
function inContext(
  { fields }: GoodRow,
  lines: ReadonlyMap<string, number>,
  { known }: ImportSurroundings,
): readonly ImportProblem[] {
  const key = placeKey(fields);
  const earlier = lines.get(key);
  const there = known.get(key);
  return [
    ...(earlier === undefined
      ? []
      : [{ kind: 'twice', words: `Sama dengan baris ${earlier}` } as const]),
    ...(there?.archivedAt && !there.mergedInto
      ? [
          {
            kind: 'archived',
            words: `${isolated(there.name)} sudah diarsipkan; aktifkan kembali lewat /blk`,
          } as const,
        ]
      : []),
  ];
}
