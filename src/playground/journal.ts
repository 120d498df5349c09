import fs from 'node:fs';
import path from 'node:path';
import { openPrivateFolder, privateFileMode } from './private-folder';

/** A keyed collection in memory whose changes are written down as they happen. */
export interface Table<V> {
  get(key: string | number): V | undefined;
  set(key: string | number, value: V): void;
  delete(key: string | number): void;
  values(): V[];
}

export interface Journal {
  table<V>(name: string): Table<V>;
  close(): void;
}

type Rows = Map<string, unknown>;
type Line = readonly [table: string, key: string, value?: unknown];

const compactAfterLines = 200_000;

/**
 * Opens the tables kept in `file`, or tables that live in memory only when there is no file.
 *
 * A change has reached the operating system when `set` or `delete` returns, so it outlives the
 * process. A last line cut short by a kill is dropped. Values must be replaced, never mutated.
 */
export function openJournal(file?: string): Journal {
  const tables = new Map<string, Rows>();
  if (file === undefined) return journalOver(tables, () => undefined, noop);

  openPrivateFolder(path.dirname(file));
  replay(file, tables);
  let fd = rewrite(file, tables);
  let lines = 0;

  const write = (line: Line) => {
    fs.writeSync(fd, `${JSON.stringify(line)}\n`);
    lines += 1;
    if (lines < compactAfterLines) return;
    lines = 0;
    fs.closeSync(fd);
    fd = rewrite(file, tables);
  };
  return journalOver(tables, write, () => fs.closeSync(fd));
}

const noop = () => undefined;

function journalOver(
  tables: Map<string, Rows>,
  write: (line: Line) => void,
  close: () => void,
): Journal {
  let open = true;
  const writeIfOpen = (line: Line) => (open ? write(line) : undefined);
  return {
    table: <V>(name: string) => tableOver<V>(name, rowsOf(tables, name), writeIfOpen),
    close() {
      if (open) close();
      open = false;
    },
  };
}

function tableOver<V>(name: string, rows: Rows, write: (line: Line) => void): Table<V> {
  return {
    get: (key) => rows.get(String(key)) as V | undefined,
    set(key, value) {
      rows.set(String(key), value);
      write([name, String(key), value]);
    },
    delete(key) {
      if (rows.delete(String(key))) write([name, String(key)]);
    },
    values: () => [...rows.values()] as V[],
  };
}

function rowsOf(tables: Map<string, Rows>, name: string): Rows {
  const rows = tables.get(name) ?? new Map<string, unknown>();
  tables.set(name, rows);
  return rows;
}

function replay(file: string, tables: Map<string, Rows>): void {
  if (!fs.existsSync(file)) return;
  for (const text of fs.readFileSync(file, 'utf8').split('\n')) {
    const line = readLine(text);
    if (!line) continue;
    const [table, key, value] = line;
    if (value === undefined) rowsOf(tables, table).delete(key);
    else rowsOf(tables, table).set(key, value);
  }
}

function readLine(text: string): Line | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined; // cut short by a kill in the middle of a write
  }
}

/** Writes only what is still true, beside the old file and then over it; returns it open for more. */
function rewrite(file: string, tables: Map<string, Rows>): number {
  const beside = `${file}.new`;
  const fd = fs.openSync(beside, 'w', privateFileMode);
  for (const [name, rows] of tables) {
    for (const [key, value] of rows) fs.writeSync(fd, `${JSON.stringify([name, key, value])}\n`);
  }
  fs.fsyncSync(fd);
  fs.closeSync(fd);
  fs.renameSync(beside, file);
  return fs.openSync(file, 'a');
}
