import { aPlayground, budi, call, group, sent, siti, stopAll, supergroup } from './support/ground';

afterEach(stopAll);

test('in a group the bot hears commands and replies to it, an administrator hears all', async () => {
  const { telegram, ...rest } = await aPlayground();
  const playground = { telegram, ...rest };
  const heard = (text: string, replyTo?: number) =>
    telegram.says(siti, text, group, replyTo === undefined ? {} : { replyTo }).updateId !==
    undefined;
  const message = await sent(playground, { chat_id: group, text: 'Halo grup' });
  expect(heard('halo semua')).toBe(false);
  expect(heard('/hubungkan')).toBe(true);
  expect(heard('/hubungkan@blk_bot')).toBe(true);
  expect(heard('/hubungkan@bot_lain')).toBe(false);
  expect(heard('balasan', message)).toBe(true);
  expect(telegram.says(siti, 'halo semua', supergroup).updateId).toBeDefined();
});

test('the bot is told when it is added, removed or blocked', async () => {
  const playground = await aPlayground();
  const { telegram } = playground;
  telegram.removesBot(budi, group);
  telegram.addsBot(budi, group);
  telegram.blocks(siti);
  telegram.unblocks(siti);
  const { result } = await call(playground, 'getUpdates');
  const changes = (result as Record<string, Record<string, { status: string }>>[]).flatMap(
    ({ my_chat_member: change }) =>
      change ? [[change.old_chat_member?.status, change.new_chat_member?.status]] : [],
  );
  expect(changes).toEqual([
    ['member', 'kicked'],
    ['kicked', 'member'],
    ['member', 'kicked'],
    ['kicked', 'member'],
  ]);
});

test('a bot that was kicked or has left cannot write, nor one that may not', async () => {
  const playground = await aPlayground();
  const say = async () =>
    (await call(playground, 'sendMessage', { chat_id: group, text: 'a' })).description;
  playground.telegram.mutes(group, true);
  expect(await say()).toBe('Bad Request: not enough rights to send text messages to the chat');
  playground.telegram.mutes(group, false);
  expect(await call(playground, 'leaveChat', { chat_id: group })).toMatchObject({ ok: true });
  expect(await say()).toBe('Forbidden: bot is not a member of the group chat');
  playground.telegram.addsBot(budi, group);
  playground.telegram.removesBot(budi, group);
  expect(await say()).toBe('Forbidden: bot was kicked from the group chat');
});

test('a group that becomes a supergroup answers with its new id', async () => {
  const playground = await aPlayground();
  const id = playground.telegram.upgradesGroup(group);
  expect(await call(playground, 'sendMessage', { chat_id: group, text: 'a' })).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: id },
  });
  expect(await call(playground, 'sendMessage', { chat_id: id, text: 'a' })).toMatchObject({
    result: { chat: { id, type: 'supergroup' } },
  });
  expect(await call(playground, 'getUpdates')).toMatchObject({
    result: [
      { message: { chat: { id: group }, migrate_to_chat_id: id } },
      { message: { chat: { id }, migrate_from_chat_id: group } },
    ],
  });
});

test('members and administrators are told apart', async () => {
  const playground = await aPlayground();
  const statusOf = async (user_id: number) => {
    const { result } = await call(playground, 'getChatMember', { chat_id: supergroup, user_id });
    return (result as { status: string }).status;
  };
  expect(await statusOf(siti)).toBe('creator');
  expect(await statusOf(budi)).toBe('member');
  expect(await statusOf(4242)).toBe('administrator');
  playground.telegram.leaves(budi, supergroup);
  expect(await statusOf(budi)).toBe('left');
  expect(await call(playground, 'getChatMemberCount', { chat_id: supergroup })).toMatchObject({
    result: 2,
  });
});

test('each person sees the menu of the narrowest scope', async () => {
  const playground = await aPlayground();
  const set = (command: string, scope?: object) =>
    call(playground, 'setMyCommands', {
      commands: [{ command, description: 'x' }],
      ...(scope ? { scope } : {}),
    });
  const menu = (person: number, chat?: number) =>
    playground.telegram.commandsFor(person, chat).map(({ command }) => command);
  await set('umum');
  expect(menu(budi)).toEqual(['umum']);
  await set('pribadi', { type: 'all_private_chats' });
  await set('siti', { type: 'chat', chat_id: siti });
  expect([menu(siti), menu(budi), menu(budi, group)]).toEqual([['siti'], ['pribadi'], ['umum']]);
  await call(playground, 'deleteMyCommands', { scope: { type: 'chat', chat_id: siti } });
  expect(menu(siti)).toEqual(['pribadi']);
});
