import type { Day } from './day';
import { type Institution, type Rhythm, slugOf, usualRestDay } from './institution';
import { type Particular, asKept, particularKey } from './particular';
import { placeKey } from './place-key';
import type { GoodRow } from './read-import';

/** What a row changes of an institution that is there. */
export type ImportedChange = Partial<
  Pick<Institution, 'village' | 'trade' | 'phone' | 'restDay' | 'rhythm' | 'zone'>
>;

/** What is to be done for a row. */
export type PlannedRow =
  | { readonly is: 'new'; readonly institution: Institution; readonly row: GoodRow }
  | {
      readonly is: 'changed' | 'same';
      readonly institution: Institution;
      readonly changes: ImportedChange;
      readonly particulars: readonly Particular[];
      readonly row: GoodRow;
    };

/** What rows are compared with. */
export interface Known {
  /** Every institution by its place, archived and merged ones too. */
  readonly byPlace: ReadonlyMap<string, Institution>;
  readonly ids: ReadonlySet<string>;
  readonly particulars: ReadonlyMap<string, readonly Particular[]>;
}

/** What new institutions get where a row says nothing, and under which name they come. */
export interface Adding {
  readonly importId: string;
  readonly now: Date;
  readonly today: Day;
  readonly zoneOf: (regency: string) => string;
  /** How often new institutions are asked, unless a row says otherwise. */
  readonly rhythm: Rhythm;
}

/**
 * Compares rows with what is there: what is new, what differs, what is the same already.
 *
 * A second import of one file finds everything the same. A row of a merged duplicate changes nothing,
 * so that the survivor is not overwritten with what was true of the other.
 */
export function planImport(
  rows: readonly GoodRow[],
  known: Known,
  adding: Adding,
): readonly PlannedRow[] {
  const ids = new Set(known.ids);
  return rows.map((row) => {
    const there = known.byPlace.get(placeKey(row.fields));
    if (there) return comparedWith(there, row, known, adding);
    const id = freeId(slugOf(row.fields.name), ids);
    ids.add(id);
    return { is: 'new', institution: newInstitution(id, row, adding), row };
  });
}

function freeId(slug: string, ids: ReadonlySet<string>): string {
  if (!ids.has(slug)) return slug;
  let copy = 2;
  while (ids.has(`${slug}-${copy}`)) copy += 1;
  return `${slug}-${copy}`;
}

/** Friday is the day of rest of most pesantren. */
const newInstitution = (
  id: string,
  { fields }: GoodRow,
  { now, zoneOf, rhythm }: Adding,
): Institution => ({
  restDay: usualRestDay,
  rhythm,
  zone: zoneOf(fields.regency),
  ...fields,
  id,
  registeredAt: now,
});

function comparedWith(there: Institution, row: GoodRow, known: Known, adding: Adding): PlannedRow {
  if (there.mergedInto)
    return { is: 'same', institution: there, changes: {}, particulars: [], row };
  const changes = changesIn(row, there);
  const kept = known.particulars.get(there.id) ?? [];
  const particulars = particularsOf(row, there.id, kept, adding).filter(
    (one) => !kept.some((other) => isSame(one, other)),
  );
  const differs = Object.keys(changes).length + particulars.length > 0;
  return { is: differs ? 'changed' : 'same', institution: there, changes, particulars, row };
}

const comparable = ['village', 'trade', 'phone', 'restDay', 'rhythm', 'zone'] as const;

function changesIn({ fields }: GoodRow, there: Institution): ImportedChange {
  const differing = comparable.filter(
    (name) => fields[name] !== undefined && fields[name] !== there[name],
  );
  return Object.fromEntries(differing.map((name) => [name, fields[name]]));
}

/** Aid and equipment of a row, under the ids they are kept under already if they are. */
export function particularsOf(
  { line, aid, equipment }: GoodRow,
  institution: string,
  kept: readonly Particular[],
  { importId, today }: Pick<Adding, 'importId' | 'today'>,
): readonly Particular[] {
  const idOf = (n: number) => `${importId}.${line}.${n}`;
  const stated: readonly Particular[] = [
    ...(aid ? [{ sort: 'aid', id: idOf(0), institution, ...aid } as const] : []),
    ...equipment.map(
      (one, n) =>
        ({ sort: 'equipment', id: idOf(n + 1), institution, countedOn: today, ...one }) as const,
    ),
  ];
  return stated.map((one) => asKept(one, kept));
}

/** The same thing in the same number; on which day it was counted makes no difference. */
function isSame(one: Particular, other: Particular): boolean {
  if (particularKey(one) !== particularKey(other)) return false;
  return one.sort !== 'equipment' || other.sort !== 'equipment'
    ? true
    : one.good === other.good && one.damaged === other.damaged;
}
