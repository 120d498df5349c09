import { Telegram } from 'telegraf';
import type { Message, Update } from 'telegraf/types';
import { aPlayground, call, siti, stopAll, token } from './support/ground';

afterEach(stopAll);

const largestOf = (update: Update | undefined) =>
  (update as Update.MessageUpdate<Message.PhotoMessage>).message.photo.at(-1)!;

const client = (apiRoot: string) => new Telegram(token, { apiRoot });

test('a real client reads what a person says and answers with a photo', async () => {
  const { apiRoot, telegram } = await aPlayground();
  const bot = client(apiRoot);
  expect(await bot.getMe()).toMatchObject({ id: 4242, is_bot: true, username: 'blk_bot' });

  const said = telegram.says(siti, '/start abc');
  const [update] = await bot.getUpdates(0, 100, 0, undefined);
  expect(update).toMatchObject({
    update_id: said.updateId,
    message: { text: '/start abc', entities: [{ type: 'bot_command', offset: 0, length: 6 }] },
  });

  telegram.sendsPhoto(siti, 'generated', { caption: 'Kegiatan' });
  const [, photo] = await bot.getUpdates(0, 100, 0, undefined);
  const link = await bot.getFileLink(largestOf(photo));
  const bytes = Buffer.from(await (await fetch(link)).arrayBuffer());
  await bot.sendPhoto(siti, { source: bytes }, { caption: '<b>Diterima</b>', parse_mode: 'HTML' });
  expect(telegram.chat(siti).at(-1)).toMatchObject({
    text: 'Diterima',
    source: '<b>Diterima</b>',
    entities: [{ type: 'bold', offset: 0, length: 8 }],
    media: { kind: 'photo', width: 640, height: 480 },
  });
});

test('a tap reaches the bot and its answer the person', async () => {
  const { apiRoot, telegram } = await aPlayground();
  const bot = client(apiRoot);
  const sent = await bot.sendMessage(siti, 'Pilih', {
    reply_markup: { inline_keyboard: [[{ text: 'Lapor', callback_data: 'lapor' }]] },
  });
  telegram.taps(siti, siti, sent.message_id, 'Lapor');
  const [update] = await bot.getUpdates(5, 100, 0, undefined);
  const query = (update as Update.CallbackQueryUpdate).callback_query;
  expect(query).toMatchObject({ data: 'lapor', message: { text: 'Pilih' } });
  await bot.answerCbQuery(query.id, 'Siap');
  expect(telegram.lastToast(siti)).toMatchObject({ text: 'Siap', alert: false });
  await bot.editMessageText(siti, sent.message_id, undefined, 'Sudah');
  expect(telegram.chat(siti)).toMatchObject([{ text: 'Sudah', rows: [], edited: true }]);
});

test('a long poll ends as soon as somebody speaks', async () => {
  const playground = await aPlayground();
  const polling = call(playground, 'getUpdates', { timeout: 50 });
  await playground.telegram.until((telegram) => telegram.calls('getUpdates').length === 1);
  playground.telegram.says(siti, 'halo');
  expect(await polling).toMatchObject({ result: [{ message: { text: 'halo' } }] });
});
