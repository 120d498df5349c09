import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';

const { hamdan, ratna, sari } = cast;

/** Everything that Telegram, HTML or a shaping engine may trip over. */
const nasty = '<b>Ahmad</b> & Söhne _*[`]~ \u202Eterbalik\u202C 👩‍👩‍👧 &amp; "kutip" \\';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const said = (chat: number) =>
  home.telegram
    .chat(chat)
    .filter(({ from }) => from.isBot)
    .map(({ text }) => text);
const quiet = () => eventually(async () => !(await home.world.sent.isBusy(home.clock.now())));
const refused = () => home.telegram.calls('sendMessage').filter(({ ok }) => !ok);

describe('words as people type them', () => {
  it('come out as typed where a name is shown', async () => {
    const name = '<b>Ahmad</b> & _*[x]`~';
    await home.as(hamdan).goes('/saya', '<Ubah nama dan sapaan>', name, '<Ustaz>', '<Kirim>');
    expect((await home.as(hamdan).says('/saya')).text).toContain(`Nama: ${name}`);
  });

  it('come out as typed in a report, for its manager and for the officer', async () => {
    await home.as(hamdan).goes('/lapor', '<Kelas singkat>', nasty, '<Hari ini>', '<16>', '3', '4');
    await home.as(hamdan).goes('<Lewati>', '<Kirim>');
    await home.as(hamdan).says('/riwayat');
    await home.as(ratna).says('/periksa');
    expect(home.as(ratna).sees().text).toContain(nasty);
  });

  it('come out as typed in the name of a centre, also for the public', async () => {
    await home.world.institutions.change('al-ikhsan', { name: `BLK ${nasty}` });
    const page = await home.as(sari).says('/info al-ikhsan');
    expect(page.text).toContain(nasty);
    await home.as(ratna).says('/blk al-ikhsan');
    expect(home.as(ratna).sees().text).toContain(nasty);
  });

  it('come out as typed in an announcement, but for the marks that format', async () => {
    const text = nasty.replace('_*[`]~', '\\_\\*[\\`]\\~');
    await home.as(ratna).goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>');
    await home.as(ratna).goes('<Tulisan saja>', text, '<Sekarang>', '<Lihat contohnya>');
    await home.as(ratna).taps('Kirim sekarang');
    await quiet();
    expect(said(hamdan.id)).toContain(nasty);
  });

  it('keep in an announcement what was formatted in Telegram, and addresses with marks', async () => {
    const text = '😀 Rapat di sini: https://x.id/?x=*y*&a_b_c';
    const entities = [
      { type: 'bold', offset: 3, length: 5 },
      { type: 'text_link', offset: 12, length: 4, url: 'https://paser.go.id/a_b_c' },
    ];
    await home.as(ratna).goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>');
    await home.as(ratna).goes('<Tulisan saja>');
    home.telegram.says(ratna.id, text, ratna.id, { entities });
    await home.as(ratna).settled();
    await home.as(ratna).goes('<Sekarang>', '<Lihat contohnya>', '<Kirim sekarang>');
    await quiet();
    const arrived = home.telegram.chat(hamdan.id).find((one) => one.text === text);
    expect(arrived?.entities).toEqual([
      ...entities,
      { type: 'url', offset: 18, length: text.length - 18 },
    ]);
  });

  it('are as many as Telegram takes, and not one more', async () => {
    const emoji = '🌾';
    await home.as(ratna).goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>');
    await home.as(ratna).goes('<Tulisan saja>', emoji.repeat(2048));
    expect(home.as(ratna).sees().text).toContain('Kapan dikirim?');
    await home.as(ratna).goes('<Sekarang>', '<Lihat contohnya>', '<Kirim sekarang>');
    await quiet();
    expect(said(hamdan.id)).toContain(emoji.repeat(2048));
    await home.as(ratna).goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>');
    const why = await home.as(ratna).goes('<Tulisan saja>', `${emoji.repeat(2048)}!`);
    expect(why.text).toContain('paling banyak 4.096 huruf');
    await home.as(ratna).says('/batal');
  });

  it('never make Telegram refuse a message', () => {
    expect(refused()).toEqual([]);
  });
});
