import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { reportNext } from '../support/registration-steps';
import { anActivity } from '../support/reports';
import { labels } from '../support/seen';
import { drawn } from '../support/talk';

const { hamdan, ratna, anwar } = cast;

let home: BotAtHome;
/** On 23 November an officer returns a report and a step to Bina Iman. */
beforeAll(async () => {
  home = await botAtHome();
  const { id: reportedBy } = (await home.world.people.byTelegram(hamdan.id))!;
  await home.world.reports.submitActivity(anActivity({ id: 'ABCDEFGH01', reportedBy }));
  const [manager, officer] = [home.as(hamdan), home.as(ratna)];
  await officer.goes('/periksa', '<Perlu perbaikan>', 'Mohon jumlahnya diperiksa', '<Kirim>');
  await manager.says('/progres');
  await reportNext(manager);
  await officer.settled();
  await officer.goes('<Periksa langkah>', '<Kembalikan>', 'SK belum bertanggal', '<Kirim>');
}, 60_000);
afterAll(() => home.stop());

const playTo = (on: string, time = '12:00') => home.playTo(`2026-${on}T${time}:00+08:00`);
const newest = ({ id }: { readonly id: number }, words: string) =>
  home.telegram.chat(id).findLast(({ from, text }) => from.isBot && text.includes(words))!;

const report = 'laporan Kelas singkat santri/warga (Jumat, 20 November 2026)';
const step = 'langkah A2 Kontak pengelola';

describe('what was returned and nobody has mended', () => {
  it('is nothing to speak of for six days', async () => {
    await playTo('11-27');
    expect(newest(ratna, 'Ringkasan harian').text).not.toContain('belum diperbaiki');
    expect((await home.as(ratna).says('/tugas')).text).not.toContain('belum diperbaiki');
  });

  it('stands in the digest from the seventh day on, once', async () => {
    await playTo('11-30');
    const { text } = newest(ratna, 'Ringkasan harian');
    expect(text).toContain(
      [
        'Dikembalikan dan belum diperbaiki 7 hari: 2',
        `– Bina Iman: ${report}, sejak 23 Nov 2026`,
        `– Bina Iman: ${step}, sejak 23 Nov 2026`,
      ].join('\n'),
    );
    expect(text).toContain('Tugas terbuka: 2, lihat /tugas');
    expect(newest(anwar, 'Ringkasan mingguan').text).toContain('belum diperbaiki 7 hari: 2');
  });

  it('stands in the list of tasks, with whom to call and what opens it', async () => {
    const seen = drawn(await home.as(ratna).says('/tugas'));
    const contacts =
      'Kontak: Ustaz Hamdan, nomor telepon belum ada; Ustaz Yusuf, nomor telepon belum ada';
    expect(seen.split('\n').slice(0, 6)).toEqual([
      'Tugas terbuka · 2',
      '',
      `1. Bina Iman: ${report} dikembalikan 23 Nov 2026 dan belum diperbaiki.`,
      contacts,
      `2. Bina Iman: ${step} dikembalikan 23 Nov 2026 dan belum diperbaiki.`,
      contacts,
    ]);
    expect((await home.as(ratna).taps('2. Buka langkah')).text).toContain('SK belum bertanggal');
    await home.as(ratna).says('/tugas');
    expect((await home.as(ratna).taps('1. Buka laporan')).text).toContain('Periksa laporan');
  });

  it('is asked about in the check-in, in one line, with the buttons that open it', async () => {
    await playTo('12-01');
    const message = newest(hamdan, 'Bagaimana kabar');
    expect(message.text.split('\n').slice(2)).toEqual([
      `Bila sempat, mohon dilengkapi: ${report} dan ${step}.`,
    ]);
    expect(labels(message).slice(5)).toEqual([
      'Perbaiki laporan 20 Nov 2026',
      'Perbaiki langkah A2',
    ]);
    const manager = home.as(hamdan);
    expect((await manager.taps('Perbaiki laporan 20 Nov 2026', message.id)).text).toContain(
      'Catatan Ibu Ratna: Mohon jumlahnya diperiksa',
    );
  });

  it('is over with a new version and a reported step', async () => {
    const manager = home.as(hamdan);
    await manager.goes('<Ubah Peserta laki-laki>', '12', '<Kirim>');
    await manager.goes('/progres', '<▶>', '<Sudah diajukan>', '<Lewati>', '<Kirim>');
    await playTo('12-02');
    expect(newest(ratna, 'Ringkasan harian').text).not.toContain('belum diperbaiki');
    expect((await home.as(ratna).says('/tugas')).text).not.toContain('belum diperbaiki');
  });

  it('is told of once when it has lain for a month: not as a step without movement as well', async () => {
    const officer = home.as(ratna);
    await officer.goes('/tugas', '<Buka langkah>', '<Kembalikan>', 'SK masih kurang', '<Kirim>');
    await playTo('12-31', '08:00');
    const { text } = newest(ratna, 'Ringkasan harian');
    expect(text.split(step)).toHaveLength(2);
    expect(text).not.toContain('Pendaftaran belum bergerak');
  });
});
