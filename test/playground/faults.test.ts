import { aPlayground, budi, call, group, siti, stopAll } from './support/ground';

afterEach(stopAll);

const hello = { chat_id: siti, text: 'Halo' };

test('a fault hits the next fitting calls and no others', async () => {
  const playground = await aPlayground();
  const { faults } = playground.telegram;
  const fault = { code: 429, description: 'Too Many Requests: retry after 7', retry_after: 7 };
  faults.next('sendMessage', { ...fault, contains: 'Halo', chatId: siti });
  expect(await call(playground, 'sendMessage', { ...hello, text: 'lain' })).toMatchObject({
    ok: true,
  });
  expect(await call(playground, 'sendMessage', hello)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  expect(await call(playground, 'sendMessage', hello)).toMatchObject({ ok: true });
});

test('a fault for any method spares the polling', async () => {
  const playground = await aPlayground();
  playground.telegram.faults.next('*', { code: 500, description: 'Internal Server Error' });
  expect(await call(playground, 'getUpdates')).toMatchObject({ ok: true });
  expect(await call(playground, 'getMe')).toMatchObject({ error_code: 500 });
});

test('a lost answer is a call that was done', async () => {
  const playground = await aPlayground();
  playground.telegram.faults.dropAnswer('sendMessage');
  await expect(call(playground, 'sendMessage', hello)).rejects.toThrow('fetch failed');
  expect(playground.telegram.chat(siti)).toMatchObject([{ text: 'Halo' }]);
  expect(playground.telegram.calls('sendMessage')).toMatchObject([{ ok: true, fate: 'lost' }]);
});

test('while it is down every call is cut off, a waiting poll too', async () => {
  const playground = await aPlayground();
  const { telegram } = playground;
  const polling = call(playground, 'getUpdates', { timeout: 50 });
  await telegram.until(() => telegram.calls('getUpdates').length === 1);
  telegram.faults.down(true);
  await expect(polling).rejects.toThrow('fetch failed');
  await expect(call(playground, 'sendMessage', hello)).rejects.toThrow('fetch failed');
  expect(telegram.chat(siti)).toEqual([]);
  telegram.faults.down(false);
  expect(await call(playground, 'sendMessage', hello)).toMatchObject({ ok: true });
});

test('with limits on, a flood to one chat is told to wait', async () => {
  const playground = await aPlayground();
  playground.telegram.faults.limits(true);
  const replies = [];
  for (let n = 0; n < 6; n += 1) replies.push(await call(playground, 'sendMessage', hello));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(4);
  expect(replies.at(-1)).toMatchObject({
    error_code: 429,
    description: expect.stringMatching(/^Too Many Requests: retry after \d+$/) as unknown,
    parameters: { retry_after: expect.any(Number) as unknown },
  });
  const inGroup = { chat_id: group, text: 'a' };
  const many = await Promise.all(
    Array.from({ length: 25 }, () => call(playground, 'sendMessage', inGroup)),
  );
  expect(many.filter(({ ok }) => ok)).toHaveLength(20);
});

test('what people cannot do is said clearly', async () => {
  const { telegram } = await aPlayground();
  const said = telegram.says(siti, 'halo');
  expect(() => telegram.says(999, 'a')).toThrow('nobody with the id 999');
  expect(() => telegram.taps(siti, siti, said.messageId, 'Kirim')).toThrow('no one button "Kirim"');
  expect(() => telegram.edits(budi, said.messageId, 'x', siti)).toThrow('not one that 102 sent');
  telegram.blocks(siti);
  expect(() => telegram.says(siti, 'a')).toThrow('has blocked the bot');
});

test('looking for what never comes ends with an error that names it', async () => {
  const { telegram } = await aPlayground();
  await expect(telegram.until(() => telegram.chat(siti)[7], 20)).rejects.toThrow(
    /Not found within 20 ms: .*chat/,
  );
});
