import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const grantsOf = async (id: number) => (await home.world.people.byTelegram(id))?.grants ?? [];
const joko = () => home.as(cast.joko);
const opensRatna = () => joko().goes('/petugas', '<Ratna>');

describe('/petugas', () => {
  it('shows an admin who works for the office, and for which regencies', async () => {
    const { text } = await joko().says('/petugas');
    expect(text).toContain('Ratna: Petugas dinas · Semua wilayah');
    expect(text).toContain('Joko: Petugas dinas · Kabupaten Paser');
    expect(text).toContain('Anwar: Kepala · Semua wilayah');
  });

  it.each(['ratna', 'anwar', 'hamdan', 'sari'] as const)('is not for %s', async (name) => {
    const person = home.as(cast[name]);
    expect((await person.says('/petugas')).text).toContain('belum tersedia untuk Anda');
    const { id = '' } = (await home.world.people.byTelegram(cast.joko.id)) ?? {};
    for (const forged of ['wilayah', 'cabut', 'petugas'])
      expect((await person.forges(`${forged}:officer.${id}`)).text).toContain('belum tersedia');
  });

  it('says kindly that a role named by a button is gone', async () => {
    expect((await joko().forges('cabut:officer.nobody')).text).toContain('sudah tidak ada');
    expect((await joko().forges('petugas:head.<b>')).text).toContain('sudah tidak ada');
  });
});

describe('a scope that is changed', () => {
  it('asks again for a regency nobody knows', async () => {
    await opensRatna();
    const { text } = await joko().goes('<Ubah wilayah>', 'Atlantis');
    expect(text).toContain('ada kabupaten yang belum kami kenal');
  });

  it('may take in a regency without a centre, which the summary points out', async () => {
    const { text } = await joko().goes('Kabupaten Berau, paser');
    expect(text).toContain('Wilayah: Kabupaten Berau (belum ada BLK), Kabupaten Paser');
    await joko().taps('Ubah Wilayah');
  });

  it('is kept, told to both, and holds from the next tap on', async () => {
    const { text } = await joko().goes('paser', '<Kirim>');
    expect(text).toContain('Wilayah Ratna sekarang: Kabupaten Paser.');
    expect(await grantsOf(cast.ratna.id)).toMatchObject([{ regencies: ['Kabupaten Paser'] }]);
    const ratna = home.as(cast.ratna);
    await ratna.settled();
    expect(ratna.sees().text).toContain('sekarang: Kabupaten Paser.');
  });
});

describe('a role that is taken back', () => {
  it('stops what its holder had open, and their buttons', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/undang', '<Pengelola>');
    const question = ratna.sees();
    await opensRatna();
    await joko().goes('<Cabut peran>', '<Pindah tugas>', '<Cabut peran>');
    expect(joko().sees().text).toContain('Peran Petugas dinas dari Ratna sudah dicabut');
    expect(await grantsOf(cast.ratna.id)).toEqual([]);
    await ratna.settled();
    expect(ratna.sees().text).toContain('Peran Anda sebagai Petugas dinas sudah berakhir');
    await ratna.settled(
      (
        home.telegram.taps(cast.ratna.id, cast.ratna.id, question.id, 'Bina Iman') as {
          updateId?: number;
        }
      ).updateId,
    );
    expect(ratna.chat().some(({ text }) => text.includes('tidak tersedia lagi untuk Anda'))).toBe(
      true,
    );
    expect((await ratna.says('/tugas')).text).toContain('belum tersedia untuk Anda');
  });

  it('is written down, without anything private', async () => {
    const rows = await home.store.collection('audit').find({ did: 'revoked' }).toArray();
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.['what'])).not.toContain('Ratna');
  });

  it('can be given anew, for chosen regencies', async () => {
    const { text } = await joko().goes(
      '/undang',
      '<Petugas dinas>',
      '<Kabupaten Paser>',
      '<Buat undangan>',
    );
    const code = /start=([\w-]+)/u.exec(text)?.[1] ?? '';
    const invitation = await home.world.invitations.byCode(code);
    expect(invitation?.grants).toMatchObject({ role: 'officer', regencies: ['Kabupaten Paser'] });
  });
});
