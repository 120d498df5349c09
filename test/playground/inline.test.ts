import { aPlayground, budi, cakra, call, group, siti, stopAll, supergroup } from './support/ground';

afterEach(stopAll);

const article = (change: object = {}) => ({
  ...{ type: 'article', id: 'a1', title: 'Bina Iman', description: 'Kuaro' },
  input_message_content: { message_text: '<b>Bina</b> &amp; Iman', parse_mode: 'HTML' },
  reply_markup: { inline_keyboard: [[{ text: 'Lihat', url: 'https://t.me/blk_bot?start=x' }]] },
  ...change,
});

async function asked() {
  const playground = await aPlayground();
  const { queryId } = playground.telegram.asksInline(siti, 'bina');
  const answer = (params: object) =>
    call(playground, 'answerInlineQuery', { inline_query_id: queryId, ...params });
  return { ...playground, playground, queryId, answer };
}

test('the bot hears what is typed after its name, with what is needed to answer', async () => {
  const { playground, telegram } = await asked();
  telegram.asksInline(siti, 'bina', { chatId: group, offset: '20' });
  const { result } = await call(playground, 'getUpdates');
  expect(result).toMatchObject([
    { inline_query: { from: { id: siti }, query: 'bina', offset: '', chat_type: 'sender' } },
    { inline_query: { query: 'bina', offset: '20', chat_type: 'group' } },
  ]);
});

test('a bot that did not ask for such queries does not hear them', async () => {
  const { playground, telegram } = await asked();
  await call(playground, 'getUpdates', { allowed_updates: ['message'], offset: -1 });
  expect(telegram.asksInline(siti, 'iman').updateId).toBeUndefined();
});

test('what is chosen goes into the chat in the name of the person, by way of the bot', async () => {
  const { telegram, queryId, answer } = await asked();
  expect(await answer({ results: [article()], next_offset: '1' })).toEqual({
    ok: true,
    result: true,
  });
  expect(telegram.inlineAnswer(queryId)).toMatchObject({
    results: [{ id: 'a1', title: 'Bina Iman', description: 'Kuaro' }],
    next_offset: '1',
  });
  telegram.choosesInline(siti, queryId, 'a1', supergroup);
  expect(telegram.chat(supergroup).at(-1)).toMatchObject({
    from: { id: siti },
    viaBot: 'blk_bot',
    text: 'Bina & Iman',
    entities: [{ type: 'bold', offset: 0, length: 4 }],
    rows: [[{ text: 'Lihat' }]],
  });
});

test('a bot in privacy mode sees in a group what was chosen from its offers', async () => {
  const { telegram, queryId, answer } = await asked();
  await answer({ results: [article()] });
  expect(telegram.choosesInline(siti, queryId, 'a1', group).updateId).toBeDefined();
  expect(telegram.says(siti, 'Bina & Iman', group).updateId).toBeUndefined();
});

test('nobody chooses what they were not offered, or where they are not', async () => {
  const { telegram, queryId, answer } = await asked();
  expect(() => telegram.choosesInline(siti, queryId, 'a1')).toThrow('was not offered');
  await answer({ results: [article()] });
  expect(() => telegram.choosesInline(siti, queryId, 'a2')).toThrow('was not offered');
  expect(() => telegram.choosesInline(budi, queryId, 'a1')).toThrow('was not offered');
  const cakras = telegram.asksInline(cakra, 'bina').queryId;
  expect(() => telegram.choosesInline(cakra, cakras, 'a1', group)).toThrow();
});

test('a query is answered once, and for half a minute', async () => {
  let now = new Date('2026-11-23T01:00:00Z');
  const playground = await aPlayground({ now: () => now });
  const ask = () => playground.telegram.asksInline(siti, 'x').queryId;
  const answer = (inline_query_id: string) =>
    call(playground, 'answerInlineQuery', { inline_query_id, results: [] });
  const tooOld = {
    ok: false,
    error_code: 400,
    description:
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
  };
  const [first, second] = [ask(), ask()];
  expect(await answer(first)).toEqual({ ok: true, result: true });
  expect(await answer(first)).toEqual(tooOld);
  expect(await answer('0')).toEqual(tooOld);
  now = new Date(now.getTime() + 30_001);
  expect(await answer(second)).toEqual(tooOld);
  expect(playground.telegram.pendingUpdates()).toEqual([]);
});

test.each([
  ['RESULT_ID_DUPLICATE', { results: [article(), article()] }],
  ['RESULT_ID_INVALID', { results: [article({ id: '' })] }],
  ['RESULT_ID_INVALID', { results: [article({ id: 'ü'.repeat(33) })] }],
  ['RESULTS_TOO_MUCH', { results: Array.from({ length: 51 }, (_, n) => article({ id: `${n}` })) }],
  ['ARTICLE_TITLE_EMPTY', { results: [article({ title: ' ' })] }],
  ['message_text', { results: [article({ input_message_content: {} })] }],
  [
    'message text is empty',
    { results: [article({ input_message_content: { message_text: '' } })] },
  ],
  [
    "can't parse entities",
    { results: [article({ input_message_content: { message_text: '<b>', parse_mode: 'HTML' } })] },
  ],
  [
    'Wrong HTTP URL',
    { results: [article({ reply_markup: { inline_keyboard: [[{ text: 'x', url: 'a b' }]] } })] },
  ],
  ['NEXT_OFFSET_INVALID', { results: [], next_offset: 'x'.repeat(65) }],
  ['START_PARAM_INVALID', { results: [], button: { text: 'Cari', start_parameter: 'a b' } }],
  ['expected an Array of results', { results: {} }],
])('an answer is refused with %s', async (why, params) => {
  const { queryId, telegram, answer } = await asked();
  expect((await answer(params)).description).toContain(why);
  expect(telegram.inlineAnswer(queryId)).toBeUndefined();
});

test('the page gets the offers as the answer to its question', async () => {
  const { playground } = await asked();
  const question = fetch(`${playground.apiRoot}/sim/asksInline`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personId: siti, query: 'iman', chatId: group }),
  });
  const update = await playground.telegram.until(() => {
    const ids = playground.telegram.pendingUpdates();
    return ids.length > 1 && ids;
  });
  expect(update).toHaveLength(2);
  const { result } = await call(playground, 'getUpdates');
  const query = (result as { inline_query: { id: string } }[])[1]!.inline_query;
  await call(playground, 'answerInlineQuery', {
    ...{ inline_query_id: query.id, results: [article()] },
  });
  expect(await (await question).json()).toMatchObject({
    ok: true,
    result: { queryId: query.id, results: [{ id: 'a1' }], next_offset: '' },
  });
});
