import { aPlayground, budi, call, group, sent, siti, stopAll, supergroup } from './support/ground';

afterEach(stopAll);

test('messages go into a forum topic and come out of it', async () => {
  const playground = await aPlayground();
  const topic = playground.telegram.opensTopic(siti, supergroup, 'Laporan');
  playground.telegram.says(budi, 'halo', supergroup, { topic });
  await sent(playground, { chat_id: supergroup, text: 'di topik', message_thread_id: topic });
  await sent(playground, { chat_id: supergroup, text: 'umum' });
  const { result } = await call(playground, 'getUpdates');
  const messages = (result as { message: object }[]).map(({ message }) => message);
  const inTopic = { message_thread_id: topic, is_topic_message: true };
  expect(messages).toMatchObject([
    { ...inTopic, forum_topic_created: { name: 'Laporan' } },
    { ...inTopic, text: 'halo', chat: { is_forum: true } },
  ]);
  const seen = playground.telegram.chat(supergroup).map(({ text, topic: where }) => [text, where]);
  expect(seen.slice(1)).toEqual([
    ['halo', topic],
    ['di topik', topic],
    ['umum', undefined],
  ]);
});

test('an unknown or deleted topic is refused in the words of Telegram', async () => {
  const playground = await aPlayground();
  const topic = playground.telegram.opensTopic(siti, supergroup, 'Laporan');
  const say = async (chat_id: number, message_thread_id: number) =>
    (await call(playground, 'sendMessage', { chat_id, text: 'a', message_thread_id })).description;
  playground.telegram.deletesTopic(supergroup, topic);
  expect(await say(supergroup, topic)).toBe('Bad Request: message thread not found');
  expect(await say(group, 4711)).toBe('Bad Request: message thread not found');
  expect(() => playground.telegram.says(budi, 'halo', supergroup, { topic })).toThrow('no topic');
  expect(() => playground.telegram.opensTopic(siti, group, 'Laporan')).toThrow('no supergroup');
});

test('a new title is told to the bot and shown', async () => {
  const playground = await aPlayground();
  playground.telegram.renamesGroup(siti, group, 'Grup Baru');
  expect(await call(playground, 'getUpdates')).toMatchObject({
    result: [{ message: { new_chat_title: 'Grup Baru', chat: { title: 'Grup Baru' } } }],
  });
  expect(playground.telegram.chat(group).at(-1)?.service).toBe('Grup diberi nama Grup Baru');
});
