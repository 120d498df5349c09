import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import { labels } from '../support/seen';

const { ratna, hamdan, yusuf, maryam, rahmat } = cast;
const managers = [hamdan, yusuf, maryam, rahmat];
const everyone = -1001000000001;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeEach(async () => {
  home = await botAtHome();
  const { groups, clock } = home.world;
  await groups.met(everyone, 'BLK Komunitas Paser', clock.now());
  await groups.link(everyone, { institutions: 'all', regencies: 'all' }, { at: clock.now() });
}, 60_000);
afterEach(() => home.stop());

const officer = () => home.as(ratna);
const got = (chat: number, words: string) =>
  home.telegram.chat(chat).filter(({ from, text }) => from.isBot && text === words);
const quiet = () => eventually(async () => !(await home.world.sent.isBusy(home.clock.now())));
const announces = (words: string, ...who: readonly string[]) =>
  officer().goes(
    ...['/umumkan', '<Buat pengumuman>', ...who, '<Tulisan saja>', words],
    ...['<Sekarang>', '<Lihat contohnya>'],
  );

describe('a message of which nobody knows whether it arrived', () => {
  const toGroup = async () => {
    await officer().goes('/umumkan', '<Buat pengumuman>', '<Semua grup>', '<Dengan foto>');
    await officer().sendsPhoto();
    await officer().goes('<Selesai>', 'Rapat', '<Sekarang>', '<Lihat contohnya>');
    home.telegram.faults.dropAnswer('sendPhoto');
    await officer().taps('Kirim sekarang');
    await quiet();
  };
  const opensResult = () => officer().goes('/umumkan', '<1. Rapat>', '<Hasil kiriman>');

  it('is no failure, and is not sent again with those', async () => {
    await toGroup();
    const result = await opensResult();
    expect(result.text).toContain('❔ Sedang dicek apakah sudah sampai: 1');
    expect(result.text).not.toContain('Gagal');
    expect(labels(result).join()).not.toContain('Kirim ulang');
    const [id] = await home.world.announcements.planned();
    await officer().forges(`umumkan:${id}.0.u`);
    expect(officer().toast()).toBe('Tidak ada lagi yang perlu dikirim ulang.');
    await quiet();
    expect(got(everyone, 'Rapat')).toHaveLength(1);
  });

  it('is sent again only after a warning, once nothing more can be found out', async () => {
    await toGroup();
    await home.playTo('2026-11-23T01:01:00Z');
    await eventually(async () => {
      const rows = home.store.collection('outbox');
      return (await rows.countDocuments({ unsureSince: { $exists: true } })) === 0;
    });
    const result = await opensResult();
    expect(result.text).toContain('❔ Tidak diketahui apakah sudah sampai: 1');
    const who = await officer().taps('Hasil per penerima');
    expect(who.text).toContain('❔ Grup BLK Komunitas Paser: tidak diketahui apakah sudah sampai');
    await officer().taps('Kembali');
    const question = await officer().taps('Kirim ulang yang tidak diketahui');
    expect(question.text).toContain('penerimanya dapat membacanya dua kali');
    await officer().taps('Ya, kirim ulang');
    await quiet();
    expect(got(everyone, 'Rapat')).toHaveLength(2);
    expect((await opensResult()).text).toContain('✅ Terkirim: 2');
  });
});

describe('a sending that was stopped', () => {
  it('goes on with those who have not got it, and reaches nobody twice', async () => {
    await announces('Lanjut', '<Semua pengelola>');
    home.telegram.faults.next('sendMessage', {
      ...{ code: 500, description: 'Internal Server Error' },
      chatId: maryam.id,
    });
    await officer().taps('Kirim sekarang');
    await eventually(() => got(hamdan.id, 'Lanjut').length === 1);
    const [id] = await home.world.announcements.planned();
    await officer().forges(`umumkan:${id}.0.x`);
    await quiet();
    const stopped = await officer().goes('/umumkan', '<1. Lanjut>', '<Hasil kiriman>');
    const left = managers.filter((one) => got(one.id, 'Lanjut').length === 0).length;
    expect(left).toBeGreaterThan(0);
    expect(stopped.text).toContain(`⏹ Dibatalkan: ${left}`);
    const readers = await officer().taps('Siapa yang membaca');
    expect(readers.text.match(/⏹/gu)).toHaveLength(left);
    await officer().goes('<Kembali>', '<Lanjutkan ke yang belum>');
    await eventually(() => {
      home.clock.advance(1_000);
      return got(maryam.id, 'Lanjut').length === 1;
    });
    await quiet();
    expect(managers.map((one) => got(one.id, 'Lanjut').length)).toEqual([1, 1, 1, 1]);
    expect((await home.world.announcements.one(id!))?.state).toBe('planned');
    await officer().goes('/umumkan', '<1. Lanjut>', '<Hasil kiriman>');
    expect(officer().sees().text).toContain('✅ Terkirim: 4');
  });
});

describe('a group that the bot is not in any more', () => {
  it('is named before anything is sent', async () => {
    home.telegram.removesBot(hamdan.id, -4001);
    await eventually(async () => (await home.world.groups.of(-4001))?.left);
    await announces('Rapat', '<Semua grup>');
    const ready = officer().sees();
    expect(ready.text).toContain('Penerima: 1 grup');
    expect(ready.text).toContain(
      '⚠️ Tidak dapat dicapai, karena bot tidak ada di grup: Pesantren Bina Iman',
    );
    await announces('Rapat', '<Semua pengelola>');
    expect(officer().sees().text).not.toContain('Tidak dapat dicapai');
  });
});
