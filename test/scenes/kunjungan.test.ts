import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let ratna: Talker;
beforeAll(async () => {
  home = await botAtHome();
  ratna = home.as(cast.ratna);
});
afterAll(() => home.stop());

const rows = (name: string, institution: string) =>
  home.store.collection(name).find({ institution }).sort({ _id: 1 }).toArray();
const status = async (words: string) =>
  /Keadaan: (.+)/u.exec((await ratna.says(`/blk ${words}`)).text)?.[1];

describe('/kunjungan', () => {
  it('records what was found, and makes tasks with due days of what was promised', async () => {
    await ratna.goes('/blk bina-iman', '<Catat kunjungan>', '<Datang langsung>', '<Hari ini>');
    await ratna.goes('Kelas berjalan\nDua komputer rusak', '<Sebagian rusak>', '<Aktif>');
    await ratna.goes(
      'Kirim kurikulum',
      '<7 hari>',
      'Pinjamkan proyektor',
      '10 Des 2026',
      '<Lewati>',
    );
    await ratna.sendsPhoto();
    await ratna.taps('Selesai');
    expect(ratna.sees().text).toContain('Kesimpulan: Aktif: ada kegiatan berjalan');
    await ratna.hurries('<Kirim>', '<Kirim>');
    expect(ratna.sees().text).toContain('📌 Kirim kurikulum, sampai Senin, 30 November 2026');
    expect(await rows('visits', 'bina-iman')).toMatchObject([
      { on: '2026-11-23', confirms: 'active', equipment: 'some', photos: [{}] },
    ]);
    expect(await rows('tasks', 'bina-iman')).toMatchObject([
      { kind: 'follow-up', dueOn: '2026-11-30' },
      { kind: 'follow-up', dueOn: '2026-12-10' },
    ]);
    expect((await ratna.says('/tugas')).text).toContain('Pinjamkan proyektor (sampai 10 Des 2026)');
  });

  it('counts activity that an officer saw as activity', async () => {
    expect(await status('bina-iman')).toBe('Aktif');
    expect(await status('al-ikhsan')).toBe('Belum mulai');
  });

  it('can be read again with its photos', async () => {
    await ratna.goes('/blk bina-iman', '<Riwayat kunjungan>', '<23 Nov 2026>');
    expect(ratna.sees().text).toContain('Dua komputer rusak');
    await ratna.taps('Lihat 1 foto');
    expect(ratna.chat().filter(({ media, from }) => media && from.isBot)).toHaveLength(1);
  });

  it('adds a centre met on the way, once, in the same form', async () => {
    await ratna.goes('/kunjungan', '<Belum terdaftar>', 'LPK Cahaya Batu', '<LPK swasta>');
    await ratna.goes('<Kabupaten Paser>', 'Batu Engau', 'Menjahit/Fashion', '<Datang langsung>');
    await ratna.goes('<Hari ini>', 'Belum terdaftar di SIAPkerja', '<Tidak sempat dilihat>');
    await ratna.goes('<Belum dapat dipastikan>', '<Lewati>', '<Lewati>');
    await ratna.hurries('<Kirim>', '<Kirim>');
    expect(ratna.sees().text).toContain('Kunjungan ke Cahaya Batu sudah tersimpan');
    expect(await rows('visits', 'cahaya-batu')).toHaveLength(1);
    expect(await status('cahaya-batu')).toBe('Belum mulai');
  });

  it('leads to the one that is there when a centre was known after all', async () => {
    await ratna.goes('/kunjungan', '<Belum terdaftar>', 'Ponpes Datu Ismail', '<BLK Komunitas>');
    await ratna.goes(
      '<Kabupaten Paser>',
      '<Kuaro>',
      '<Multimedia>',
      '<Lewat telepon>',
      '<Hari ini>',
    );
    await ratna.goes(
      'Tidak diangkat',
      '<Belum dapat dipastikan>',
      '<Lewati>',
      '<Lewati>',
      '<Kirim>',
    );
    expect(await rows('visits', 'datu-ismail')).toMatchObject([{ manner: 'call' }]);
    expect(await rows('visits', 'datu-ismail')).not.toMatchObject([{ equipment: 'unseen' }]);
  });

  it('is refused to managers and for institutions out of reach', async () => {
    expect((await home.as(cast.hamdan).says('/kunjungan')).text).toContain('belum tersedia');
    expect((await ratna.says('/kunjungan nowhere')).text).toContain('tidak ditemukan');
  });
});

describe('an officer who finds a centre passive', () => {
  it('makes it passive beyond the limit, until it is seen active again', async () => {
    const long = { registeredAt: new Date('2026-01-01T00:00:00Z') };
    await home.store
      .collection('institutions')
      .updateOne({ _id: 'al-ikhsan' as never }, { $set: long });
    expect(await status('al-ikhsan')).not.toBe('Pasif');
    const found = (how: string) =>
      ratna.goes(
        ...['/kunjungan al-ikhsan', '<Lewat telepon>', '<Hari ini>', 'Sudah ditanyakan'],
        ...[how, '<Lewati>', '<Lewati>', '<Kirim>'],
      );
    await found('<Pasif>');
    expect(await status('al-ikhsan')).toBe('Pasif');
    const maryam = home.as(cast.maryam);
    expect((await maryam.says('/status')).text).not.toMatch(/pasif/iu);
    await found('<Aktif>');
    expect(await status('al-ikhsan')).toBe('Aktif');
  });
});
