import { sendEdition } from '../../src/board/send-edition';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';

const { hamdan, yusuf, maryam, rahmat, ratna, sari, fauzi } = cast;
const managers = [hamdan, yusuf, maryam, rahmat, sari, fauzi];
const everyone = -1001000000001;
const small = -4001;
const third = -4003;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
let supergroup: number;

beforeAll(async () => {
  home = await botAtHome();
  const { groups, people, clock, chance } = home.world;
  const since = clock.now();
  const members = [ratna.id, hamdan.id];
  const cozy = { id: third, title: 'Pesantren Al Ikhsan', members, botIsMember: true, about: '' };
  home.telegram.extendCast({ people: [], groups: [cozy] });
  for (const [chat, title] of [
    [everyone, 'BLK Komunitas Paser'],
    [small, 'Pesantren Bina Iman'],
    [third, 'Pesantren Al Ikhsan'],
  ] as const) {
    await groups.met(chat, title, since);
    await groups.link(chat, { institutions: 'all', regencies: 'all' }, { at: since });
  }
  for (const [member, id] of [
    [sari, 'SARI'],
    [fauzi, 'FAUZI'],
  ] as const) {
    home.telegram.says(member.id, '/start');
    await home.as(member).settled();
    await people.meet(member.id, id, member.firstName);
    await people.join(id, {
      name: member.firstName,
      address: 'Ibu',
      grant: { role: 'deputy', institution: 'datu-ismail', since },
      origin: `test ${chance.bytes(1).length} ${id}`,
      consent: { version: 1, at: since },
    });
  }
}, 60_000);
afterAll(() => home.stop());

const words = 'Bimbingan teknis perizinan, Kamis pukul 09.00 di aula dinas';
const got = (chat: number, beginning = words) =>
  home.telegram.chat(chat).filter(({ from, text }) => from.isBot && text.startsWith(beginning));
const officer = () => home.as(ratna);

async function writes(): Promise<void> {
  await officer().goes(
    '/umumkan',
    '<Buat pengumuman>',
    '<Per kabupaten/kota>',
    '<Kabupaten Paser>',
  );
  await officer().goes('<Selesai>', '<Grup dan pengelola>', '<Dengan foto>');
  await officer().sendsPhoto();
  await officer().goes('<Selesai>', words, '<Sekarang>', '<Lihat contohnya>');
}

/** Two refusals for haste and one answer that is lost on the way; one manager is gone, one group grows. */
function trouble(): void {
  const flood = { code: 429, description: 'Too Many Requests: retry after 1', retry_after: 1 };
  home.telegram.blocks(yusuf.id);
  supergroup = home.telegram.upgradesGroup(small);
  home.telegram.faults.next('sendPhoto', { ...flood, chatId: maryam.id });
  home.telegram.faults.next('sendPhoto', { ...flood, chatId: everyone });
}

const states = async (): Promise<Readonly<Record<string, string>>> => {
  const rows = await home.store
    .collection<{ _id: string; about: string; state: string; why?: string }>('outbox')
    .find({ about: /^announcement:[^:]*$/u })
    .toArray();
  return Object.fromEntries(rows.map(({ _id, state }) => [_id.split(':')[2] ?? '', state]));
};

/** Taps, and does not wait: Telegram has asked the bot to be silent for a while. */
function sends(label: string): void {
  const message = officer()
    .chat()
    .findLast(({ rows }) => rows.flat().some(({ text }) => text === label));
  home.telegram.taps(ratna.id, ratna.id, message?.id ?? 0, label);
}

/** Lets time pass until the lost message has been asked for. */
async function later(seconds: number): Promise<void> {
  await home.playTo(new Date(home.clock.now().getTime() + seconds * 1_000).toISOString());
  const rows = home.store.collection('outbox');
  await eventually(
    async () => (await rows.countDocuments({ unsureSince: { $exists: true } })) === 0,
  );
}

/** Lets the waits that Telegram asked for pass. */
async function settles(isAsExpected: (all: readonly string[]) => boolean): Promise<void> {
  await eventually(async () => {
    home.clock.advance(1_000);
    const all = Object.values(await states());
    const isOver = !all.some((one) => one === 'scheduled' || one === 'sending');
    return all.length === 9 && isOver && isAsExpected(all);
  });
}

describe('an announcement with a photo to three groups and six managers, through thick and thin', () => {
  it('shows whom it is for', async () => {
    await writes();
    expect(officer().sees().text).toContain('Penerima: 3 grup dan 6 pengelola');
  });

  it('reaches everybody it can reach, each once', async () => {
    trouble();
    home.telegram.faults.dropAnswer('sendPhoto');
    sends('Kirim sekarang');
    await settles(() => true);
    const reached = [everyone, supergroup, third, ...managers.map(({ id }) => id)];
    const counts = Object.fromEntries(reached.map((chat) => [chat, got(chat).length]));
    expect(counts).toEqual({
      ...Object.fromEntries(reached.map((chat) => [chat, 1])),
      [yusuf.id]: 0,
    });
    for (const chat of reached)
      for (const message of got(chat)) expect(message.media?.kind).toBe('photo');
  });

  it('finds out that the message arrived whose answer was lost', async () => {
    // The next message tells between which numbers the lost one lies.
    await officer().says('/bantuan');
    await later(20);
    const sent = Object.entries(await states()).filter(([, state]) => state === 'sent');
    expect(sent).toHaveLength(8);
    expect(['failed', 'muted']).toContain((await states())[yusuf.id]);
  });

  it('shows the officer all of it', async () => {
    await later(10);
    const news = officer()
      .chat()
      .findLast(({ text }) => text.includes('selesai dikirim'));
    expect(news?.text).toContain('✅ Terkirim: 8');
    expect(news?.text).toContain('❌ Gagal: 1');
    await officer().taps('Hasil per penerima');
    const [results] = got(ratna.id, 'Hasil per penerima');
    expect(results?.text).toMatch(/❌ Ustaz Yusuf \(Bina Iman\): .*memblokir bot/u);
    expect(results?.text.split('\n')).toHaveLength(10);
    expect(results?.text).toContain('✅ Grup');
  });

  it('is sent again only to those it did not reach', async () => {
    home.telegram.unblocks(yusuf.id);
    await home.as(yusuf).settled();
    await officer().taps('Kembali');
    sends('Kirim ulang yang gagal');
    await settles((all) => all.every((state) => state === 'sent'));
    const counts = [everyone, supergroup, third, ...managers.map(({ id }) => id)].map(
      (chat) => got(chat).length,
    );
    expect(counts).toEqual(counts.map(() => 1));
  });

  it('reaches nobody again when what was begun is completed after that', async () => {
    const { world, clock } = home;
    const [id = ''] = await world.announcements.planned();
    const announcement = (await world.announcements.one(id))!;
    const author = (await world.people.byId(announcement.by))!;
    const slot = announcement.firstAt!;
    await sendEdition({ announcement, author, n: 0, slot }, world, clock.now());
    await later(5);
    const counts = [everyone, supergroup, third, ...managers.map(({ id }) => id)].map(
      (chat) => got(chat).length,
    );
    expect(counts).toEqual(counts.map(() => 1));
  });
});
