import { Telegraf } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { routePresence } from '../../../src/adapters/telegram/route-presence';

const user = { id: 77, is_bot: true, first_name: 'BLK Aktif', username: 'blk_aktif_bot' };

/** What is told of an update in which the bot has this place in a chat of this type. */
async function toldOf(place: object, type = 'supergroup'): Promise<readonly string[]> {
  const told: string[] = [];
  const say = (words: string) => Promise.resolve(void told.push(words));
  const bot = new Telegraf('77:TEST');
  bot.botInfo = user as UserFromGetMe;
  routePresence(bot, {
    reachable: (chat) => say(`reachable ${chat}`),
    unreachable: (chat, why) => say(`${why} ${chat}`),
    moved: (from, to) => say(`moved ${from} ${to}`),
    inGroup: ({ chat, title }) => say(`in ${chat} ${title}`),
  });
  const chat = { id: type === 'private' ? 1001 : -5, type, title: 'Paser' };
  const change = { chat, date: 0, from: { id: 1001, is_bot: false, first_name: 'Hamdan' } };
  const old_chat_member = { status: 'member', user };
  const my_chat_member = { ...change, old_chat_member, new_chat_member: { user, ...place } };
  await bot.handleUpdate({ update_id: 1, my_chat_member } as unknown as Update);
  return told;
}

describe('the place of the bot in a chat', () => {
  it.each<[string, object, readonly string[]]>([
    ['is a member', { status: 'member' }, ['reachable -5', 'in -5 Paser']],
    ['is an admin', { status: 'administrator' }, ['reachable -5', 'in -5 Paser']],
    [
      'may not write',
      { status: 'restricted', is_member: true, can_send_messages: false },
      ['silenced -5', 'in -5 Paser'],
    ],
    [
      'may write, but not everything',
      { status: 'restricted', is_member: true, can_send_messages: true },
      ['reachable -5', 'in -5 Paser'],
    ],
    [
      'was restricted and is not there any more',
      { status: 'restricted', is_member: false, can_send_messages: true },
      ['left -5'],
    ],
    ['was removed', { status: 'kicked' }, ['left -5']],
    ['has left', { status: 'left' }, ['left -5']],
  ])('in a group: it %s', async (_name, place, told) => {
    expect(await toldOf(place)).toEqual(told);
  });

  it('in a private chat is blocked, or taken back', async () => {
    expect(await toldOf({ status: 'kicked' }, 'private')).toEqual(['blocked 1001']);
    expect(await toldOf({ status: 'member' }, 'private')).toEqual(['reachable 1001']);
  });
});
