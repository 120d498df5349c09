import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { castMembers } from '../../src/cast';
import { type WholeBot, wholeBot } from '../support/whole-bot';

let bot: WholeBot;
beforeEach(async () => {
  bot = await wholeBot();
});
afterEach(() => bot.close());

const ids = castMembers.map(({ id }) => id);
const clean = { code: 0, signal: null };

const answered = (id: number) =>
  bot.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes('Data Anda')).length;

/** What a stopped process must not leave in its folder. */
const leftovers = async () =>
  (await readdir(join(bot.dataDir, 'store'))).filter((file) => !file.startsWith('store.mdb'));

/** Everybody asks at once, and the process is told to stop as soon as it has their questions. */
async function askAllAndStop(signal: NodeJS.Signals) {
  bot.telegram.holdUpdates(true);
  const updates = ids.map((id) => bot.telegram.says(id, '/saya').updateId ?? 0);
  bot.telegram.holdUpdates(false);
  await bot.telegram.until(({ deliveries }) => updates.every((one) => deliveries(one) > 0));
  return bot.stop(signal);
}

test('SIGTERM and SIGINT end the process cleanly amid the work, and the next start goes on', async () => {
  await bot.start();
  expect(await askAllAndStop('SIGTERM')).toEqual(clean);
  expect(bot.process().leavesBehind()).toBe(false);
  expect(await leftovers()).toEqual([]);

  await bot.start();
  await bot.telegram.until(() => ids.every((id) => answered(id) === 1), 20_000);
  expect(await askAllAndStop('SIGINT')).toEqual(clean);

  await bot.start();
  await bot.telegram.until(() => ids.every((id) => answered(id) === 2), 20_000);
  expect(await bot.stop()).toEqual(clean);
  const open = { state: { $nin: ['done', 'sent'] } };
  const waiting = await bot.database((store) =>
    Promise.all(['inbox', 'outbox'].map((name) => store.collection(name).countDocuments(open))),
  );
  expect(waiting).toEqual([0, 0]);
  expect(ids.map(answered)).toEqual(ids.map(() => 2));
}, 60_000);

test('SIGTERM during the start ends it cleanly, without a word of complaint', async () => {
  bot.telegram.faults.down(true);
  const starting = bot.launch();
  await starting.says(/Telegram cannot be reached yet/u);
  expect(await starting.stop()).toEqual(clean);
  expect(starting.errors()).toBe('');
  expect(await leftovers()).toEqual([]);
  expect(starting.leavesBehind()).toBe(false);
}, 60_000);
