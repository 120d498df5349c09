import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { formOf } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeAll(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
afterEach(() => hamdan.says('/batal'));
afterAll(() => home.stop());

const toSummary = () => hamdan.goes('/nihil', '<Peserta belum cukup>', '<Lewati>');

/** How many records and how many receipts there are. */
async function counted(): Promise<{ records: number; receipts: number }> {
  const receipts = hamdan.chat().filter(({ text }) => text.includes('Nomor tanda terima'));
  const records = await home.store.collection('reports').countDocuments();
  return { records, receipts: receipts.length };
}

/** Does it and tells how many records and receipts came of it. */
async function gained(deed: () => Promise<unknown>): ReturnType<typeof counted> {
  const before = await counted();
  await deed();
  const { records, receipts } = await counted();
  return { records: records - before.records, receipts: receipts - before.receipts };
}

const once = { records: 1, receipts: 1 };
const never = { records: 0, receipts: 0 };

/** Has Telegram hand an update out once more, and waits until the bot has dealt with it. */
async function again(update: number | undefined): Promise<void> {
  if (update === undefined) throw new Error('The bot does not get such updates');
  const times = home.telegram.deliveries(update);
  home.telegram.redeliver(update);
  await home.telegram.until(({ deliveries }) => deliveries(update) > times);
  await hamdan.says('/status');
}

describe('what is done twice counts once', () => {
  it('takes quick answers in the order they were given', async () => {
    await hamdan.goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>');
    await hamdan.hurries('8', '10', '6');
    await hamdan.taps('Lewati');
    expect(hamdan.sees().text).toContain('(JP): 8\nPeserta laki-laki: 10\nPeserta perempuan: 6');
  });

  it('a doubled tap on an answer does not answer the next question', async () => {
    await hamdan.goes('/lapor', '<Pemagangan>', 'CV Grafika');
    await hamdan.hurries('<Hari ini>', '<Hari ini>');
    expect(hamdan.sees().text).toContain('Kapan kegiatan selesai');
    expect(hamdan.toast()).toContain('Tombol ini dari pertanyaan yang sudah lewat.');
  });

  it('a doubled Kirim', async () => {
    await toSummary();
    expect(await gained(() => hamdan.hurries('<Kirim>', '<Kirim>', '<Kirim>'))).toEqual(once);
    expect(hamdan.toast()).toBe('Isian ini sudah selesai dan tersimpan. Terima kasih.');
  });

  it('Kirim on two devices', async () => {
    const { id: first } = await toSummary();
    const { id: second } = await hamdan.goes('/nihil', '<Lanjutkan>');
    expect(second).not.toBe(first);
    const both = () => {
      home.telegram.taps(hamdan.id, hamdan.id, first, 'Kirim');
      return hamdan.hurries('<Kirim>');
    };
    expect(await gained(both)).toEqual(once);
  });

  it('an update that is delivered twice', async () => {
    await toSummary();
    const tap = home.telegram.taps(hamdan.id, hamdan.id, hamdan.sees().id, 'Kirim');
    const { updateId } = tap as { updateId?: number };
    await hamdan.settled(updateId);
    expect(await gained(() => again(updateId))).toEqual(never);
  });

  it('a message that is delivered twice', async () => {
    await hamdan.goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>');
    const { updateId } = home.telegram.says(hamdan.id, '8');
    await hamdan.settled(updateId);
    await again(updateId);
    await hamdan.goes('/lapor', '<Lanjutkan>');
    expect(hamdan.sees().text).toContain('Berapa peserta laki-laki?');
  });

  it('any button of a form that was sent', async () => {
    const id = formOf(await toSummary());
    await hamdan.taps('Kirim');
    const { length } = hamdan.chat();
    const verbs = [
      '-:send',
      '-:resume',
      '-:restart',
      '-:back',
      '-:drop',
      'note:change',
      'note:skip',
    ];
    for (const verb of [...verbs, 'reason:=gedung']) {
      expect(await gained(() => hamdan.forges(`f:${id}:${verb}`))).toEqual(never);
      expect(hamdan.toast()).toBe('Isian ini sudah selesai dan tersimpan. Terima kasih.');
    }
    expect(hamdan.chat()).toHaveLength(length);
  });
});
