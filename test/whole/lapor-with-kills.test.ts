import { cast } from '../../src/cast';
import { receiptOf } from '../../src/domain/form-id';
import type { LocalTelegram } from '../../src/playground/playground';
import { chatter } from '../support/chatter';
import { laporSteps } from '../support/report-steps';
import { type WholeBot, wholeBot } from '../support/whole-bot';

let bot: WholeBot;
beforeAll(async () => {
  bot = await wholeBot();
});
afterAll(() => bot.close());

const { hamdan } = cast;
const topic = 'Mengetik surat';
const receipts = (telegram: LocalTelegram) =>
  telegram.chat(hamdan.id).filter(({ text }) => text.includes('Nomor tanda terima'));

/** A process that was just started may have to wait for its turn on a busy machine. */
const startMs = 20_000;

/** Kills now when the answer is there, now as soon as the process has the update in its hands. */
async function takeAllSteps(): Promise<void> {
  const person = chatter(bot.telegram, hamdan.id);
  for (const [n, { does, sees }] of laporSteps(topic).entries()) {
    const update = person.does(does);
    if (n % 2 === 0) await person.sees(sees);
    else await bot.telegram.until(({ deliveries }) => deliveries(update) > 0, startMs);
    await bot.kill();
    bot.launch();
    await person.sees(sees);
    if (does === '<16>') await comeBack();
  }
}

/** Somebody who comes back after a crash is offered to go on with what they began. */
async function comeBack(): Promise<void> {
  const person = chatter(bot.telegram, hamdan.id);
  person.begins();
  await person.goes('/lapor', /Masih ada isian/u);
  await bot.kill();
  bot.launch();
  await person.goes('<Lanjutkan>', /Berapa peserta laki-laki/u);
}

test('a report with a photo survives a kill after every step, and is there once', async () => {
  bot.launch();
  await takeAllSteps();
  await bot.process().says(/"Ready/u);
  // The last answer may be seen before its update is marked as done.
  await bot.process().stop();

  const [reports, person, waiting] = await bot.database(async (store) => [
    await store.collection('reports').find().toArray(),
    await store.collection('people').findOne({ telegramId: hamdan.id }),
    await store.collection('inbox').countDocuments({ state: { $ne: 'done' } }),
  ]);
  expect(waiting).toBe(0);
  const [report] = reports;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(new Date());
  const sent = bot.telegram
    .chat(hamdan.id)
    .flatMap(({ media, from }) => (media?.kind === 'photo' && !from.isBot ? [media.fileId] : []));
  expect(reports).toEqual([
    {
      _id: expect.stringMatching(/^[0-9A-Z]+$/u),
      sort: 'activity',
      institution: 'bina-iman',
      kind: 'kelas_singkat',
      details: { topic, heldOn: today, lessonHours: 16, men: 1250, women: 6 },
      startsOn: today,
      endsOn: today,
      men: 1250,
      women: 6,
      photos: [{ fileId: sent[0], uniqueId: expect.any(String) }],
      reportedBy: person?._id,
      onBehalf: false,
      reportedAt: expect.any(Date),
      version: 1,
      review: 'received',
      changes: [],
    },
  ]);
  expect(receipts(bot.telegram)).toHaveLength(1);
  expect(receipts(bot.telegram)[0]?.text).toContain(receiptOf(String(report?._id)));
}, 60_000);
