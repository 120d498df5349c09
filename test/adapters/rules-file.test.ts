import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesFile } from '../../src/adapters/rules-file';
import { defaultPolicy, policyFor } from '../../src/domain/policy';
import type { RulesFile } from '../../src/ports/rules';
import { type CollectingLog, collectingLog } from '../support/collecting-log';
import { temporaryFolder } from '../support/temporary-folder';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
let log: CollectingLog;
let file: RulesFile;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'data', 'aturan.json');
  log = collectingLog();
  file = rulesFile({ path, log });
});
afterEach(() => folder.remove());

const activeDays = async (from = file) => policyFor((await from.edited()).policy).activeDays;

/** Edits the file as a person does: it is there already. */
async function edit(content: object | string): Promise<void> {
  await file.edited();
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the rules file', () => {
  it('is written when there is none, explains itself and changes nothing', async () => {
    expect(policyFor((await file.edited()).policy)).toEqual(defaultPolicy);
    expect(await file.problems()).toEqual([]);
    const written = JSON.parse(await readFile(path, 'utf8'));
    expect(written.keterangan[0]).toContain('boleh diubah kapan saja');
    expect(written.ambang.hari_aktif).toBe(90);
    expect(written.tahun_libur['2026'].libur_nasional).toHaveLength(17);
  });

  it('is left as it is when there is one', async () => {
    await edit({ ambang: { hari_aktif: 60 } });
    await rulesFile({ path, log }).edited();
    expect(await readFile(path, 'utf8')).toBe('{"ambang":{"hari_aktif":60}}');
  });

  it('is read again whenever it was changed', async () => {
    expect(await activeDays()).toBe(90);
    for (const days of [60, 61, 62]) {
      await edit({ ambang: { hari_aktif: days } });
      expect(await activeDays()).toBe(days);
    }
    expect(log.lines.filter((line) => line.startsWith('info'))).toHaveLength(3);
  });

  it('says everything there is to say in its own words', async () => {
    await edit({
      ambang: { hari_aktif: 60, bagian_libur_yang_membebaskan: 0.4 },
      tangga_hari_kerja: { kepala: 9 },
      waktu_kirim: { hari_pengelola: [1, 2], jam_ramadan: [{ dari: '10:00', sampai: '11:00' }] },
      tahun_libur: {
        '2027': {
          keputusan: 'SKB 2027',
          libur_nasional: [{ tanggal: '2027-03-10', nama: 'Idulfitri' }],
          cuti_bersama: [],
        },
      },
      libur_daerah: [
        { tanggal: '2026-12-29', nama: 'Hari Jadi' },
        { tanggal: '2026-12-30', nama: 'Akhir tahun', jenis: 'cuti bersama' },
      ],
      bukan_libur: ['2026-12-24'],
      ritme: 'dua mingguan',
      per_blk: { 'bina-iman': { ritme: 'mingguan', ambang: { hari_aktif: 50 } } },
      bulan_hijriah: [{ tahun: 1448, bulan: 9, mulai: '2027-02-08' }],
    });
    expect(await file.edited()).toEqual({
      institutions: new Map([['bina-iman', { activeDays: 50 }]]),
      rhythms: new Map([['bina-iman', 'weekly']]),
      policy: {
        rhythm: 'two-weekly',
        activeDays: 60,
        excusedLeaveShare: 0.4,
        escalation: { head: 9 },
        windows: { managerDays: [1, 2], ramadanHours: [{ from: '10:00', to: '11:00' }] },
      },
      calendar: {
        years: {
          '2027': {
            decree: 'SKB 2027',
            holidays: [{ on: '2027-03-10', name: 'Idulfitri' }],
            jointLeave: [],
          },
        },
        localDaysOff: [
          { on: '2026-12-29', name: 'Hari Jadi' },
          { on: '2026-12-30', name: 'Akhir tahun', kind: 'joint-leave' },
        ],
        workingDays: ['2026-12-24'],
        hijriMonths: [{ year: 1448, month: 9, startsOn: '2027-02-08' }],
      },
    });
    expect(await file.problems()).toEqual([]);
  });

  it('goes back to the defaults where a setting is taken out or null', async () => {
    await edit({ ambang: { hari_aktif: 60 } });
    expect(await activeDays()).toBe(60);
    await edit({ ambang: { hari_aktif: null }, waktu_kirim: null });
    expect(await activeDays()).toBe(90);
    await edit({});
    expect(await activeDays()).toBe(90);
    expect(await file.problems()).toEqual([]);
  });

  it('may begin with the mark that some editors put there', async () => {
    await edit('\uFEFF{ "ambang": { "hari_aktif": 60 } }');
    expect(await activeDays()).toBe(60);
  });
});

describe('a bad rules file', () => {
  it.each([
    ['has a bad value', { ambang: { hari_aktif: 300 } }, 'Batas aktif perlu lebih kecil'],
    ['has a word for a number', { ambang: { hari_aktif: 'x' } }, 'hari_aktif: perlu berupa angka.'],
    ['has an unknown word', { ambang: { hari_aktiv: 60 } }, 'hari_aktiv: tidak dikenal.'],
    ['has an unknown group', { amban: {} }, 'amban: tidak dikenal.'],
    [
      'has hours that are none',
      { waktu_kirim: { jam_pengelola: [{ dari: '8' }] } },
      'waktu_kirim.jam_pengelola.0.sampai: perlu berupa teks.',
    ],
    [
      'has a day that does not exist',
      { libur_daerah: [{ tanggal: '2027-02-30', nama: 'x' }] },
      'libur_daerah.0.tanggal: perlu berupa tanggal, misalnya 2027-03-10.',
    ],
    [
      'has a rhythm nobody knows',
      { ritme: 'harian' },
      'ritme: perlu salah satu dari: mingguan, dua mingguan, bulanan.',
    ],
    [
      'has a rhythm nobody knows for one BLK',
      { per_blk: { 'bina-iman': { ritme: 'harian' } } },
      'per_blk.bina-iman: ritme: perlu salah satu dari',
    ],
    [
      'has hours of the office for one BLK',
      { per_blk: { 'bina-iman': { waktu_kirim: { jam_petugas: [] } } } },
      'per_blk.bina-iman: waktu_kirim.jam_petugas: tidak dikenal.',
    ],
    [
      'has a value for one BLK that makes no sense upon the others',
      { per_blk: { 'bina-iman': { ambang: { hari_aktif: 200 } } } },
      'per_blk.bina-iman: Batas aktif perlu lebih kecil',
    ],
    [
      'has a kind of day off nobody knows',
      { libur_daerah: [{ tanggal: '2026-12-29', nama: 'x', jenis: 'hari besar' }] },
      'libur_daerah.0.jenis: perlu salah satu dari: libur, cuti bersama.',
    ],
    ['is a list', [], 'Isi: perlu berupa kelompok pengaturan.'],
    ['is empty', '', 'Isi: belum berupa JSON yang benar'],
  ])('that %s is refused with the reason, and the old content stays', async (_, content, why) => {
    await edit({ ambang: { hari_aktif: 60 } });
    expect(await activeDays()).toBe(60);
    await edit(content);
    expect(await activeDays()).toBe(60);
    expect((await file.problems()).join('\n')).toContain(`aturan.json: ${why}`);
    expect(log.lines.at(-1)).toMatch(/^warn The rules file is refused/u);
    expect(log.lines.at(-1)).toContain(why);
  });

  it('names the line at which it stops being JSON', async () => {
    await edit('{\n  "ambang": {\n    "hari_aktif": 60,\n  }\n}');
    expect((await file.problems())[0]).toContain('di sekitar baris 4');
  });

  it('is complained of once, however often it is asked for', async () => {
    await edit('{');
    await Promise.all(Array.from({ length: 50 }, () => file.edited()));
    await file.problems();
    expect(log.lines.filter((line) => line.startsWith('warn'))).toHaveLength(1);
  });

  it('counts again as soon as it is mended', async () => {
    await edit('{');
    expect(await activeDays()).toBe(90);
    await edit({ ambang: { hari_aktif: 60 } });
    expect(await activeDays()).toBe(60);
    expect(await file.problems()).toEqual([]);
  });

  it('leaves the last good content in force over a restart', async () => {
    await edit({ ambang: { hari_aktif: 60 } });
    await file.edited();
    await edit('{ half');
    const restarted = rulesFile({ path, log });
    expect(await activeDays(restarted)).toBe(60);
    expect(await restarted.problems()).toHaveLength(1);
  });

  it('leaves the defaults in force when there never was a good one', async () => {
    await edit('{');
    await rm(`${path}.berlaku`);
    expect(await activeDays(rulesFile({ path, log }))).toBe(90);
  });

  it('that was removed leaves its content in force until the restart, which writes a new one', async () => {
    await edit({ ambang: { hari_aktif: 60 } });
    await file.edited();
    await rm(path);
    expect(await activeDays()).toBe(60);
    expect((await file.problems())[0]).toContain('berkas tidak ada');
    expect(await activeDays(rulesFile({ path, log }))).toBe(90);
  });

  it('that cannot be written is no reason to stop', async () => {
    await writeFile(join(folder.path, 'data'), 'a file where the folder should be');
    expect(await activeDays()).toBe(90);
    expect(log.lines[0]).toMatch(/^warn The rules file or its copy could not be written/u);
  });

  it('leaves no halves behind', async () => {
    await edit({ ambang: { hari_aktif: 60 } });
    await file.edited();
    const names = await readdir(join(folder.path, 'data'));
    expect(names.toSorted()).toEqual(['aturan.json', 'aturan.json.berlaku']);
  });
});
