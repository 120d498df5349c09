import { createBot } from '../../../src/adapters/telegram/create-bot';
import { route } from '../../../src/adapters/telegram/route';
import type { Incoming } from '../../../src/talk';

const from = { id: 1001, is_bot: false, first_name: 'Ahmad', last_name: 'Hamdan' };
const home = { id: 1001, type: 'private' };
const group = { id: -4001, type: 'supergroup', title: 'Grup' };

/** Everything the listener hears of an update; nothing here is sent anywhere. */
async function heard(update: object): Promise<readonly Incoming[]> {
  const all: Incoming[] = [];
  const bot = createBot({ token: '123456:a-token-for-nothing', apiRoot: 'http://127.0.0.1:9' });
  bot.botInfo = { id: 1, username: 'blk_aktif_bot', first_name: 'BLK' } as typeof bot.botInfo;
  route(bot, (incoming) => {
    all.push(incoming);
    return Promise.resolve({ toast: 'a'.repeat(500) });
  });
  await bot.handleUpdate({ update_id: 7, ...update } as never);
  return all;
}

describe('routing', () => {
  it('passes on who said what where, with the number of the update', async () => {
    expect(await heard({ message: { message_id: 1, chat: home, from, text: 'halo' } })).toEqual([
      {
        update: 7,
        chat: { id: 1001, kind: 'private' },
        from: { id: 1001, name: 'Ahmad Hamdan' },
        deed: { kind: 'text', text: 'halo' },
      },
    ]);
  });

  it('calls every chat of several people a group', async () => {
    const [said] = await heard({ message: { message_id: 1, chat: group, from, text: '/lapor' } });
    expect(said?.chat).toEqual({ id: -4001, kind: 'group', title: 'Grup' });
  });

  it('passes on a tap, and does not mind that its spinner cannot be stopped', async () => {
    const rows = [[{ text: 'Lapor', callback_data: 'lapor' }]];
    const entities = [{ type: 'bold', offset: 0, length: 3 }];
    const shows = { text: 'Pilih <1>', entities, reply_markup: { inline_keyboard: rows } };
    const message = { message_id: 5, chat: home, date: 1, ...shows };
    const [said] = await heard({ callback_query: { id: '1', from, data: 'lapor', message } });
    const text = { markup: '<b>Pil</b>ih &lt;1&gt;' };
    const shown = { text, length: 9, buttons: [[{ label: 'Lapor', data: 'lapor' }]] };
    expect(said?.deed).toEqual({ kind: 'tap', data: 'lapor', message: 5, shown });
  });

  it('takes a tap whose message is gone for one in the private chat', async () => {
    const [said] = await heard({ callback_query: { id: '1', from, data: 'lapor' } });
    expect(said).toMatchObject({
      chat: { id: 1001, kind: 'private' },
      deed: { kind: 'tap', data: 'lapor' },
    });
  });

  it('hears of an edited message in a private chat only', async () => {
    const edited = (chat: object) => ({
      edited_message: { message_id: 1, chat, from, text: '17' },
    });
    expect((await heard(edited(home)))[0]?.deed).toEqual({ kind: 'other', what: 'edited' });
    expect(await heard(edited(group))).toEqual([]);
  });

  it('does not hear of a live location that moves', async () => {
    const location = { latitude: -1.9, longitude: 116.2, live_period: 900 };
    expect(await heard({ edited_message: { message_id: 1, chat: home, from, location } })).toEqual(
      [],
    );
  });

  it('does not hear of service messages', async () => {
    const message = { message_id: 1, chat: group, from, new_chat_title: 'Baru' };
    expect(await heard({ message })).toEqual([]);
  });

  it('throws what the listener throws, so that the update is tried again', async () => {
    const bot = createBot({ token: '123456:a-token-for-nothing', apiRoot: 'http://127.0.0.1:9' });
    bot.botInfo = { id: 1, username: 'blk_aktif_bot', first_name: 'BLK' } as typeof bot.botInfo;
    route(bot, () => Promise.reject(new Error('the database is away')));
    const update = {
      update_id: 7,
      message: { message_id: 1, date: 0, chat: home, from, text: 'a' },
    };
    await expect(bot.handleUpdate(update as never)).rejects.toThrow('the database is away');
  });
});
