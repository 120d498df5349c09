import type { Weekday } from './day';
import { weekdayName } from './indonesian-dates';
import type { Institution, Rhythm } from './institution';
import { plainly } from './typed-text';

export type InstitutionKind = Institution['kind'];

const kindLabels: Readonly<Record<InstitutionKind, string>> = {
  BLKK: 'BLK Komunitas',
  BLK: 'BLK pemerintah',
  LPK: 'LPK swasta',
};

const rhythmLabels: Readonly<Record<Rhythm, string>> = {
  weekly: 'Mingguan',
  'two-weekly': 'Dua mingguan',
  monthly: 'Bulanan',
};

const zoneNames: Readonly<Record<string, string>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
};

/** The kinds with their Indonesian names, the most frequent first. */
export const institutionKinds = Object.entries(kindLabels) as [InstitutionKind, string][];

/** The rhythms with their Indonesian names. */
export const rhythmNames = Object.entries(rhythmLabels) as [Rhythm, string][];

/** The days of the week from Monday on. */
export const weekdayNumbers: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const kindLabel = (kind: InstitutionKind): string => kindLabels[kind];
export const rhythmLabel = (rhythm: Rhythm): string => rhythmLabels[rhythm];

const squeezed = (said: string): string => plainly(said).replace(/[^a-z0-9]/g, '');

const kindSpellings: Readonly<Record<string, InstitutionKind>> = {
  blkk: 'BLKK',
  blkkomunitas: 'BLKK',
  balailatihankerjakomunitas: 'BLKK',
  blk: 'BLK',
  uptdblk: 'BLK',
  blkuptd: 'BLK',
  blkpemerintah: 'BLK',
  balailatihankerja: 'BLK',
  lpk: 'LPK',
  lpks: 'LPK',
  lpkswasta: 'LPK',
  lembagapelatihankerja: 'LPK',
};

/** The kind that is meant by words such as 'BLK Komunitas' or 'lpks'; undefined when none is. */
export const kindIn = (said: string): InstitutionKind | undefined => kindSpellings[squeezed(said)];

/** The day of the week that is meant by 'Jumat', "Jum'at" or 'Ahad'. */
export function weekdayIn(said: string): Weekday | undefined {
  const word = squeezed(said).replace(/^hari/, '').replace('ahad', 'minggu');
  return weekdayNumbers.find((day) => weekdayName(day).toLowerCase() === word);
}

const rhythmSpellings: Readonly<Record<string, Rhythm>> = {
  mingguan: 'weekly',
  tiapminggu: 'weekly',
  setiapminggu: 'weekly',
  duamingguan: 'two-weekly',
  dwimingguan: 'two-weekly',
  '2mingguan': 'two-weekly',
  duaminggu: 'two-weekly',
  '2minggu': 'two-weekly',
  bulanan: 'monthly',
  tiapbulan: 'monthly',
  setiapbulan: 'monthly',
};

/** The rhythm that is meant by 'bulanan', '2 mingguan' or 'setiap minggu'. */
export const rhythmIn = (said: string): Rhythm | undefined => rhythmSpellings[squeezed(said)];

/** The IANA zone that is meant by WIB, WITA or WIT. */
export const zoneIn = (said: string): string | undefined => zoneNames[squeezed(said)];
