import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { drawn } from '../support/talk';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const institution = (id: string) =>
  home.store.collection('institutions').findOne({ _id: id as never });
const particulars = (id: string) =>
  home.store.collection('particulars').find({ institution: id }).sort({ _id: 1 }).toArray();

const scopeOfRatna = (regencies: readonly string[] | 'all') =>
  home.store
    .collection('people')
    .updateOne({ telegramId: cast.ratna.id }, { $set: { 'grants.0.regencies': regencies } });

const adding = [
  '/tambahblk',
  'LPK Karya Mandiri',
  '<LPK swasta>',
  '<Kabupaten Paser>',
  'KEC. BATU SOPANG',
  '<Lewati>',
  'barista',
  '<Minggu>',
  '<Bulanan>',
] as const;

describe('/blk', () => {
  it('lists the institutions in reach, finds them by words, and opens one', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.says('/blk');
    expect(ratna.sees().text).toContain('BLK dan LPK · 3 lembaga');
    await ratna.says('/blk kuaro');
    expect(ratna.sees().text).toContain('1 lembaga');
    const card = await ratna.taps('Datu Ismail · Kuaro');
    expect(card.text).toContain('Tempat: Kec. Kuaro, Kabupaten Paser');
    expect(card.text).toContain('Kontak: Rahmat (pengelola)');
  });

  it('is refused to managers', async () => {
    const hamdan = home.as(cast.hamdan);
    expect((await hamdan.says('/blk')).text).toContain('/blk belum tersedia untuk Anda');
  });
});

describe('/tambahblk', () => {
  it('adds an institution once, which has its clockwork from the next tick on', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes(...adding);
    expect(ratna.sees().text).toContain('Kecamatan: Batu Sopang');
    await ratna.hurries('<Simpan>', '<Simpan>');
    expect(await institution('karya-mandiri')).toMatchObject({
      name: 'LPK Karya Mandiri',
      kind: 'LPK',
      trade: 'Barista',
      restDay: 7,
      zone: 'Asia/Makassar',
    });
    await home.playTo('2026-11-23T01:01:00Z');
    const looks = home.store.collection('appointments').find({ scope: 'karya-mandiri' });
    expect((await looks.toArray()).map(({ ['job']: job }) => String(job))).toContain('check-in');
  });

  it('says which one is there already, however its name is written', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/tambahblk', 'Lembaga Pelatihan Kerja KARYA  mandiri', ...adding.slice(2));
    expect((await ratna.taps('Simpan')).text).toContain('sudah terdaftar');
    expect(await home.store.collection('institutions').countDocuments()).toBe(4);
  });

  it('keeps officers of one regency within it', async () => {
    const ratna = home.as(cast.ratna);
    await scopeOfRatna(['Kabupaten Paser']);
    await ratna.goes('/tambahblk', 'BLKK Jauh', '<BLK Komunitas>', 'Kota Balikpapan');
    expect(ratna.sees().text).toContain('Kota Balikpapan di luar wilayah tugas Anda');
    await ratna.says('/batal');
    await scopeOfRatna(['Kota Balikpapan']);
    expect((await ratna.says('/blk')).text).toContain('0 lembaga');
    for (const forged of ['blk:.ybina-iman', 'alihkan:bina-iman', 'rincian:ebina-iman']) {
      await ratna.says('/blk');
      expect((await ratna.forges(forged)).text).toContain('tidak ditemukan');
    }
    await scopeOfRatna('all');
  });
});

describe('/ubahblk', () => {
  it('begins with everything as it is and changes what was changed', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/blk al-ikhsan', '<Ubah data>');
    expect(ratna.sees().text).toContain('Kejuruan: Multimedia');
    await ratna.goes('<Ubah Kejuruan>', 'Robotika', '<Ubah Desa>', 'Jone', '<Simpan>');
    expect(await institution('al-ikhsan')).toMatchObject({ trade: 'Robotika', village: 'Jone' });
    await ratna.goes('/ubahblk al-ikhsan', '<Ubah Desa>', '<Lewati>', '<Simpan>');
    expect(await institution('al-ikhsan')).not.toHaveProperty('village');
  });

  it('does not give one the name and place of another', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/ubahblk al-ikhsan', '<Ubah Nama>', 'Pesantren Datu Ismail');
    await ratna.goes('<Ubah Kecamatan>', 'Kuaro', '<Simpan>');
    expect(ratna.sees().text).toContain('sudah terdaftar sebagai lembaga lain');
    expect(await institution('al-ikhsan')).toMatchObject({ district: 'Tanah Grogot' });
  });
});

describe('what belongs to an institution', () => {
  it('is counted, listed and taken off the list again', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/alat bina-iman', 'Komputer', '14', '2', '<Simpan>');
    await ratna.goes('/alat bina-iman', '<Komputer>', '1.250', '<Tidak ada>', '<Simpan>');
    await ratna.goes('/terimabantuan bina-iman', '2019', '<Gedung dan peralatan>', '<Kemnaker>');
    await ratna.taps('Simpan');
    expect((await ratna.says('/blk bina-iman')).text).toContain('• Komputer: 1250 baik');
    expect(ratna.sees().text).toContain('• 2019: gedung dan peralatan, Kemnaker');
    await ratna.goes('<Peralatan>', '<Hapus nomor 1>');
    expect((await particulars('bina-iman')).map(({ ['sort']: sort }) => String(sort))).toEqual([
      'aid',
    ]);
  });

  it('names an instructor only with consent, and warns before the certificate ends', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/instruktur datu-ismail', 'Sertifikat BNSP', '20 Des 2026');
    await ratna.goes('<Belum, tanpa nama>', '<Simpan>');
    const [instructor] = await particulars('datu-ismail');
    expect(instructor).not.toHaveProperty('name');
    await home.playTo('2026-11-23T02:00:00Z');
    expect((await ratna.says('/tugas')).text).toContain('Sertifikat instruktur (Sertifikat BNSP)');
    await ratna.goes('/rincian idatu-ismail', '<Hapus nomor 1>');
    expect(await home.store.collection('expiries').countDocuments()).toBe(0);
  });
});

describe('the archive', () => {
  it('keeps an institution out of sight, and gives it back', async () => {
    const ratna = home.as(cast.ratna);
    const rahmat = home.as(cast.rahmat);
    await ratna.goes('/blk datu-ismail', '<Arsipkan>', '<Ya, arsipkan>');
    expect(ratna.sees().text).toContain('Diarsipkan Senin, 23 November 2026');
    expect((await rahmat.says('/lapor')).text).toContain(
      'pendampingan BLK Datu Ismail sedang dihentikan',
    );
    await ratna.goes('/blk', '<Arsip>', '<Datu Ismail>', '<Aktifkan kembali>');
    expect((await rahmat.says('/lapor')).text).toContain('Kegiatan apa');
    await rahmat.says('/batal');
  });
});

describe('/alihkan', () => {
  it('gives the deputy the place of the manager', async () => {
    await home.as(cast.ratna).goes('/alihkan bina-iman', '<Hamdan>', '<Yusuf>', '<Alihkan>');
    const people = await home.world.people.of('bina-iman');
    expect(people.map(({ name, grants }) => [name, grants.map(({ role }) => role)])).toEqual([
      ['Yusuf', ['manager']],
    ]);
    expect((await home.as(cast.hamdan).says('/lapor')).text).toContain('belum tersedia');
  });

  it('invites somebody new in the place of the last contact', async () => {
    await home.as(cast.ratna).goes('/alihkan bina-iman', '<Yusuf>', '<Orang baru>', '<Alihkan>');
    expect(home.as(cast.ratna).sees().text).toContain('https://t.me/');
    expect(await home.world.people.of('bina-iman')).toEqual([]);
  });
});

describe('an old button Alihkan kontak', () => {
  it('leads on to the invitation when there is nobody any more', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.forges('alihkan:bina-iman');
    expect(drawn(ratna.sees()).split('\n')).toEqual([
      'Bina Iman sekarang belum mempunyai kontak, jadi belum ada yang dapat dialihkan. Silakan undang pengelolanya, atau catat nomor telepon BLK-nya.',
      '[Undang kontak] [Telepon BLK]',
      '[Buka Bina Iman]',
    ]);
    expect((await ratna.taps('Undang kontak')).text).toContain('BLK: Bina Iman');
    await ratna.taps('Batal');
  });

  it('leads to the archive when the institution is there', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.says('/blk datu-ismail');
    await home.world.institutions.archive('datu-ismail', home.clock.now());
    expect((await ratna.taps('Alihkan kontak')).text).toContain('Datu Ismail sedang diarsipkan');
    await ratna.goes('<Buka Datu Ismail>', '<Aktifkan kembali>');
    expect(ratna.sees().text).toContain('Kontak: Rahmat (pengelola)');
  });
});

describe('/profil', () => {
  it('shows managers their own institution and lets them change what is harmless', async () => {
    const maryam = home.as(cast.maryam);
    expect((await maryam.says('/profil')).text).toContain('BLK Komunitas Pesantren Al Ikhsan');
    await maryam.goes('<Ubah hari libur>', '<Minggu>', '<Simpan>');
    await maryam.goes('<Profil BLK>', '<Perbarui peralatan>', 'Proyektor', '1', '0', '<Simpan>');
    expect(await institution('al-ikhsan')).toMatchObject({ restDay: 7 });
    expect(await particulars('al-ikhsan')).toMatchObject([{ name: 'Proyektor', good: 1 }]);
  });

  it('brings a correction to the officers', async () => {
    const maryam = home.as(cast.maryam);
    await maryam.goes('/profil', '<Ada data yang keliru>', 'Desanya Jone', '<Kirim>');
    expect((await home.as(cast.joko).says('/tugas')).text).toContain('Desanya Jone');
  });

  it('opens no other institution', async () => {
    const maryam = home.as(cast.maryam);
    for (const forged of ['alat:bina-iman', 'hariliburblk:bina-iman', 'ralat:bina-iman']) {
      await maryam.says('/profil');
      expect((await maryam.forges(forged)).text).toContain('tidak ditemukan');
    }
  });
});
