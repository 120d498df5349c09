import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeEach(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
afterEach(() => home.stop());

const toSummary = () => hamdan.goes('/nihil', '<Peserta belum cukup>', '<Lewati>');
const receipts = () => hamdan.chat().filter(({ text }) => text.includes('Nomor tanda terima'));
const reports = () => home.store.collection('reports').countDocuments();

/** Lets seconds pass until somebody sees these words in their newest message. */
const sooner = (words: string) =>
  eventually(() => {
    home.clock.advance(1_000);
    return hamdan.sees().text.includes(words);
  });

describe('with Telegram in trouble a conversation ends complete', () => {
  it('answers in order after being told to wait', async () => {
    await hamdan.says('/saya');
    const busy = { code: 429, description: 'Too Many Requests: retry after 1', retry_after: 1 };
    home.telegram.faults.next('sendMessage', { ...busy, chatId: hamdan.id });
    const { length } = hamdan.chat();
    home.telegram.says(hamdan.id, '/lapor');
    home.telegram.says(hamdan.id, 'Kelas singkat santri/warga');
    await sooner('Apa topik kelasnya?');
    const answers = hamdan
      .chat()
      .slice(length)
      .filter(({ from }) => from.isBot);
    expect(answers.map(({ text }) => text.split('\n').at(2))).toEqual([
      'Kegiatan apa yang ingin dilaporkan?',
      'Apa topik kelasnya?',
    ]);
  });

  it('gives one receipt when the answer to it gets lost on the way', async () => {
    await toSummary();
    home.telegram.faults.dropAnswer('editMessageText');
    home.telegram.taps(hamdan.id, hamdan.id, hamdan.sees().id, 'Kirim');
    await sooner('Nomor tanda terima');
    await eventually(() => {
      home.clock.advance(1_000);
      return home.telegram.calls('editMessageText').filter(isReceipt).length === 2;
    });
    await hamdan.settled();
    expect([receipts().length, await reports()]).toEqual([1, 1]);
  });

  it('goes on when a question may have been lost, and asks it at most twice', async () => {
    home.telegram.faults.dropAnswer('sendMessage');
    home.telegram.says(hamdan.id, '/nihil');
    await eventually(() => {
      home.clock.advance(1_000);
      return home.telegram.calls('sendMessage').length === 2;
    });
    await hamdan.goes('<Peserta belum cukup>', '<Lewati>', '<Kirim>');
    expect([receipts().length, await reports()]).toEqual([1, 1]);
  });

  it('takes up everything said while Telegram was away', async () => {
    await toSummary();
    home.telegram.faults.down(true);
    home.telegram.taps(hamdan.id, hamdan.id, hamdan.sees().id, 'Kirim');
    const { updateId } = home.telegram.says(hamdan.id, '/status');
    await eventually(() => home.log.lines.some((line) => line.includes('cannot be reached')));
    home.telegram.faults.down(false);
    await hamdan.settled(updateId);
    expect(hamdan.sees().text).toContain('Laporan yang sudah kami terima: 1');
    expect([receipts().length, await reports()]).toEqual([1, 1]);
  });

  it('sends the receipt later when Telegram fails just then, also after a restart', async () => {
    await toSummary();
    const failing = { code: 502, description: 'Bad Gateway', times: 2 };
    home.telegram.faults.next('editMessageText', failing);
    home.telegram.taps(hamdan.id, hamdan.id, hamdan.sees().id, 'Kirim');
    await eventually(async () => (await reports()) === 1);
    await home.restart();
    await sooner('Nomor tanda terima');
    expect([receipts().length, await reports()]).toEqual([1, 1]);
  });
});

const isReceipt = (call: object) => JSON.stringify(call).includes('Nomor tanda terima');
