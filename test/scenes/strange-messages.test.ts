import { cast } from '../../src/cast';
import { isolated } from '../../src/domain/isolated';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { receiptIn } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeAll(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
afterEach(() => hamdan.says('/batal'));
afterAll(() => home.stop());

const file = { name: 'laporan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') };
const topicAsked = () => hamdan.goes('/lapor', '<Kelas singkat>');

const strange: readonly (readonly [string, string, () => { readonly updateId?: number }])[] = [
  ['a sticker', 'stiker', () => home.telegram.sendsSticker(hamdan.id)],
  ['a voice message', 'pesan suara', () => home.telegram.sendsVoice(hamdan.id)],
  ['a place', 'lokasi', () => home.telegram.sendsLocation(hamdan.id, -1.9, 116.2)],
  ['a contact', 'kontak', () => home.telegram.sharesContact(hamdan.id)],
  [
    'a forwarded message',
    'pesan terusan',
    () => home.telegram.forwards(hamdan.id, hamdan.id, hamdan.sees().id),
  ],
];

describe('what is no answer', () => {
  it('gets one kind sentence and the question again', async () => {
    await topicAsked();
    for (const [, named, sends] of strange) {
      const { length } = hamdan.chat();
      await hamdan.settled(sends().updateId);
      expect(hamdan.sees().text).toMatch(new RegExp(`Mohon maaf, ${named} belum dapat kami`, 'u'));
      expect(hamdan.sees().text).toContain('Apa topik kelasnya?');
      expect(hamdan.chat()).toHaveLength(length + 2);
    }
  });

  it('gets one too if it is a file where words are asked for', async () => {
    await topicAsked();
    await hamdan.settled(home.telegram.sendsDocument(hamdan.id, file).updateId);
    expect(hamdan.sees().text).toContain('pertanyaan ini perlu dijawab dengan tulisan atau tombol');
    expect(hamdan.sees().text).toContain('Apa topik kelasnya?');
  });

  it('gets one kind sentence outside any form too', async () => {
    for (const [, named, sends] of strange.slice(0, 2)) {
      await hamdan.settled(sends().updateId);
      expect(hamdan.sees().text).toContain(`Mohon maaf, ${named} belum dapat kami`);
    }
  });

  it('does not change an answer by editing the message it was given in', async () => {
    await topicAsked();
    await hamdan.says('Mengetik');
    const mine = hamdan.chat().findLast(({ text }) => text === 'Mengetik');
    await hamdan.settled(home.telegram.edits(hamdan.id, mine?.id ?? 0, 'Menjahit').updateId);
    expect(hamdan.sees().text).toContain('mengubah pesan lama tidak mengubah jawabannya');
    await hamdan.goes('<Hari ini>', '8', '10', '6', '<Lewati>');
    expect(hamdan.sees().text).toContain('Topik: Mengetik');
  });

  it('of 10,000 characters leaves the form where it was', async () => {
    await topicAsked();
    await hamdan.hurries('a'.repeat(4096), 'b'.repeat(4096), 'c'.repeat(1808));
    expect(hamdan.chat().map(({ text }) => text)).toContainEqual(
      expect.stringContaining('terlalu panjang (4.096 huruf)'),
    );
    expect(hamdan.sees().text).toContain(
      'dibagi Telegram menjadi beberapa pesan. Lanjutannya ini tidak kami simpan',
    );
    expect(hamdan.sees().text).toContain('Apa topik kelasnya?');
  });

  it('typed where there is no form is met with a way on', async () => {
    await hamdan.says('halo, saya mau lapor');
    expect(hamdan.sees().text).toContain('Silakan pilih dari /bantuan');
    await hamdan.says('/tidakada');
    expect(hamdan.sees().text).toContain('perintah itu belum kami kenal');
  });
});

describe('words', () => {
  it.each([
    ['markup', '<b>Tebal</b> & "kutip" &amp; *_`[x](y)`_*', 'lalu <script>alert(1)</script>'],
    ['emoji', '👩🏽‍💻🇮🇩 Kelas', 'Baik 👍\nSangat baik 👍👍'],
    ['from right to left', 'دورة الحاسوب', 'السلام عليكم & <i>ورحمة الله</i>'],
  ])('come back as typed at the summary and in /riwayat: %s', async (_what, partner, outcome) => {
    await hamdan.goes('/lapor', 'Rapat/kerja sama mitra', partner, outcome, '<Lewati>');
    const shown = `Mitra: ${isolated(partner)}\nHasil: ${isolated(outcome)}\n`;
    expect(hamdan.sees().text).toContain(shown);
    const id = receiptIn(await hamdan.taps('Kirim'));
    expect((await hamdan.taps('Lihat laporan')).text).toContain(shown);
    const report = await home.store.collection('reports').findOne({ _id: id as never });
    expect(report?.['details']).toEqual({ partner, outcome });
  });
});
