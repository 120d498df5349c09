import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { ratna } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const both = ['Bina Iman (Paser Belengkong)', 'Bina Iman (Kuaro)'];

describe('a centre that is called like another', () => {
  it('is added after a warning that names the other', async () => {
    const officer = home.as(ratna);
    await officer.goes('/tambahblk', 'BLK Komunitas Bina Iman', '<BLK Komunitas>');
    await officer.goes('<Kabupaten Paser>', '<Kuaro>');
    expect(officer.sees().text).toContain('BLK Komunitas Pesantren Bina Iman, Paser Belengkong');
    await officer.goes('<Ya, lembaga lain>', '<Lewati>', '<Multimedia>', '<Jumat>', '<Bulanan>');
    expect((await officer.taps('Simpan')).text).toContain('sudah tersimpan');
  });

  it.each(['/lapor', '/kunjungan', '/pengaturan b', '/progres', '/kendalacatat'])(
    'can be told from it in %s',
    async (command) => {
      const { rows } = await home.as(ratna).says(command);
      const shown = rows.flat().map(({ text }) => text.split(' · ')[0]);
      expect(shown).toEqual(expect.arrayContaining(both));
      await home.as(ratna).says('/batal');
    },
  );

  it('is offered beside it when its name is typed, and stands at the summary as it was chosen', async () => {
    const officer = home.as(ratna);
    await officer.goes('/nihil', 'bina iman');
    expect(labels(officer.sees())).toEqual(expect.arrayContaining(both));
    await officer.goes('<Bina Iman (Kuaro)>', '<Lainnya>', '<Lewati>');
    expect(officer.sees().text).toContain('BLK: Bina Iman (Kuaro)');
    await officer.taps('Kirim');
    expect((await officer.says('/rekap')).text).toContain('Laporan baru: Bina Iman (Kuaro) (1)');
  });
});
