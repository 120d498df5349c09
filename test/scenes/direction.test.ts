import { cast, castGroups } from '../../src/cast';
import { isolated } from '../../src/domain/isolated';
import type { SeenMessage } from '../../src/playground/playground';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

const { hamdan, ratna, anwar, sari } = cast;
const person = 'أحمد \u202Eعلي';
const centre = 'معهد الحكمة \u2067Paser';
const topic = 'دورة الحاسوب (1) \u202Eterbalik';
const note = 'الكهرباء مقطوعة \u2067sejak kemarin';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await home.world.institutions.change('bina-iman', { name: `BLK ${centre}`, district: 'كوارو' });
}, 60_000);
afterAll(() => home.stop());

/** Words that stand outside every isolate, and could turn others around. */
const loose = (line: string): boolean => isolated(line) !== line;

const wordsIn = ({ text, rows }: SeenMessage) => [
  ...text.split('\n'),
  ...rows.flat().map((button) => button.text),
];
/** All lines and labels of the bot that somebody sees in which typed words could reach out. */
const reachingOut = (who: { readonly id: number }) =>
  home.telegram
    .chat(who.id)
    .filter(({ from }) => from.isBot)
    .flatMap(wordsIn)
    .filter(loose);
const saw = (who: { readonly id: number }) =>
  home.telegram
    .chat(who.id)
    .map(({ text }) => text)
    .join('\n');

describe('names, topics and notes that run from right to left', () => {
  it('turn nothing around in what their manager reads, and stand there as typed', async () => {
    await home.as(hamdan).goes('/saya', '<Ubah nama dan sapaan>', person, '<Ustaz>', '<Kirim>');
    await home.as(hamdan).goes('/lapor', '<Kelas singkat>', topic, '<Hari ini>', '<16>', '3', '4');
    await home.as(hamdan).goes('<Lewati>', '<Kirim>');
    await home.as(hamdan).goes('/kendala', '<Listrik>', note, '<Kirim>');
    for (const command of ['/riwayat', '/status', '/saya', '/start', '/progres', '/profil'])
      await home.as(hamdan).says(command);
    for (const typed of [person, topic, note, centre]) expect(saw(hamdan)).toContain(typed);
    expect(reachingOut(hamdan)).toEqual([]);
  });

  it('turn nothing around in what the office reads', async () => {
    await home.as(ratna).goes('/periksa', '<Perlu perbaikan>');
    await home.as(ratna).says('/batal');
    for (const command of ['/kendala', '/blk', '/blk bina-iman', '/tugas', '/progres', '/status'])
      await home.as(ratna).says(command);
    await home.as(ratna).goes('/undang', '/batal', '/impor', '/batal');
    for (const typed of [topic, centre]) expect(saw(ratna)).toContain(typed);
    expect(reachingOut(ratna)).toEqual([]);
    await home.as(anwar).says('/rekap');
    expect(reachingOut(anwar)).toEqual([]);
  });

  it('turn nothing around for the public and in groups', async () => {
    await home.as(sari).goes('/info', '/info bina-iman');
    expect(saw(sari)).toContain(centre);
    expect(reachingOut(sari)).toEqual([]);
    const group = castGroups[0].id;
    home.telegram.says(ratna.id, '/info bina-iman', group);
    await home.as(ratna).settled();
    expect(reachingOut({ id: group })).toEqual([]);
  });

  it('turn nothing around in what can be put into other chats', async () => {
    const { queryId } = home.telegram.asksInline(sari.id, 'bina-iman');
    const { results } = await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
    expect(results.map(({ title }) => title)).toContain(`BLK ${centre}`);
    expect(results.map(({ description }) => description ?? '').filter(loose)).toEqual([]);
  });

  it('come out of an announcement as they were typed, with nothing around them', async () => {
    await home.as(ratna).goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>');
    await home.as(ratna).goes('<Tulisan saja>', `${topic} *مهم*`, '<Sekarang>');
    await home.as(ratna).goes('<Lihat contohnya>', '<Kirim sekarang>');
    await home.as(hamdan).settled();
    expect(saw(hamdan).split('\n')).toContain(`${topic} مهم`);
    await home.as(ratna).says('/umumkan');
    const list = home.as(ratna).sees();
    expect(wordsIn(list).filter(loose)).toEqual([]);
  });
});
