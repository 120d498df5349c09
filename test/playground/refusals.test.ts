import type { Playground } from '../../src/playground/playground';
import { aPlayground, budi, cakra, call, sent, siti, stopAll } from './support/ground';

afterEach(stopAll);

const button = (data: string) => ({
  inline_keyboard: [[{ text: 'Tombol', callback_data: data }]],
});

test.each<[string, string, Record<string, unknown>, string]>([
  ['an empty text', 'sendMessage', { chat_id: siti, text: '' }, 'message text is empty'],
  ['a blank text', 'sendMessage', { chat_id: siti, text: ' \n' }, 'text must be non-empty'],
  [
    'a text of 4097 characters',
    'sendMessage',
    { chat_id: siti, text: 'a'.repeat(4097) },
    'message is too long',
  ],
  ['no chat', 'sendMessage', { text: 'a' }, 'chat_id is empty'],
  ['an unknown chat', 'sendMessage', { chat_id: 999, text: 'a' }, 'chat not found'],
  [
    'button data of 65 bytes',
    'sendMessage',
    { chat_id: siti, text: 'a', reply_markup: button('é'.repeat(33)) },
    'BUTTON_DATA_INVALID',
  ],
  [
    'a button that does nothing',
    'sendMessage',
    { chat_id: siti, text: 'a', reply_markup: { inline_keyboard: [[{ text: 'x' }]] } },
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'broken markup',
    'sendMessage',
    { chat_id: siti, text: 'a', reply_markup: '{"inline' },
    "can't parse reply keyboard markup JSON object",
  ],
  [
    'broken HTML',
    'sendMessage',
    { chat_id: siti, text: '<b>a', parse_mode: 'HTML' },
    'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
  ],
  [
    'a reply to nothing',
    'sendMessage',
    { chat_id: siti, text: 'a', reply_parameters: { message_id: 1 } },
    'message to be replied not found',
  ],
  [
    'an edit of nothing',
    'editMessageText',
    { chat_id: siti, message_id: 1, text: 'a' },
    'message to edit not found',
  ],
  [
    'deleting nothing',
    'deleteMessage',
    { chat_id: siti, message_id: 1 },
    'message to delete not found',
  ],
  ['a photo that is none', 'sendPhoto', { chat_id: siti }, 'there is no photo in the request'],
  [
    'an unknown file id',
    'sendPhoto',
    { chat_id: siti, photo: 'AgAC' },
    'wrong file identifier/HTTP URL specified',
  ],
  ['getFile of nothing', 'getFile', { file_id: 'x' }, 'invalid file_id'],
  [
    'an unknown callback query',
    'answerCallbackQuery',
    { callback_query_id: '1' },
    'query is too old and response timeout expired or query ID is invalid',
  ],
  [
    'a command with capitals',
    'setMyCommands',
    { commands: [{ command: 'Lapor', description: 'x' }] },
    'BOT_COMMAND_INVALID',
  ],
  [
    'an unknown action',
    'sendChatAction',
    { chat_id: siti, action: 'dance' },
    'wrong parameter action in request',
  ],
])('refuses %s', async (_what, method, params, why) => {
  const playground = await aPlayground();
  expect(await call(playground, method, params)).toEqual({
    ok: false,
    error_code: 400,
    description: `Bad Request: ${why}`,
  });
});

test('counts the length of a text after parsing', async () => {
  const playground = await aPlayground();
  const text = `<b>${'a'.repeat(4090)}</b>&lt;&gt;&amp;😀x`;
  const reply = await call(playground, 'sendMessage', { chat_id: siti, text, parse_mode: 'HTML' });
  expect(reply.ok).toBe(true);
  expect(playground.telegram.chat(siti)[0]?.text).toHaveLength(4096);
});

const refusalOf = async (playground: Playground, chatId: number) =>
  (await call(playground, 'sendMessage', { chat_id: chatId, text: 'a' })).description;

test('a bot cannot write first, nor to those who blocked it or are gone', async () => {
  const playground = await aPlayground();
  const { telegram } = playground;
  expect(await refusalOf(playground, budi)).toBe(
    "Forbidden: bot can't initiate conversation with a user",
  );
  telegram.says(budi, '/start');
  expect(await refusalOf(playground, budi)).toBeUndefined();
  telegram.blocks(budi);
  expect(await refusalOf(playground, budi)).toBe('Forbidden: bot was blocked by the user');
  telegram.deactivates(cakra);
  expect(await refusalOf(playground, cakra)).toBe('Forbidden: user is deactivated');
});

test('an edit that changes nothing is refused, one of the buttons alone is not', async () => {
  const playground = await aPlayground();
  const message = { chat_id: siti, text: 'Halo', reply_markup: button('satu') };
  const same = { ...message, message_id: await sent(playground, message) };
  expect(await call(playground, 'editMessageText', same)).toMatchObject({
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  });
  const other = { ...same, reply_markup: button('dua') };
  expect(await call(playground, 'editMessageText', other)).toMatchObject({ ok: true });
});

test('nobody else can have their messages edited, and old ones cannot be deleted', async () => {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const playground = await aPlayground({ now: () => new Date(now) });
  const said = playground.telegram.says(siti, 'halo');
  const edit = { chat_id: siti, message_id: said.messageId, text: 'x' };
  expect(await call(playground, 'editMessageText', edit)).toMatchObject({
    description: "Bad Request: message can't be edited",
  });
  const message_id = await sent(playground, { chat_id: siti, text: 'halo' });
  now += 48 * 3_600_000 + 1000;
  expect(await call(playground, 'deleteMessage', { chat_id: siti, message_id })).toMatchObject({
    description: "Bad Request: message can't be deleted for everyone",
  });
});

test('a tap is answered once and not after 150 seconds', async () => {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const playground = await aPlayground({ now: () => new Date(now) });
  const { telegram } = playground;
  const messageId = await sent(playground, { chat_id: siti, text: 'a', reply_markup: button('x') });
  const tap = () => {
    const tapped = telegram.taps(siti, siti, messageId, 'Tombol');
    return { callback_query_id: tapped.kind === 'query' ? tapped.queryId : '' };
  };
  const first = tap();
  expect(await call(playground, 'answerCallbackQuery', first)).toMatchObject({ ok: true });
  expect(await call(playground, 'answerCallbackQuery', first)).toMatchObject({ error_code: 400 });
  const late = tap();
  now += 151_000;
  expect(await call(playground, 'answerCallbackQuery', late)).toMatchObject({ error_code: 400 });
});

test('a method that is not there is answered 404', async () => {
  const playground = await aPlayground();
  expect(await call(playground, 'sendWishes')).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found',
  });
});
