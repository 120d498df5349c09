import type { Weekday } from './day';
import type { Rhythm } from './institution';
import { type InstitutionKind, kindIn, rhythmIn, weekdayIn, zoneIn } from './institution-words';
import type { ImportProblem, ProblemKind } from './import-problem';
import { regencyIn, titled } from './regency';
import { readPhone } from './reading-phone';
import { readText } from './reading-text';
import { spelledTrade } from './trade';
import { cutShort, isolated } from './isolated';

/** What a cell gives: a value, nothing, or what is wrong with it. */
export type Cell<T> = { readonly value: T } | { readonly problem: ImportProblem };

/** Says what is wrong with a cell. */
export const problem = (kind: ProblemKind, words: string): { readonly problem: ImportProblem } => ({
  problem: { kind, words },
});
/** Says what a cell holds. */
export const given = <T>(value: T): Cell<T> => ({ value });
/** An empty cell. */
export const nothing = { value: undefined } as const;

/** A cell's words as they may be quoted in a reason: the beginning of them. */
export const quoted = (said: string) => `“${cutShort(isolated(said), 31)}”`;

const longestPlace = 60;

/** A short text; too long is a problem, empty is nothing. */
function text(said: string, of: string, max: number): Cell<string | undefined> {
  if (said.trim() === '') return nothing;
  const reading = readText(said, { of, max });
  return reading.ok
    ? given(reading.value)
    : problem('too-long', `${of} paling banyak ${max} huruf`);
}

export function nameCell(said: string): Cell<string> {
  if (said.trim() === '') return problem('no-name', 'Nama lembaga masih kosong');
  if (/^contoh\b/i.test(said.trim())) return problem('example', 'Baris contoh tidak diimpor');
  const reading = readText(said, { of: 'nama', max: 120, min: 3 });
  return reading.ok ? given(reading.value) : problem('bad-name', 'Nama perlu 3 sampai 120 huruf');
}

export function kindCell(said: string): Cell<InstitutionKind> {
  if (said.trim() === '') return given<InstitutionKind>('BLKK');
  const kind = kindIn(said);
  return kind
    ? given(kind)
    : problem('bad-kind', `Jenis ${quoted(said)} tidak dikenal; tulis BLKK, BLK, atau LPK`);
}

/** Where whoever imports may add institutions. */
export interface ImportPlaces {
  readonly regencies: readonly string[];
  readonly anyRegency: boolean;
}

export function regencyCell(said: string, { regencies, anyRegency }: ImportPlaces): Cell<string> {
  const reading = regencyIn(said, regencies);
  if (reading.is === 'empty') return problem('no-regency', 'Kabupaten masih kosong');
  if (reading.is === 'ambiguous')
    return problem(
      'unclear-regency',
      `${quoted(said)} belum jelas; tulis beserta Kabupaten atau Kota`,
    );
  const { regency } = reading;
  if (regency.length > longestPlace)
    return problem('too-long', `Kabupaten paling banyak ${longestPlace} huruf`);
  return anyRegency || regencies.includes(regency)
    ? given(regency)
    : problem('out-of-reach', `${regency} di luar wilayah tugas Anda`);
}

export function districtCell(said: string): Cell<string> {
  const cell = text(said, 'Kecamatan', longestPlace);
  if ('problem' in cell) return cell;
  if (cell.value === undefined) return problem('no-district', 'Kecamatan masih kosong');
  return given(titled(cell.value.replace(/^kec(?:amatan|\.)?\s+/i, '')));
}

export function villageCell(said: string): Cell<string | undefined> {
  const cell = text(said, 'Desa', longestPlace);
  if ('problem' in cell || cell.value === undefined || /^[-–]$/.test(cell.value))
    return 'problem' in cell ? cell : nothing;
  return given(titled(cell.value));
}

export function tradeCell(said: string): Cell<string> {
  const cell = text(said, 'Kejuruan', 80);
  if ('problem' in cell) return cell;
  return cell.value === undefined
    ? problem('no-trade', 'Kejuruan masih kosong')
    : given(spelledTrade(cell.value));
}

/** A cell that office programs took for a number has lost its zero. */
const withZero = (said: string) => (/^8\d+$/.test(said.trim()) ? `0${said.trim()}` : said);

export function phoneCell(said: string): Cell<string | undefined> {
  if (/^[-–\s]*$/.test(said)) return nothing;
  const reading = readPhone(withZero(said));
  return reading.ok
    ? given(reading.value)
    : problem('bad-phone', `Telepon ${quoted(said)} tidak terbaca; tulis misalnya 0812-3456-7890`);
}

export function restDayCell(said: string): Cell<Weekday | undefined> {
  if (said.trim() === '') return nothing;
  const day = weekdayIn(said);
  return day
    ? given(day)
    : problem('bad-rest-day', `Hari libur ${quoted(said)} tidak dikenal; tulis misalnya Jumat`);
}

export function rhythmCell(said: string): Cell<Rhythm | undefined> {
  if (said.trim() === '') return nothing;
  const rhythm = rhythmIn(said);
  return rhythm
    ? given(rhythm)
    : problem(
        'bad-rhythm',
        `Ritme ${quoted(said)} tidak dikenal; tulis mingguan, dua mingguan, atau bulanan`,
      );
}

export function zoneCell(said: string): Cell<string | undefined> {
  if (said.trim() === '') return nothing;
  const zone = zoneIn(said);
  return zone
    ? given(zone)
    : problem('bad-zone', `Zona waktu ${quoted(said)} tidak dikenal; tulis WIB, WITA, atau WIT`);
}
