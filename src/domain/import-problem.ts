/** Why a row of a file can't be imported, by kind, as it is counted in the preview. */
const titles = {
  'no-name': 'Nama kosong',
  'bad-name': 'Nama terlalu pendek atau terlalu panjang',
  example: 'Baris contoh',
  'bad-kind': 'Jenis tidak dikenal',
  'no-regency': 'Kabupaten kosong',
  'unclear-regency': 'Kabupaten atau kota belum jelas',
  'out-of-reach': 'Di luar wilayah tugas Anda',
  'no-district': 'Kecamatan kosong',
  'no-trade': 'Kejuruan kosong',
  'too-long': 'Isian terlalu panjang',
  'bad-phone': 'Telepon tidak terbaca',
  'bad-rest-day': 'Hari libur tidak dikenal',
  'bad-rhythm': 'Ritme kabar tidak dikenal',
  'bad-zone': 'Zona waktu tidak dikenal',
  'bad-year': 'Tahun bantuan tidak terbaca',
  'bad-aid': 'Bentuk bantuan tidak dikenal',
  'half-aid': 'Data bantuan belum lengkap',
  'bad-equipment': 'Peralatan tidak terbaca',
  twice: 'Ganda di dalam berkas',
  archived: 'Sudah diarsipkan',
} as const;

export type ProblemKind = keyof typeof titles;

export interface ImportProblem {
  readonly kind: ProblemKind;
  /** What is wrong and what is expected instead, for whoever mends the row. */
  readonly words: string;
}

/** The Indonesian name of a kind of problem. */
export const problemTitle = (kind: ProblemKind): string => titles[kind];

/** A row that can't be imported. */
export interface BadRow {
  /** Its number in the file, counted from 1 as office programs do. */
  readonly line: number;
  readonly problems: readonly ImportProblem[];
  readonly cells: readonly string[];
}

/** How many rows have each kind of problem, the most frequent first; a row with two counts in both. */
export function countProblems(bad: readonly BadRow[]): readonly (readonly [ProblemKind, number])[] {
  const counts = new Map<ProblemKind, number>();
  for (const { problems } of bad)
    for (const kind of new Set(problems.map((one) => one.kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
