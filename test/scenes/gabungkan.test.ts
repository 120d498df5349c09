import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { receiptIn } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let ratna: Talker;
/** Another officer, who knows nothing of what Ratna does. */
let joko: Talker;
beforeEach(async () => {
  home = await botAtHome();
  ratna = home.as(cast.ratna);
  joko = home.as(cast.joko);
});
afterEach(() => home.stop());

const merges = () => ratna.goes('/gabungkan al-ikhsan', '<Bina Iman>', '<Gabungkan>');
const institution = (id: string) =>
  home.store.collection('institutions').findOne({ _id: id as never });

describe('/gabungkan', () => {
  it('lets the manager of the duplicate go on with an open form, and loses nothing', async () => {
    const maryam = home.as(cast.maryam);
    const before = receiptIn(await maryam.goes('/nihil', 'Lainnya', '<Lewati>', '<Kirim>'));
    await maryam.goes('/lapor', '<Produksi>', 'Cetak spanduk', '<Hari ini>');

    await merges();
    expect(ratna.sees().text).toContain('sudah digabungkan ke BLK Komunitas Pesantren Bina Iman');

    await maryam.goes('<Lewati>', '<Kirim>');
    const after = receiptIn(maryam.sees());
    expect(maryam.sees().text).toContain('dari BLK Bina Iman sudah kami terima');
    for (const id of [before, after])
      expect(await home.world.reports.one(id, ['bina-iman'])).toBeDefined();
    expect((await maryam.says('/riwayat')).text).toContain('2 laporan');
    expect((await maryam.says('/profil')).text).toContain('BLK Komunitas Pesantren Bina Iman');
  });

  it('does not write what was meant for the duplicate over the survivor', async () => {
    await joko.goes('/ubahblk al-ikhsan', '<Ubah Kejuruan>', 'Robotika');
    const survivor = await institution('bina-iman');
    await merges();
    await joko.taps('Simpan');
    expect(joko.sees().text).toContain('sudah digabungkan ke BLK Komunitas Pesantren Bina Iman');
    expect(await institution('bina-iman')).toEqual({ ...survivor, formerIds: ['al-ikhsan'] });
  });

  it('brings what is added for the duplicate to the survivor', async () => {
    await joko.goes('/kunjungan al-ikhsan', '<Lewat telepon>', '<Hari ini>', 'Pindah alamat');
    await joko.goes('<Belum dapat dipastikan>', 'Kirim surat', '<7 hari>', '<Lewati>', '<Lewati>');
    const maryam = home.as(cast.maryam);
    await maryam.goes('/profil', '<Perbarui peralatan>', 'Komputer', '3', '0');
    await merges();
    await joko.taps('Kirim');
    await maryam.taps('Simpan');
    const collections = ['visits', 'tasks', 'particulars'].map((name) =>
      home.store.collection(name).find({ institution: 'bina-iman' }).toArray(),
    );
    expect((await Promise.all(collections)).map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('leads the buttons of the duplicate to the survivor', async () => {
    await joko.says('/blk al-ikhsan');
    await merges();
    expect((await joko.taps('Peralatan')).text).toContain('Peralatan · Bina Iman');
    await joko.says('/blk');
    expect((await joko.forges('blk:al-ikhsan')).text).toContain(
      'BLK Komunitas Pesantren Bina Iman',
    );
    expect((await joko.forges('blk:.yal-ikhsan')).text).toContain('tidak ditemukan');
    expect((await joko.says('/blk')).text).toContain('2 lembaga');
    expect((await joko.says('/gabungkan al-ikhsan')).text).toContain('sudah digabungkan');
  });

  it('lets one of two who merge two into each other win', async () => {
    await joko.goes('/gabungkan bina-iman', '<Al Ikhsan>');
    await merges();
    expect((await joko.taps('Gabungkan')).text).toContain('Akan digabungkan ke lembaga mana');
  });

  it('is not undone by the file from which the duplicate came', async () => {
    await merges();
    const duplicate = ['BLKK Al Ikhsan', 'Kabupaten Paser', 'Tanah Grogot', 'Robotika'];
    const text = [['Nama', 'Kabupaten', 'Kecamatan', 'Kejuruan'], duplicate].map((row) =>
      row.join(';'),
    );
    await ratna.says('/impor');
    const bytes = Buffer.from(text.join('\n'));
    const upload = { name: 'a.csv', type: 'text/csv', bytes };
    await ratna.settled(home.telegram.sendsDocument(ratna.id, upload).updateId);
    expect((await ratna.taps('Periksa berkas')).text).toContain('1 sudah tersimpan dan sama');
  });

  it('is refused to managers and out of reach', async () => {
    expect((await home.as(cast.hamdan).says('/gabungkan al-ikhsan')).text).toContain(
      'belum tersedia',
    );
    await home.store
      .collection('people')
      .updateOne({ telegramId: ratna.id }, { $set: { 'grants.0.regencies': ['Kota Bontang'] } });
    expect((await ratna.says('/gabungkan al-ikhsan')).text).toContain('tidak ditemukan');
  });
});
