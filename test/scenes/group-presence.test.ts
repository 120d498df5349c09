import { cast, castGroups } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import { type InGroup, inGroup } from '../support/in-group';
import { labels } from '../support/seen';
import { saying } from '../support/sending-room';

let home: BotAtHome;
const { ratna, joko, maryam, hamdan } = cast;
const [paser, binaIman, alIkhsan] = castGroups;

beforeEach(async () => {
  home = await botAtHome();
});
afterEach(() => home.stop());

const known = (chat: number) => home.world.groups.of(chat);
const rowOf = (key: string) =>
  home.store.collection<{ _id: string; state: string; why?: string }>('outbox').findOne({
    _id: key,
  });
const until = (key: string, state: string) =>
  eventually(async () => {
    const row = await rowOf(key);
    return row?.state === state && row;
  });
/** What somebody was told that has these words, once nothing is on its way. */
async function told({ id }: { readonly id: number }, words: string): Promise<readonly string[]> {
  await home.as({ id }).settled();
  return home.telegram
    .chat(id)
    .filter(({ from, text }) => from.isBot && text.includes(words))
    .map(({ text }) => text);
}
const welcomes = (group: InGroup) =>
  group.fromBot().filter(({ text }) => text.includes('menambahkan kembali')).length;
const greetings = (group: InGroup) =>
  group.fromBot().filter(({ text }) => text.startsWith('Terima kasih sudah menambahkan'));

describe('a group the bot is added to', () => {
  it('is greeted once, with who it is, what it will get and what is read', async () => {
    const group = inGroup(home, alIkhsan.id);
    home.telegram.addsBot(maryam.id, group.chat);
    await eventually(() => greetings(group).length > 0);
    await group.says(maryam, '/status');
    const [greeting, more] = greetings(group);
    const text = greeting?.text ?? '';
    expect(more).toBeUndefined();
    for (const words of ['Disnakertrans', '/hubungkan', 'rekap bulanan', 'admin grup'])
      expect(text).toContain(words);
    expect(text).toContain('tidak kami simpan');
    expect(await known(group.chat)).toEqual({ chat: alIkhsan.id, title: alIkhsan.title });
  });

  it('is greeted when it is first heard of by a message', async () => {
    await home.store.collection<{ _id: number }>('groups').deleteOne({ _id: binaIman.id });
    const group = inGroup(home, binaIman.id);
    await group.says(hamdan, '/status');
    expect(greetings(group)).toHaveLength(1);
  });

  it('keeps its link over a removal, and is greeted again; officers are told of both', async () => {
    const group = inGroup(home, binaIman.id);
    await home.world.outbox.put([
      saying('later', { chat: group.chat, notBefore: new Date('2026-11-24T01:00:00Z') }),
    ]);
    home.telegram.removesBot(hamdan.id, group.chat);
    expect(await until('later', 'muted')).toMatchObject({ why: 'tak terjangkau' });
    await eventually(async () => (await known(group.chat))?.left);
    for (const officer of [ratna, joko]) {
      const [lost, again] = await told(officer, 'bot dikeluarkan');
      expect(lost).toContain('Grup Pesantren Bina Iman');
      expect(again).toBeUndefined();
    }
    expect(await told(hamdan, 'bot dikeluarkan')).toEqual([]);
    home.telegram.addsBot(hamdan.id, group.chat);
    const back = await eventually(() =>
      group.fromBot().find(({ text }) => text.includes('menambahkan kembali')),
    );
    expect(back.text).toContain('Grup ini masih terhubung seperti sebelumnya.');
    expect(await known(group.chat)).toMatchObject({ institutions: ['bina-iman'] });
    expect((await known(group.chat))?.left).toBeUndefined();
    expect(await told(ratna, 'pesan bot sampai lagi')).toHaveLength(1);
  });

  it('is news only as it stands when officers read it', async () => {
    home.clock.set('2026-11-28T02:00:00Z');
    const group = inGroup(home, binaIman.id);
    const removed = async () => {
      home.telegram.removesBot(hamdan.id, group.chat);
      await eventually(async () => (await known(group.chat))?.left);
      await home.as({ id: group.chat }).settled();
    };
    const added = async (times: number) => {
      home.telegram.addsBot(hamdan.id, group.chat);
      await eventually(() => welcomes(group) === times);
      await home.as({ id: group.chat }).settled();
    };
    await removed();
    await added(1);
    await removed();
    await added(2);
    home.clock.set('2026-11-30T01:00:00Z');
    expect(await told(ratna, 'Grup Pesantren Bina Iman')).toEqual([]);
    home.clock.set('2026-12-05T02:00:00Z');
    await removed();
    await added(3);
    await removed();
    home.clock.set('2026-12-07T01:00:00Z');
    expect(await told(ratna, 'Grup Pesantren Bina Iman')).toEqual([
      expect.stringContaining('bot dikeluarkan'),
    ]);
  });

  it('goes by its new title', async () => {
    const update = home.telegram.renamesGroup(hamdan.id, binaIman.id, 'Pengurus <Bina> Iman');
    await home.as({ id: binaIman.id }).settled(update);
    expect((await known(binaIman.id))?.title).toBe('Pengurus <Bina> Iman');
    expect((await home.as(ratna).says('/hubungkan')).text).toContain('Pengurus <Bina> Iman');
  });
});

describe('a group in which the bot may not write any more', () => {
  it('is told of once, and again when an answer arrives there', async () => {
    const group = inGroup(home, binaIman.id);
    home.telegram.mutes(group.chat, true);
    await home.world.outbox.put([
      saying('one', { chat: group.chat, kind: 'thanks' }),
      saying('two', { chat: group.chat, kind: 'thanks' }),
    ]);
    await until('two', 'muted');
    await until('one', 'failed');
    expect((await rowOf('two'))?.why).toBe('bot tidak boleh menulis di grup');
    const [lost, again] = await told(ratna, 'tidak boleh menulis lagi');
    expect(lost).toContain('ketik /hubungkan di grup tersebut');
    expect(again).toBeUndefined();
    expect((await home.as(ratna).says('/hubungkan')).text).toContain('Bot tidak boleh menulis');
    home.telegram.mutes(group.chat, false);
    await group.says(ratna, '/hubungkan');
    expect(await told(ratna, 'pesan bot sampai lagi')).toHaveLength(1);
    await home.world.outbox.put([saying('three', { chat: group.chat, kind: 'thanks' })]);
    await until('three', 'sent');
  });
});

describe('a group that becomes a supergroup', () => {
  it('keeps its link, and what is on its way to it', async () => {
    const tomorrow = new Date('2026-11-24T01:00:00Z');
    await home.world.outbox.put([saying('later', { chat: binaIman.id, notBefore: tomorrow })]);
    const id = home.telegram.upgradesGroup(binaIman.id);
    await eventually(async () => (await known(id)) !== undefined);
    await home.as({ id }).settled();
    const group = inGroup(home, id);
    expect((await group.says(ratna, '/hubungkan'))[0]?.text).toContain('1 BLK: Bina Iman');
    expect(greetings(group)).toEqual([]);
    expect(await known(binaIman.id)).toBeUndefined();
    home.clock.set('2026-11-24T01:00:00Z');
    await until('later', 'sent');
    expect(group.fromBot().at(-1)?.text).toBe('later');
  });

  it('is followed in either order of events, and as often as they come', async () => {
    const { groups } = home.world;
    const link = { institutions: ['bina-iman'], title: binaIman.title };
    await groups.met(-1004711, binaIman.title, home.clock.now());
    for (const _time of [1, 2, 3]) await groups.moved(binaIman.id, -1004711);
    expect(await known(-1004711)).toMatchObject(link);
    await groups.moved(-1004711, -1004712);
    expect(await known(-1004712)).toMatchObject(link);
    expect((await groups.all()).map(({ chat }) => chat)).toEqual([paser.id, -1004712]);
  });

  it('is no new group when its last words are heard after the news', async () => {
    await home.world.contacts.moved(alIkhsan.id, -1004713, home.clock.now());
    home.telegram.addsBot(maryam.id, alIkhsan.id);
    await home.as({ id: alIkhsan.id }).settled();
    expect(await known(alIkhsan.id)).toBeUndefined();
  });
});

describe('a forum', () => {
  const hubungkan = async (topic?: number) => {
    const at = topic === undefined ? {} : { topic };
    const said = home.telegram.says(ratna.id, '/hubungkan', paser.id, at);
    await home.as({ id: paser.id }).settled(said.updateId);
    return inGroup(home, paser.id).fromBot().at(-1);
  };

  it('hears in the topic that was chosen there, and looking moves nothing', async () => {
    const { telegram } = home;
    const topic = telegram.opensTopic(ratna.id, paser.id, 'Info dinas');
    const card = await hubungkan(topic);
    expect(card).toMatchObject({ topic });
    expect(card?.text).toContain('Pesan dikirim ke topik umum grup ini.');
    expect((await known(paser.id))?.thread).toBeUndefined();
    const moved = await inGroup(home, paser.id).taps(ratna, 'Kirim ke topik ini');
    expect(moved.text).toContain('Pesan dikirim ke topik tempat perintah ini diketik.');
    expect(labels(moved)).not.toContain('Kirim ke topik ini');
    expect((await known(paser.id))?.thread).toBe(topic);
    expect((await hubungkan())?.text).toContain('Pesan dikirim ke topik lain di grup ini.');
    await inGroup(home, paser.id).taps(ratna, 'Semua BLK');
    expect((await known(paser.id))?.thread).toBe(topic);
  });

  it('hears in the topic in which it was linked, until that is deleted', async () => {
    const { telegram, world } = home;
    await world.groups.unlink(paser.id);
    const topic = telegram.opensTopic(ratna.id, paser.id, 'Info dinas');
    await hubungkan(topic);
    const group = inGroup(home, paser.id);
    const card = await group.taps(ratna, 'Semua BLK');
    expect(card.text).toContain('topik tempat perintah ini diketik');
    expect((await known(paser.id))?.thread).toBe(topic);
    telegram.deletesTopic(paser.id, topic);
    await world.outbox.put([saying('one', { chat: paser.id, thread: topic, kind: 'thanks' })]);
    await until('one', 'sent');
    expect(group.fromBot().at(-1)).toMatchObject({ text: 'one' });
    expect(group.fromBot().at(-1)?.topic).toBeUndefined();
    expect((await known(paser.id))?.thread).toBeUndefined();
    await world.outbox.put([saying('two', { chat: paser.id, thread: topic, kind: 'thanks' })]);
    await until('two', 'sent');
    const [news, again] = await told(ratna, 'topik tujuan pengumuman dan rekap sudah dihapus');
    expect(news).toContain('Sejak sekarang pesan dikirim ke topik umum grup itu.');
    expect(again).toBeUndefined();
  });
});
