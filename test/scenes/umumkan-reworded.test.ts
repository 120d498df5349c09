import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import { labels } from '../support/seen';

const { ratna, anwar, hamdan, rahmat } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeEach(async () => {
  home = await botAtHome();
}, 60_000);
afterEach(() => home.stop());

const officer = () => home.as(ratna);
const texts = (chat: number) => home.telegram.chat(chat).map(({ text }) => text);
const message = (chat: number, words: string) =>
  home.telegram.chat(chat).find(({ from, text }) => from.isBot && text === words);
const quiet = () => eventually(async () => !(await home.world.sent.isBusy(home.clock.now())));
const announces = (words: string, ...when: readonly string[]) =>
  officer().goes(
    ...['/umumkan', '<Buat pengumuman>', '<Semua pengelola>', '<Tulisan saja>', words],
    ...when,
  );

describe('other words for what was sent', () => {
  beforeEach(async () => {
    await announces('Senin jam 8', '<Sekarang>', '<Lihat contohnya>', '<Kirim sekarang>');
    await quiet();
    await home.as(hamdan).taps('Sudah dibaca');
    home.clock.advance(1_000);
    await officer().goes('/umumkan', '<1. Senin jam 8>', '<Ubah tulisan>', 'Selasa jam 9');
  });

  it('count their readers from the beginning when they say something else', async () => {
    await officer().goes('<Ya, mohon dibaca lagi>', '<Simpan>');
    await quiet();
    expect(
      officer()
        .chat()
        .map(({ text }) => text)
        .join(),
    ).toContain(
      'Pesan yang sudah terkirim ikut diganti, dan tanda sudah dibaca dihitung dari awal.',
    );
    await officer().goes('/umumkan', '<1. Selasa jam 9>', '<Hasil kiriman>');
    expect(officer().sees().text).toContain('Menandai sudah dibaca: 0 orang');
    home.clock.advance(1_000);
    await home.as(hamdan).taps('Sudah dibaca');
    expect(home.as(hamdan).toast()).toBe('Terima kasih, sudah kami catat.');
    expect((await officer().taps('Perbarui')).text).toContain('Menandai sudah dibaca: 1 orang');
  });

  it('keep their readers when they are only a small correction', async () => {
    await officer().goes('<Tidak, hanya perbaikan kecil>', '<Simpan>');
    await quiet();
    await officer().goes('/umumkan', '<1. Selasa jam 9>', '<Hasil kiriman>');
    expect(officer().sees().text).toContain('Menandai sudah dibaca: 1 orang');
    expect(texts(rahmat.id)).toContain('Selasa jam 9');
  });

  it('are not written over those of a colleague who was faster', async () => {
    await officer().taps('Tidak, hanya perbaikan kecil');
    await home.as(anwar).goes('/umumkan', '<1. Senin jam 8>', '<Ubah tulisan>', 'Rabu jam 7');
    await home.as(anwar).goes('<Tidak, hanya perbaikan kecil>', '<Simpan>');
    await officer().taps('Simpan');
    const refused = officer().sees();
    expect(refused.text).toContain('tulisannya baru saja diubah oleh');
    expect(labels(refused)).toEqual(['Buka pengumuman']);
    await quiet();
    expect(texts(hamdan.id)).toContain('Rabu jam 7');
    expect(texts(hamdan.id)).not.toContain('Selasa jam 9');
  });
});

describe('other words for what is repeated', () => {
  it('hold for what comes, and leave alone what was sent, also when it is read', async () => {
    const week = ['<Setiap minggu>', '<Hari ini>', '13.30', '<Lihat contohnya>', '<Jadwalkan>'];
    await announces('Minggu ini', ...week);
    await home.playTo('2026-11-23T05:31:00Z');
    await officer().goes('/umumkan', '<1. Minggu ini>', '<Ubah tulisan>', 'Mulai minggu depan');
    await officer().goes('<Hanya kiriman berikutnya>', '<Simpan>');
    expect(officer().chat().at(-2)?.text).toContain('Berlaku mulai kiriman berikutnya.');
    await quiet();
    const first = message(hamdan.id, 'Minggu ini');
    expect(first).toBeDefined();
    await home.as(hamdan).taps('Sudah dibaca', first!.id);
    await quiet();
    expect(texts(hamdan.id)).not.toContain('Mulai minggu depan');
    await home.playTo('2026-11-30T05:31:00Z');
    expect(texts(hamdan.id)).toEqual(expect.arrayContaining(['Minggu ini', 'Mulai minggu depan']));
  }, 60_000);
});
