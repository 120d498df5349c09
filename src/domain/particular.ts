import type { Day } from './day';
import { isolated } from './isolated';

/** What an institution was given: a building or equipment. */
export interface Aid {
  readonly sort: 'aid';
  readonly id: string;
  readonly institution: string;
  readonly year: number;
  readonly what: AidKind;
  /** Who gave it, such as 'Kemnaker'. */
  readonly source: string;
}

/** How many of one kind of equipment there are, and in what condition. */
export interface Equipment {
  readonly sort: 'equipment';
  readonly id: string;
  readonly institution: string;
  readonly name: string;
  readonly good: number;
  readonly damaged: number;
  readonly countedOn: Day;
}

/** Somebody who teaches; named only if they agreed to it. */
export interface Instructor {
  readonly sort: 'instructor';
  readonly id: string;
  readonly institution: string;
  readonly name?: string;
  /** Their training or certificate. */
  readonly training: string;
  /** The last day on which the certificate holds. */
  readonly expiresOn?: Day;
}

/** One thing that is kept about an institution beside its description. */
export type Particular = Aid | Equipment | Instructor;

const aidLabels = {
  building: 'Gedung',
  equipment: 'Peralatan',
  both: 'Gedung dan peralatan',
} as const;
export type AidKind = keyof typeof aidLabels;

/** The kinds of aid with their Indonesian names. */
export const aidKinds = Object.entries(aidLabels) as [AidKind, string][];
export const aidLabel = (kind: AidKind): string => aidLabels[kind];

/** BLK Komunitas were first built in 2017; training centres have had aid before. */
export const firstAidYear = 1980;

/** The kind of aid meant by 'gedung', 'alat', 'gedung + peralatan'. */
export function aidKindIn(said: string): AidKind | undefined {
  const words = said.toLowerCase();
  const building = /gedung|bangunan|workshop/.test(words);
  const equipment = /alat|sarana|mesin|komputer/.test(words);
  if (building && equipment) return 'both';
  if (building) return 'building';
  return equipment ? 'equipment' : undefined;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/** What makes two particulars of one institution the same thing; each instructor is somebody of their own. */
export function particularKey(one: Particular): string {
  if (one.sort === 'equipment') return `equipment:${bare(one.name)}`;
  if (one.sort === 'aid') return `aid:${one.year}:${one.what}:${bare(one.source)}`;
  return `instructor:${one.id}`;
}

/** The same particular under the id it is kept under already, if it is. */
export function asKept<T extends Particular>(one: T, kept: readonly Particular[]): T {
  const same = kept.find((other) => particularKey(other) === particularKey(one));
  return same ? { ...one, id: same.id } : one;
}

/** A particular in a line of words, without naming it. */
export function particularLine(one: Particular, shownDay: (day: Day) => string): string {
  if (one.sort === 'equipment')
    return `${isolated(one.name)}: ${one.good} baik${one.damaged > 0 ? `, ${one.damaged} rusak` : ''}`;
  if (one.sort === 'aid')
    return `${one.year}: ${aidLabel(one.what).toLowerCase()}, ${isolated(one.source)}`;
  const until = one.expiresOn ? `, berlaku sampai ${shownDay(one.expiresOn)}` : '';
  return `${isolated(one.name ?? 'Instruktur (nama tidak dicatat)')}: ${isolated(one.training)}${until}`;
}
