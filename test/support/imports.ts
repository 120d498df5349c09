import { importHeadings } from '../../src/domain/import-columns';

export { importHeadings };

/** A row of a file of institutions, by its headings; what is not named is empty. */
export type Row = Readonly<Partial<Record<string, string>>>;

const usual: Row = {
  Jenis: 'BLKK',
  Kabupaten: 'Kabupaten Paser',
  Kecamatan: 'Kuaro',
  Kejuruan: 'Multimedia',
};

/** A row that can be imported, but for what is said of it. */
export const rowOf = (said: Row): readonly string[] =>
  importHeadings.map((heading) => said[heading] ?? usual[heading] ?? '');

/** The table of a file with these rows under the headings. */
export const tableOf = (rows: readonly Row[]): (readonly string[])[] => [
  importHeadings,
  ...rows.map(rowOf),
];

/** Each way in which a row can be bad by itself, with the reason that is given. */
export const badWays: readonly (readonly [Row, string])[] = [
  [{ Nama: '' }, 'Nama lembaga masih kosong'],
  [{ Nama: 'x' }, 'Nama perlu 3 sampai 120 huruf'],
  [{ Jenis: 'Sekolah' }, 'Jenis “Sekolah” tidak dikenal; tulis BLKK, BLK, atau LPK'],
  [{ Kabupaten: '' }, 'Kabupaten masih kosong'],
  [{ Kabupaten: 'Bekasi' }, '“Bekasi” belum jelas; tulis beserta Kabupaten atau Kota'],
  [{ Kecamatan: '' }, 'Kecamatan masih kosong'],
  [{ Kejuruan: '' }, 'Kejuruan masih kosong'],
  [{ Desa: 'D'.repeat(61) }, 'Desa paling banyak 60 huruf'],
  [{ Telepon: '12' }, 'Telepon “12” tidak terbaca; tulis misalnya 0812-3456-7890'],
  [{ 'Hari libur': 'Lebaran' }, 'Hari libur “Lebaran” tidak dikenal; tulis misalnya Jumat'],
  [
    { 'Ritme kabar': 'kadang' },
    'Ritme “kadang” tidak dikenal; tulis mingguan, dua mingguan, atau bulanan',
  ],
  [{ 'Zona waktu': 'GMT' }, 'Zona waktu “GMT” tidak dikenal; tulis WIB, WITA, atau WIT'],
  [
    { 'Tahun bantuan': '19', 'Bentuk bantuan': 'Gedung' },
    'Tahun bantuan “19” tidak terbaca; tulis misalnya 2019',
  ],
  [
    { 'Tahun bantuan': '2019', 'Bentuk bantuan': 'Uang' },
    'Bantuan “Uang” tidak dikenal; tulis gedung atau peralatan',
  ],
  [{ 'Tahun bantuan': '2019' }, 'Bantuan perlu tahun dan bentuknya; lengkapi atau kosongkan'],
  [
    { Peralatan: 'banyak sekali' },
    'Peralatan “banyak sekali” tidak terbaca; tulis misalnya Komputer 14 baik, 2 rusak',
  ],
];
