import type { BadRow } from '../domain/import-problem';
import type { GoodRow } from '../domain/read-import';

/** A file that was read and checked, and waits to be imported or was. */
export interface KeptImport {
  /** The id of the form that brought it. */
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly file: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly bad: readonly Pick<BadRow, 'line' | 'problems'>[];
  readonly finishedAt?: Date;
}

/** A part of the rows of an import, done at once. */
export interface ImportPart {
  readonly number: number;
  readonly rows: readonly GoodRow[];
}

/** Imports between the preview and the end. */
export interface Imports {
  /** Keeps an import and its good rows, once; a second time changes nothing. */
  keep(kept: KeptImport, rows: readonly GoodRow[]): Promise<void>;
  one(id: string): Promise<KeptImport | undefined>;
  /** The first part that is still to be done. */
  nextPart(id: string): Promise<ImportPart | undefined>;
  partDone(id: string, number: number, at: Date): Promise<void>;
  finish(id: string, at: Date): Promise<void>;
}
