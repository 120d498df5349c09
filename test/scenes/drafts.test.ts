import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { formOf, labels } from '../support/seen';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
beforeEach(async () => {
  await home.as(cast.hamdan).goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>');
});
afterEach(() => home.as(cast.hamdan).says('/batal'));
afterAll(() => home.stop());

const reports = (sort: string) => home.store.collection('reports').countDocuments({ sort });

describe('a form left in the middle', () => {
  it('goes on after a restart as if nothing had happened', async () => {
    await home.restart();
    const hamdan = home.as(cast.hamdan);
    await hamdan.says('8');
    expect(hamdan.sees().text).toContain('Berapa peserta laki-laki?');
    await home.restart();
    await hamdan.goes('10', '6', '<Lewati>', '<Kirim>');
    expect(hamdan.sees().text).toContain('sudah kami terima');
  });

  it('is offered when the command is given again, and goes on with Lanjutkan', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.says('/lapor');
    expect(hamdan.sees().text).toContain('Masih ada isian Lapor kegiatan yang belum selesai.');
    expect(labels(hamdan.sees())).toEqual(['Lanjutkan', 'Mulai baru', 'Batal']);
    await hamdan.taps('Lanjutkan');
    expect(hamdan.sees().text).toContain('Berapa jam pelajaran');
  });

  it('gives way to a new one with Mulai baru', async () => {
    const hamdan = home.as(cast.hamdan);
    const old = formOf(hamdan.sees());
    await hamdan.goes('/lapor', '<Mulai baru>');
    expect(hamdan.sees().text).toContain('Kegiatan apa yang ingin dilaporkan?');
    await hamdan.forges(`f:${old}:lessonHours:=8`);
    expect(hamdan.toast()).toBe('Isian ini sudah dibatalkan.');
  });

  it('waits while other pages are read', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/status', '/riwayat', '/bantuan', '8');
    expect(hamdan.sees().text).toContain('Berapa peserta laki-laki?');
  });

  it('waits while another form is filled in and sent', async () => {
    const hamdan = home.as(cast.hamdan);
    const before = await reports('nil');
    await hamdan.goes(
      '/nihil',
      '<Tambah kabar nihil>',
      '<Peserta belum cukup>',
      '<Lewati>',
      '<Kirim>',
    );
    await hamdan.goes('/lapor', '<Lanjutkan>', '8', '10', '6', '<Lewati>', '<Kirim>');
    expect(hamdan.sees().text).toContain('laporan Kelas singkat santri/warga');
    expect(await reports('nil')).toBe(before + 1);
  });

  it('ends at once for somebody who has lost the role', async () => {
    const yusuf = home.as(cast.yusuf);
    await yusuf.goes('/lapor', '<Produksi>', 'Spanduk', '<Hari ini>', '<Lewati>');
    const before = await reports('activity');
    const people = home.store.collection('people');
    await people.updateOne({ telegramId: yusuf.id }, { $set: { grants: [] } });
    expect((await yusuf.taps('Kirim')).text).toContain('tidak tersedia lagi untuk Anda');
    expect(await reports('activity')).toBe(before);
  });
});
