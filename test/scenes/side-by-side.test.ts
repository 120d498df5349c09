import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import type { Talker } from '../support/talk';

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
let hamdan: Talker;
let yusuf: Talker;
let ratna: Talker;
let joko: Talker;
beforeEach(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
  yusuf = home.as(cast.yusuf);
  ratna = home.as(cast.ratna);
  joko = home.as(cast.joko);
});
afterEach(() => home.stop());

const institution = (id: string) =>
  home.store.collection('institutions').findOne({ _id: id as never });
const reports = async () =>
  (await home.world.reports.history(['bina-iman'], { skip: 0, limit: 20 })).entries;
/** An activity that is told but for the last tap. */
const almost = (who: Talker) =>
  who.goes('/lapor', '<Produksi>', 'Cetak spanduk', '<Hari ini>', '<Lewati>');

describe('somebody whose role ends while a form is open', () => {
  it('cannot send it, and is told why; the one who takes over can report', async () => {
    await almost(hamdan);
    await ratna.goes('/alihkan bina-iman', '<Hamdan (pengelola)>');
    await ratna.goes('<Yusuf (wakil pengelola)>', '<Alihkan>');
    await hamdan.taps('Kirim');
    expect(await reports()).toEqual([]);
    expect((await hamdan.says('/lapor')).text).toMatch(/belum tersedia|belum terhubung/u);
    await almost(yusuf);
    await yusuf.taps('Kirim');
    expect(await reports()).toHaveLength(1);
  });

  it('may have asked for it: what was not sent is forgotten with them', async () => {
    await almost(hamdan);
    const summary = hamdan.sees();
    await hamdan.goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    await hamdan.taps('Kirim', summary.id);
    expect(await reports()).toEqual([]);
  });
});

describe('a centre that is archived while a form is open', () => {
  it('takes no report until it is brought back, and then takes it once', async () => {
    await almost(hamdan);
    await ratna.goes('/blk bina-iman', '<Arsipkan>', '<Ya, arsipkan>');
    await hamdan.taps('Kirim');
    expect(await reports()).toEqual([]);
    await ratna.goes('/blk .a0', '<Bina Iman', '<Aktifkan kembali>');
    await almost(hamdan);
    await hamdan.hurries('<Kirim>', '<Kirim>');
    expect(await reports()).toHaveLength(1);
  });
});

describe('two who work on one thing', () => {
  it('change different facts of a centre, and both hold', async () => {
    await ratna.goes('/ubahblk al-ikhsan', '<Ubah Kejuruan>', 'Robotika');
    await joko.goes('/ubahblk al-ikhsan', '<Ubah Desa>', 'Jone', '<Simpan>');
    await ratna.taps('Simpan');
    expect(await institution('al-ikhsan')).toMatchObject({ trade: 'Robotika', village: 'Jone' });
  });

  it('change the same fact at once, and one of both holds as a whole', async () => {
    await ratna.goes('/ubahblk al-ikhsan', '<Ubah Kejuruan>', 'Robotika', '<Ubah Desa>', 'Jone');
    await joko.goes('/ubahblk al-ikhsan', '<Ubah Kejuruan>', 'Menjahit', '<Ubah Desa>', 'Tepian');
    await Promise.all([ratna.taps('Simpan'), joko.taps('Simpan')]);
    const { trade, village } = (await institution('al-ikhsan')) as Record<string, unknown>;
    expect([
      ['Robotika', 'Jone'],
      ['Menjahit', 'Tepian'],
    ]).toContainEqual([trade, village]);
  });

  it('report for one centre, and each has a receipt of their own', async () => {
    await Promise.all([almost(hamdan), almost(yusuf)]);
    await Promise.all([hamdan.taps('Kirim'), yusuf.taps('Kirim')]);
    const by = (await reports()).map(({ report }) => report.reportedBy);
    expect(new Set(by).size).toBe(2);
    expect(hamdan.sees().text).toContain('Nomor tanda terima');
    expect(yusuf.sees().text).toContain('Nomor tanda terima');
    expect(hamdan.sees().text).not.toBe(yusuf.sees().text);
  });

  it('count one kind of equipment at once, and it is one entry', async () => {
    await hamdan.goes('/profil', '<Perbarui peralatan>', 'Komputer', '3', '1');
    await ratna.goes('/alat bina-iman', 'komputer', '5', '2');
    await Promise.all([hamdan.taps('Simpan'), ratna.taps('Simpan')]);
    const kept = await home.world.particulars.of(['bina-iman']);
    expect(kept).toHaveLength(1);
    const counts = kept.map((one) => one.sort === 'equipment' && [one.good, one.damaged]);
    expect([
      [3, 1],
      [5, 2],
    ]).toContainEqual(counts[0]);
  });
});
