import type { Day } from '../../src/domain/day';
import { headingsIn } from '../../src/domain/import-columns';
import { countProblems } from '../../src/domain/import-problem';
import type { Institution } from '../../src/domain/institution';
import { placeKey } from '../../src/domain/place-key';
import { type ReadImport, readImport } from '../../src/domain/read-import';
import { type Row, badWays, tableOf } from '../support/imports';

const today = '2026-11-23' as Day;

function read(
  table: readonly (readonly string[])[],
  there: readonly Institution[] = [],
): ReadImport {
  const headings = headingsIn(table);
  if (!headings.ok) throw new Error(headings.missing.join());
  const known = new Map(there.map((one) => [placeKey(one), one]));
  return readImport(table, headings, {
    ...{ regencies: ['Kabupaten Paser'], anyRegency: true, today, known },
  });
}

const reasons = (rows: readonly Row[], there: readonly Institution[] = []) =>
  read(tableOf(rows), there).bad.map(({ line, problems }) => [
    line,
    problems.map(({ words }) => words),
  ]);

const datuIsmail: Institution = {
  ...{ id: 'datu-ismail', name: 'BLK Komunitas Pesantren Datu Ismail', kind: 'BLKK' },
  ...{ regency: 'Kabupaten Paser', district: 'Kuaro', trade: 'Multimedia' },
  ...{ zone: 'Asia/Makassar', restDay: 5, rhythm: 'monthly', registeredAt: new Date(0) },
};

describe('the headings of a file', () => {
  it('are found below titles, in other words and in any order', () => {
    const headings = headingsIn([
      ['DATA BLK KOMUNITAS', '', '', ''],
      ['', '', '', ''],
      ['No.', 'KEC.', 'Nama Lembaga', 'Kab/Kota', 'Jurusan'],
    ]);
    expect(headings).toMatchObject({ ok: true, row: 2 });
    expect(headings.ok && [...headings.places.entries()]).toEqual([
      ['name', 2],
      ['regency', 3],
      ['district', 1],
      ['trade', 4],
    ]);
  });

  it('are named when they are missing', () => {
    expect(headingsIn([['Nama', 'Kecamatan']])).toEqual({
      ok: false,
      missing: ['Kabupaten', 'Kejuruan'],
    });
  });
});

describe('a row', () => {
  it('is read with everything it says', () => {
    const { good, bad } = read(
      tableOf([
        {
          ...{ Nama: ' BLKK  Nurul Iman ', Jenis: 'blk komunitas', Kabupaten: 'KAB. PASER' },
          ...{ Kecamatan: 'kec. BATU SOPANG', Desa: '-', Kejuruan: 'multimedia' },
          // Excel took it for a number.
          Telepon: '81234567890',
          ...{ 'Hari libur': "Jum'at", 'Ritme kabar': '2 mingguan', 'Zona waktu': 'WIB' },
          ...{ 'Tahun bantuan': '2019', 'Bentuk bantuan': 'gedung & alat' },
          Peralatan: 'Komputer: 1.014 unit baik, 2 rusak; Mesin jahit 3',
        },
      ]),
    );
    expect(bad).toEqual([]);
    expect(good).toEqual([
      {
        line: 2,
        fields: {
          ...{ name: 'BLKK Nurul Iman', kind: 'BLKK', regency: 'Kabupaten Paser' },
          ...{ district: 'Batu Sopang', trade: 'Multimedia', restDay: 5, rhythm: 'two-weekly' },
          phone: '+6281234567890',
          zone: 'Asia/Jakarta',
        },
        aid: { year: 2019, what: 'both', source: 'tidak dicatat' },
        equipment: [
          { name: 'Komputer', good: 1014, damaged: 2 },
          { name: 'Mesin jahit', good: 3, damaged: 0 },
        ],
      },
    ]);
  });

  it.each(badWays)('%j is refused with the reason', (row, words) => {
    expect(reasons([{ Nama: 'BLKK Nurul Iman', ...row }])).toEqual([[2, [words]]]);
  });

  it('is refused with every reason at once', () => {
    expect(reasons([{ Nama: '', Kecamatan: '', Kejuruan: '' }])).toEqual([
      [2, ['Nama lembaga masih kosong', 'Kecamatan masih kosong', 'Kejuruan masih kosong']],
    ]);
  });

  it('is refused outside the regencies of whoever imports', () => {
    const table = tableOf([{ Nama: 'BLKK Jauh', Kabupaten: 'Kota Bontang' }]);
    const headings = headingsIn(table);
    const around = { regencies: ['Kabupaten Paser'], anyRegency: false, today, known: new Map() };
    const { bad } = readImport(table, headings as Extract<typeof headings, { ok: true }>, around);
    expect(bad[0]?.problems).toEqual([
      { kind: 'out-of-reach', words: 'Kota Bontang di luar wilayah tugas Anda' },
    ]);
  });

  it('is refused when an earlier row is the same institution; the earlier one stays', () => {
    const table = tableOf([
      { Nama: 'BLKK Ponpes Nurul Iman' },
      {},
      { Nama: 'Pesantren NURUL-IMAN' },
    ]);
    table[2] = ['', '', ''];
    const { good, bad } = read(table);
    expect(good.map(({ line }) => line)).toEqual([2]);
    expect(bad.map(({ line, problems }) => [line, problems[0]?.words])).toEqual([
      [4, 'Sama dengan baris 2'],
    ]);
  });

  it('is refused when the institution is in the archive, and fine when it was merged', () => {
    const archivedAt = new Date(1);
    const row = { Nama: 'Datu Ismail' };
    expect(reasons([row], [{ ...datuIsmail, archivedAt }])[0]?.[1]).toEqual([
      'BLK Komunitas Pesantren Datu Ismail sudah diarsipkan; aktifkan kembali lewat /blk',
    ]);
    expect(reasons([row], [{ ...datuIsmail, archivedAt, mergedInto: 'bina-iman' }])).toEqual([]);
  });
});

it('counts the kinds of problems, the most frequent first', () => {
  const { bad } = read(tableOf([{ Nama: '' }, { Nama: '', Kecamatan: '' }, { Kecamatan: '' }, {}]));
  expect(countProblems(bad)).toEqual([
    ['no-name', 4],
    ['no-district', 2],
  ]);
});
