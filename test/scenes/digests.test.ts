import { cast } from '../../src/cast';
import { addDays } from '../../src/domain/day';
import { type Institution, shortName } from '../../src/domain/institution';
import type { SeenMessage } from '../../src/playground/playground';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { anActivity } from '../support/reports';
import { labels } from '../support/seen';

const { ratna, joko, anwar } = cast;
const today = day('2026-11-27');
const mostInMessage = 4_096;

/** Four kinds of centres in turn: active, without a word, presumed passive, needing attention. */
const kinds = [{ endedDaysAgo: 7 }, undefined, { endedDaysAgo: 200 }, { endedDaysAgo: 100 }];

const centres: readonly Institution[] = Array.from({ length: 40 }, (_, n) => ({
  id: `darul-${n}`,
  name: `BLK Komunitas Pesantren Darul Ulum wal Hikmah & Hidayatul Mubtadiin Putra-Putri Cabang Kampung Baru di Bawah Yayasan Pendidikan Islam Terpadu Paser Ke-${1000 + n}`,
  kind: 'BLKK',
  regency: n < 8 ? 'Kabupaten Penajam Paser Utara' : 'Kabupaten Paser',
  district: 'Kuaro',
  trade: 'Menjahit',
  zone: 'Asia/Makassar',
  restDay: 5,
  rhythm: 'monthly',
  registeredAt: new Date('2026-01-05T00:00:00Z'),
}));

let home: BotAtHome;
beforeAll(async () => {
  // A Friday, half an hour before the office opens.
  home = await botAtHome('2026-11-26T23:00:00Z');
  await home.world.institutions.found(centres);
  for (const [n, { id: institution }] of centres.entries()) {
    const kind = kinds[n % kinds.length];
    if (!kind) continue;
    const endsOn = addDays(today, -kind.endedDaysAgo);
    const report = { id: `R${1000 + n}`, institution, startsOn: endsOn, endsOn };
    await home.world.reports.submitActivity(
      anActivity({ ...report, reportedAt: home.clock.now() }),
    );
  }
  await home.playTo('2026-11-27T08:00:00+08:00');
}, 60_000);
afterAll(() => home.stop());

type Member = { readonly id: number };
const fromBot = ({ id }: Member) => home.telegram.chat(id).filter(({ from }) => from.isBot);
const textOf = (messages: readonly SeenMessage[]) => messages.map(({ text }) => text).join('\n');
/** The lines of a list, without their numbers. */
const listed = (text: string) =>
  text.split('\n').flatMap((line) => /^\d+\. (.+)$/u.exec(line)?.[1] ?? []);

/** Every centre of the lines, in their order, each once and whole. */
const expected = (scope: readonly Institution[]) =>
  [
    ['Belum ada kabar, belum pernah menjawab, 326 hari', 1],
    ['Diduga pasif, 200 hari efektif tanpa kegiatan', 2],
    ['Perlu perhatian, 100 hari efektif tanpa kegiatan', 3],
  ].flatMap(([words, kind]) =>
    scope
      .filter(({ id }) => Number(id.slice('darul-'.length)) % kinds.length === kind)
      .map((one) => `${shortName(one)}: ${words}`),
  );

describe('a digest of 40 centres with long names', () => {
  it('names every quiet one, the worst first, in as many messages as it takes', () => {
    const messages = fromBot(ratna);
    expect(messages.length).toBeGreaterThan(2);
    for (const { text } of messages) expect(text.length).toBeLessThan(mostInMessage);
    const text = textOf(messages);
    expect(text).toContain('Ringkasan harian · Jumat, 27 November 2026');
    expect(text).toContain('Yang perlu perhatian: 30 dari 43 BLK');
    expect(listed(text)).toEqual(expected(centres));
    expect(text).toContain('Lainnya: aktif 10, belum mulai 3');
  });

  it('names every centre that reported', () => {
    const text = textOf(fromBot(ratna));
    const reported = centres.filter((_, n) => kinds[n % kinds.length]);
    for (const one of reported) expect(text).toContain(`${shortName(one)} (1)`);
  });

  it('keeps to the scope of each officer', () => {
    const text = textOf(fromBot(joko));
    expect(text).toContain('Yang perlu perhatian: 24 dari 35 BLK');
    expect(listed(text)).toEqual(expected(centres.slice(8)));
  });

  it('has its buttons under the last message, and they act', async () => {
    const messages = fromBot(ratna);
    expect(messages.map(labels).slice(0, -1).flat()).toEqual([]);
    expect(labels(messages.at(-1)!)).toEqual(['Tugas', 'Rekap']);
    await home.as(ratna).taps('Tugas');
    expect(home.as(ratna).sees().text).toContain('Tugas terbuka · 40');
  });
});

describe('/rekap on demand', () => {
  it.each([
    ['an officer', ratna],
    ['a head', anwar],
  ])('shows %s the same, page by page in one message', async (_who, who) => {
    await home.as(who).says('/rekap');
    const { id } = home.as(who).sees();
    const pages: string[] = [];
    for (let page = 1; !pages.includes(home.as(who).sees().text); page += 1) {
      expect(home.as(who).sees().id).toBe(id);
      pages.push(home.as(who).sees().text);
      await home.as(who).taps('Halaman');
    }
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) expect(text.length).toBeLessThan(mostInMessage);
    const names = listed(pages.join('\n')).map((line) => line.split(':')[0]);
    expect(names).toEqual(expected(centres).map((line) => line.split(':')[0]));
  });
});

describe('what a head reads', () => {
  it('names no command that is not his to use', async () => {
    const commandsOf = async (who: Member) => {
      await home.as(who).says('/rekap');
      while (!home.as(who).sees().text.includes('Tugas terbuka'))
        await home.as(who).taps('Halaman');
      return home
        .as(who)
        .sees()
        .text.match(/\/[a-z]+/gu);
    };
    expect(await commandsOf(ratna)).toContain('/tugas');
    expect(await commandsOf(anwar)).toBeNull();
    expect(textOf(fromBot(anwar))).not.toMatch(/\/(tugas|periksa|kendala|jadwal)/u);
  });
});

describe('/tugas', () => {
  it('lists what is to be done, five at a time, with whom to call', async () => {
    await home.as(ratna).says('/tugas');
    const seen: string[] = [];
    for (let page = 1; page <= 8; page += 1) {
      const { text } = home.as(ratna).sees();
      seen.push(...listed(text));
      expect(text.length).toBeLessThan(mostInMessage);
      expect(text.match(/Kontak: belum ada/gu)).toHaveLength(5);
      await home.as(ratna).taps('Halaman');
    }
    for (const one of centres)
      expect(seen.filter((line) => line.startsWith(`${shortName(one)} belum`))).toHaveLength(1);
  });

  it('numbers the buttons like the list, and leads to what is to be done', async () => {
    await home.as(ratna).says('/tugas');
    expect(labels(home.as(ratna).sees()).slice(0, 4)).toEqual([
      ...['1. Undang kontak', 'Sudah 1', '2. Undang kontak', 'Sudah 2'],
    ]);
  });

  it('invites whoever is to be called where there is nobody yet', async () => {
    const [first] = listed(home.as(ratna).sees().text);
    const { text } = await home.as(ratna).taps('1. Undang kontak');
    expect(text).toContain('Undangan · ringkasan');
    expect(text).toContain('Peran: Pengelola');
    expect(first).toContain(/BLK: (.+)/u.exec(text)?.[1]);
    expect(labels(await home.as(ratna).says('/blk darul-0'))).toContain('Undang kontak');
    await home.as(ratna).says('/batal');
    await home.as(ratna).says('/tugas');
  });

  it('ticks one off in place, says which, for every officer', async () => {
    const [, second] = listed(home.as(ratna).sees().text);
    await home.as(ratna).taps('Sudah 2');
    expect(home.as(ratna).sees().text).toContain(`✅ Selesai: ${second}`);
    expect(home.as(ratna).sees().text).toContain('Tugas terbuka · 39');
    await home.as(joko).says('/tugas');
    expect(home.as(joko).sees().text).toContain('Tugas terbuka · 39');
  });

  it('takes back what was ticked off by mistake', async () => {
    await home.as(ratna).taps('Batalkan');
    expect(home.as(ratna).sees().text).toContain('Tugas ini terbuka lagi');
    expect(home.as(ratna).sees().text).toContain('Tugas terbuka · 40');
    expect(labels(home.as(ratna).sees())).not.toContain('Batalkan');
  });
});
