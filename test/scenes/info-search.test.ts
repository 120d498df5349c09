import { cast } from '../../src/cast';
import type { Institution } from '../../src/domain/institution';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';
import { labels } from '../support/seen';

let home: BotAtHome;
const turned = 'Kuaro\u202E';

beforeAll(async () => {
  home = await botAtHome();
  const one: Omit<Institution, 'id' | 'name'> = {
    ...{ kind: 'LPK', zone: 'Asia/Makassar', restDay: 5, rhythm: 'monthly', trade: 'Kuliner' },
    ...{ regency: 'Kabupaten Paser', district: 'Tanah Grogot' },
    registeredAt: home.clock.now(),
  };
  await home.world.institutions.found([
    { ...one, id: 'dapur-ibu', name: 'LPK Dapur Ibu' },
    { ...one, id: 'terbalik', name: 'LPK Terbalik', district: turned, trade: 'Las\u202E' },
  ]);
  await home.world.courses.add(
    aCourse({ id: 'OPEN000000001', state: 'approved', title: 'Desain \u202Egrafis' }),
  );
});
afterAll(() => home.stop());

const guest = () => home.as(cast.sari);
const found = async (words: string) => (await guest().says(`/info ${words}`)).text;

describe('a search', () => {
  it.each([
    ['Kabupaten Paser', 5],
    ['kab. paser', 5],
    ['Paser', 5],
    ['kec kuaro', 2],
    ['kecamatan Tanah Grogot', 2],
    ['ngetik', 2],
    ['mau belajar ngetik', 2],
    ['bikin kue', 1],
  ])('finds what the bot itself prints and what people say: %s', async (words, total) => {
    const text = await found(words);
    expect(text).toContain(`BLK dan LPK · ${total} lembaga`);
    expect(text).not.toMatch(/tanpa:|Mungkin/u);
  });

  it('leaves out words that find nothing beside the others, and says which', async () => {
    expect(await found('kursus komputer gratis')).toMatch(
      /^Belum ada yang cocok dengan semua kata\. Ini hasilnya tanpa: gratis\.\n\n[\s\S]*2 lembaga\nPencarian: komputer\n/u,
    );
    expect(await found('kue Kuaro')).toContain('Ini hasilnya tanpa: Kuaro.');
  });

  it('takes the word of a trade that was meant by a mistyped one, and says so', async () => {
    expect(await found('komputr')).toMatch(/^Mungkin yang dimaksud: komputer\.\n/u);
    expect(await found('kursus kmoputer murah')).toMatch(
      /^Mungkin yang dimaksud: komputer\.\nBelum ada yang cocok dengan semua kata\. Ini hasilnya tanpa: murah\.\n/u,
    );
  });

  it('for any course shows the next ones', async () => {
    for (const words of ['kursus', 'pelatihan', 'mau ikut kursus'])
      expect(await found(words)).toMatch(/^Pelatihan yang akan datang · semua daerah\n/u);
  });

  it('that finds nothing says so without a number', async () => {
    expect(await found('zzz')).toMatch(/^Info BLK dan pelatihan\nPencarian: zzz\nMohon maaf/u);
  });

  it('goes step by step in other chats, too', async () => {
    const { queryId } = home.telegram.asksInline(cast.sari.id, 'kursus komputr gratis');
    const { results } = await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
    expect(results.map(({ id }) => id)).toEqual(['ibina-iman', 'idatu-ismail', 'kOPEN000000001']);
  });
});

describe('the way back', () => {
  it('leads from an institution, also by one of its courses, to the results it was found in', async () => {
    await guest().goes('/info komputer', '<Bina Iman · Paser Belengkong>');
    await guest().goes('<1 Des 2026 · >', '<Bina Iman>');
    const back = await guest().taps('Lembaga lain');
    expect(back.text).toContain('Pencarian: komputer');
  });

  it('leads from a district and from a trade to the list it stands on', async () => {
    await guest().goes('/info', '<Menurut kecamatan>', '<Tanah Grogot (2)>', '<Dapur Ibu>');
    expect((await guest().taps('Lembaga lain')).text).toContain('Tanah Grogot · 2 lembaga');
    expect((await guest().taps('Kembali ke daftar kecamatan')).text).toContain(
      'Kecamatan · Kabupaten Paser',
    );
    await guest().goes('/info', '<Menurut kejuruan>', '<Kuliner (1)>');
    expect((await guest().taps('Kembali ke daftar kejuruan')).text).toContain(
      'Kejuruan · Kabupaten Paser',
    );
  });

  it('fits into every button, whatever is looked for', async () => {
    for (const words of ['komputer internet laptop mengetik', 'كمبيوتر '.repeat(9), 'bina-iman'])
      for (const button of (await guest().says(`/info ${words}`)).rows.flat())
        expect(Buffer.byteLength(button.callback_data ?? '')).toBeLessThanOrEqual(64);
  });
});

describe('a code that opens nothing', () => {
  it('still leads a villager to the courses', async () => {
    const answer = await guest().says('/start TIDAKADA');
    expect(labels(answer)).toEqual(['Info BLK dan pelatihan']);
    expect((await guest().taps('Info BLK dan pelatihan')).text).toContain('Info BLK');
  });

  it('is none only because of its capitals', async () => {
    expect((await guest().says('/start info_BINA-IMAN')).text).toContain('Pesantren Bina Iman');
    expect((await guest().says('/start kelas_open000000001')).text).toContain('Kuota: 16 orang');
  });
});

describe('a name that turns the direction of writing', () => {
  it('turns no number around on the buttons of places and trades', async () => {
    const places = await guest().goes('/info', '<Menurut kecamatan>');
    expect(labels(places)).toContain(`\u2068${turned}\u2069 (1)`);
    const trades = await guest().goes('/info', '<Menurut kejuruan>');
    expect(labels(trades)).toContain('\u2068Las\u202E\u2069 (1)');
  });

  it('leaves its marks behind when it is shared into the line where somebody types', async () => {
    const page = await guest().says('/start kelas_OPEN000000001');
    const share = page.rows.flat().find(({ text }) => text === 'Bagikan');
    expect(share?.['switch_inline_query']).toBe('Desain grafis #OPEN000000001');
  });
});
