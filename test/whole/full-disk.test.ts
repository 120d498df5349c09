import { type WholeBot, wholeBot } from '../support/whole-bot';

let bot: WholeBot;
beforeAll(async () => {
  bot = await wholeBot();
});
afterAll(() => bot.close());

/** The shell's limit on the size of a file, in blocks of 512 bytes, stands for a disk without room. */
const wrap = ['sh', '-c', 'ulimit -f 700; exec "$@"', 'limited'];
const sari = 3001;
const long = 'x'.repeat(4_000);

test('on a full disk the process goes on, Telegram keeps the updates, and all arrive later', async () => {
  const full = await bot.start({}, { wrap });
  const updates = Array.from({ length: 100 }, () => bot.telegram.says(sari, long).updateId ?? 0);
  await full.says(/"waitSeconds":\d+,"msg":"Updates cannot be stored and wait at Telegram/u);
  const kept = new Set(bot.telegram.pendingUpdates());
  const stored = await bot.database((store) =>
    store
      .collection('inbox')
      .find({}, { projection: { _id: 1 } })
      .toArray(),
  );
  const inbox = new Set(stored.map(({ _id }) => Number(_id)));
  expect(kept.size).toBeGreaterThan(0);
  expect(updates.filter((one) => !kept.has(one) && !inbox.has(one))).toEqual([]);
  expect(await bot.stop()).toEqual({ code: 0, signal: null });

  await bot.start();
  await bot.telegram.until((telegram) => telegram.pendingUpdates().length === 0, 20_000);
  await bot.telegram.until(
    (telegram) => telegram.chat(sari).filter(({ from }) => from.isBot).length === updates.length,
    40_000,
  );
}, 60_000);
