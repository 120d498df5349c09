import { cast } from '../../src/cast';
import { firstChecklist } from '../../src/domain/first-checklist';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { hamdan, ratna, joko } = cast;
const { version } = firstChecklist;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<A3>', '<SK pengurus BLK>');
}, 60_000);
afterAll(() => home.stop());

const kept = async () => (await home.world.registrations.of('bina-iman'))!;
const opensA3 = () =>
  home.as(joko).goes('/pengaturan', '<Daftar periksa>', '<Pendataan awal>', '<A3>');

describe('the checklist in /pengaturan', () => {
  it('is changed by an admin as a new version, and no state is lost', async () => {
    const before = await kept();
    expect((await opensA3()).text).toContain('Surat: SK pengurus BLK');
    const { text } = await home.as(joko).goes('<Ubah nama>', 'Pengurus BLK', '<Kirim>');
    expect(text).toContain(
      `Daftar periksa sudah diubah dan berlaku mulai sekarang (versi ${version}+1)`,
    );
    await home.as(hamdan).goes('/progres', '<Pendataan awal>');
    expect(labels(home.as(hamdan).sees()).join()).toContain('A3 Pengurus BLK');
    const { steps, checklistVersion } = await kept();
    expect(checklistVersion).toBe(`${version}+1`);
    expect(steps).toEqual(before.steps);
  });

  it('takes a hint and another paper, which the centre then ticks', async () => {
    await opensA3();
    await home.as(joko).goes('<Ubah keterangan>', 'Ditandatangani ketua yayasan', '<Kirim>');
    await opensA3();
    await home.as(joko).goes('<Tambah surat>', 'Susunan pengurus', '<Kirim>');
    const { text } = await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<A3>');
    expect(text).toContain('Ditandatangani ketua yayasan');
    expect(text).toContain('Surat yang belum ada: Susunan pengurus');
    await home.as(hamdan).taps('☐ Susunan pengurus');
    expect(home.as(hamdan).sees().text).not.toContain('Surat yang belum ada');
  });

  it('keeps the tick of a paper that is taken out and comes back', async () => {
    await opensA3();
    await home.as(joko).goes('<Hapus surat>', '<SK pengurus BLK>', '<Kirim>');
    expect((await opensA3()).text).toContain('Surat: Susunan pengurus');
    await home.as(joko).goes('<Tambah surat>', 'sk pengurus blk', '<Kirim>');
    await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<A3>');
    expect(home.as(hamdan).sees().text).not.toContain('Surat yang belum ada');
  });

  it('refuses what makes no sense with the reason', async () => {
    await opensA3();
    expect((await home.as(joko).goes('<Tambah surat>', 'Susunan Pengurus')).text).toContain(
      'sudah ada dalam langkah ini',
    );
    await home.as(joko).taps('Batal');
    await opensA3();
    expect((await home.as(joko).goes('<Ubah nama>', 'x'.repeat(80))).text).toContain(
      'paling banyak 60 huruf',
    );
    await home.as(joko).taps('Batal');
  });

  it('stays over a restart, and goes back to the original when asked to', async () => {
    await home.restart();
    expect((await opensA3()).text).toContain('A3 Pengurus BLK');
    await home.as(joko).goes('<Kembalikan ke asal>', '<Kirim>');
    const { text } = await opensA3();
    expect(text).toContain('A3 Susunan pengurus');
    expect(text).toContain('Surat: SK pengurus BLK');
  });

  it('is only looked at by officers, however they try', async () => {
    await home.as(ratna).goes('/pengaturan', '<Daftar periksa>', '<Pendataan awal>', '<A3>');
    expect(labels(home.as(ratna).sees())).toEqual(['Pendataan awal']);
    await home.as(ratna).forges('ubahlangkah:n.A3');
    expect(home.as(ratna).sees().text).toContain('diubah oleh admin');
  });

  it('is noted in the audit log', async () => {
    const { text } = await home.as(joko).goes('/sistem', '<Catatan tindakan>');
    expect(text).toContain('mengubah: daftar periksa, langkah A3: nama');
    expect(text).toContain('mengubah: daftar periksa, langkah A3: dikembalikan ke asal');
  });
});
