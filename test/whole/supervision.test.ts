import { castToken } from '../../src/cast';
import { type WholeBot, wholeBot } from '../support/whole-bot';

let bot: WholeBot;
beforeAll(async () => {
  bot = await wholeBot();
  await bot.start();
}, 60_000);
afterAll(() => bot.close());

const call = (method: string, params: object = {}) =>
  fetch(`${bot.apiRoot}/bot${castToken}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(params),
  });

const sari = 3001;
const answers = () => bot.telegram.chat(sari).filter(({ from }) => from.isBot).length;

/** Somebody asks, and is answered. */
async function stillAnswers(): Promise<void> {
  const before = answers();
  bot.telegram.says(sari, '/saya');
  await bot.telegram.until(() => answers() > before, 20_000);
}

const recoveries = () =>
  bot
    .process()
    .output()
    .match(/Updates arrive again/gu)?.length ?? 0;

/** Trouble comes, is named in the log with how long the bot waits, and goes away again. */
async function livesThrough(trouble: () => unknown, words: RegExp, end: () => unknown) {
  await stillAnswers();
  const before = recoveries();
  await trouble();
  await bot.process().says(new RegExp(`"waitSeconds":\\d+,"msg":"${words.source}`, 'u'));
  await end();
  await stillAnswers();
  await bot.process().says(/Updates arrive again/u, before + 1);
}

const nothing = () => undefined;

test('a second poller is named, and its end noticed', () =>
  livesThrough(
    async () => (await call('getUpdates', { timeout: 0 })).text(),
    /Another copy of this bot is polling/u,
    nothing,
  ));

test('a webhook somebody has set is named, and its end noticed', () =>
  livesThrough(
    () => call('setWebhook', { url: 'http://127.0.0.1:1/hook' }),
    /A webhook is set for this bot/u,
    () => call('deleteWebhook'),
  ));

test('a refused token is named and tried again ever more slowly', async () => {
  const refusal = { code: 401, description: 'Unauthorized', times: 2 };
  await livesThrough(
    () => {
      bot.telegram.faults.next('getUpdates', refusal);
      bot.telegram.says(sari, 'halo');
    },
    /Telegram refuses the BOT_TOKEN/u,
    nothing,
  );
  expect(bot.process().output()).toMatch(/"waitSeconds":1,"msg":"Telegram refuses/u);
  expect(bot.process().output()).toMatch(/"waitSeconds":2,"msg":"Telegram refuses/u);
});

test('a dead network is named, and what was said meanwhile is answered when it is back', () =>
  livesThrough(
    () => {
      bot.telegram.faults.down(true);
      bot.telegram.says(sari, '/bantuan');
    },
    /Telegram .*cannot be reached; trying again/u,
    () => bot.telegram.faults.down(false),
  ));

test('an answer that meets a dead network arrives, and in its order', async () => {
  await stillAnswers();
  bot.telegram.faults.next('sendMessage', { code: 502, description: 'Bad Gateway', times: 1 });
  bot.telegram.says(sari, '/saya');
  await bot.process().says(/"why":"Bad Gateway"/u);
  bot.telegram.says(sari, '/batal');
  await bot.telegram.until(
    (telegram) => telegram.chat(sari).at(-1)?.text.includes('Tidak ada isian'),
    20_000,
  );
  const [last, lastButOne] = bot.telegram
    .chat(sari)
    .filter(({ from }) => from.isBot)
    .reverse();
  expect(last?.text).toContain('Tidak ada isian');
  expect(lastButOne?.text).toContain('Data Anda');
});

test('nothing of all this was lost, and no line tells the token', async () => {
  const waiting = await bot.database((store) =>
    store.collection('inbox').countDocuments({ state: { $ne: 'done' } }),
  );
  expect(waiting).toBe(0);
  expect(bot.telegram.pendingUpdates()).toEqual([]);
  expect(bot.process().output()).not.toContain(castToken.split(':')[1]);
});
