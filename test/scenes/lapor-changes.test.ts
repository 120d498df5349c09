import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { formOf, labels, receiptIn } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeAll(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
afterEach(() => hamdan.says('/batal'));
afterAll(() => home.stop());

const toSummary = () =>
  hamdan.goes('/lapor', '<Produksi>', 'Cetak spanduk', '<Hari ini>', '<Lewati>');
const reports = () => home.store.collection('reports').countDocuments();

describe('a form', () => {
  it('says how far it is, and how long only when that is certain', async () => {
    const progress = async (step: string) => /· (.*)/u.exec((await hamdan.goes(step)).text)?.[1];
    expect(await progress('/lapor')).toBe('langkah 1');
    expect(await progress('<Produksi>')).toBe('2 dari 4');
    expect(await progress('Cetak spanduk')).toBe('3 dari 4');
    expect(await progress('<Hari ini>')).toBe('4 dari 4');
    expect(await progress('<Lewati>')).toBe('ringkasan');
  });

  it('goes back with Kembali through every step to the first', async () => {
    await toSummary();
    const questions = [
      'kirim foto kegiatannya',
      'Kapan kegiatannya?',
      'Apa produk',
      'Kegiatan apa',
    ];
    for (const question of questions) {
      await hamdan.taps('Kembali');
      expect(hamdan.sees().text).toContain(question);
    }
    expect(labels(hamdan.sees())).not.toContain('Kembali');
    await hamdan.forges(`f:${formOf(hamdan.sees())}:kind:back`);
    expect(hamdan.toast()).toBe('Ini pertanyaan pertama.');
  });

  it('opens each answer with Ubah and comes back to the summary', async () => {
    await toSummary();
    const changes = [
      ['Ubah Jenis kegiatan', '<Produksi>', 'Jenis kegiatan: Produksi/jasa/usaha BLK'],
      ['Ubah Jenis produksi/jasa', 'Sablon', 'Jenis produksi/jasa: Sablon'],
      ['Ubah Tanggal', '<Kemarin>', 'Tanggal: Minggu, 22 November 2026'],
      ['Ubah Foto', '<Lewati>', 'Foto: tidak ada'],
    ] as const;
    for (const [button, answer, shown] of changes) {
      await hamdan.goes(`<${button}>`, answer);
      expect(hamdan.sees().text).toContain('ringkasan');
      expect(hamdan.sees().text).toContain(shown);
    }
  });

  it('brings the old answer back when Kembali follows Ubah', async () => {
    await toSummary();
    await hamdan.goes('<Ubah Tanggal>', '<Kembali>');
    expect(hamdan.sees().text).toContain('Tanggal: Senin, 23 November 2026');
  });

  it('asks what another kind needs, keeps what both have, and forgets the rest', async () => {
    await toSummary();
    await hamdan.goes('<Ubah Jenis kegiatan>', '<Kelas singkat>');
    expect(hamdan.sees().text).toContain('Apa topik kelasnya?');
    await hamdan.says('Mengetik');
    expect(hamdan.sees().text).toContain('Berapa jam pelajaran');
    const id = receiptIn(await hamdan.goes('8', '10', '6', '<Kirim>'));
    const report = await home.store.collection('reports').findOne({ _id: id as never });
    expect(report?.['details']).toEqual({
      ...{ topic: 'Mengetik', heldOn: '2026-11-23', lessonHours: 8, men: 10, women: 6 },
    });
  });

  it('asks a later answer again when an earlier one no longer allows it', async () => {
    await hamdan.goes('/lapor', '<Pemagangan>', 'CV Grafika', '1 November 2026', '3 November 2026');
    await hamdan.goes('10', '6', '<Lewati>', '<Ubah Tanggal mulai>', '<Hari ini>');
    expect(hamdan.sees().text).toContain('mendahului tanggal mulai');
    expect(hamdan.sees().text).toContain('Kapan kegiatan selesai');
    await hamdan.taps('Besok');
    expect(hamdan.sees().text).toContain('ringkasan');
  });

  it.each(['/batal', '<Batal>'])('ends with %s and saves nothing', async (word) => {
    const before = await reports();
    await toSummary();
    const id = formOf(hamdan.sees());
    expect((await hamdan.goes(word)).text).toBe(
      'Isian Lapor kegiatan dibatalkan. Tidak ada yang tersimpan.',
    );
    await hamdan.forges(`f:${id}:-:send`);
    expect(hamdan.toast()).toBe('Isian ini sudah dibatalkan.');
    expect(await reports()).toBe(before);
  });
});
