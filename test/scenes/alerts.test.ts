import { cast } from '../../src/cast';
import type { SeenMessage } from '../../src/playground/playground';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { anActivity } from '../support/reports';
import { labels } from '../support/seen';

const { hamdan, yusuf, maryam, rahmat, ratna, joko, anwar } = cast;

/**
 * When each centre was last active, and when it said so: they turn quiet on 24, 25 and 26 November,
 * and Al Ikhsan has not said a word for sixty days on 3 December.
 */
const lastActivities = [
  ['bina-iman', '2026-08-25', '2026-11-20'],
  ['al-ikhsan', '2026-08-26', '2026-10-04'],
  ['datu-ismail', '2026-08-27', '2026-11-20'],
] as const;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome('2026-11-22T22:00:00Z');
  for (const [n, [institution, on, saidAt]] of lastActivities.entries()) {
    const report = { id: `000000000${n}`, institution, startsOn: day(on), endsOn: day(on) };
    const reportedAt = new Date(`${saidAt}T02:00:00Z`);
    await home.world.reports.submitActivity(anActivity({ ...report, reportedAt }));
    await change('institutions', { _id: institution }, { registeredAt: new Date('2026-01-05') });
  }
  await change('people', { telegramId: hamdan.id }, { phone: '0812-0000-1001' });
  await change('people', { telegramId: rahmat.id }, { phone: '0812-0000-1004' });
}, 60_000);
afterAll(() => home.stop());

/** Enters what no command can yet. */
const change = (collection: string, whose: object, set: object) =>
  home.store.collection(collection).updateOne(whose, { $set: set });

type Member = { readonly id: number };

/** Plays up to a time of day in Tanah Grogot. */
const playTo = (on: string, time = '12:00') => home.playTo(`2026-${on}T${time}:00+08:00`);
/** What somebody was told with these words in it, oldest first. */
const told = ({ id }: Member, words: string): readonly SeenMessage[] =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));
const concern = 'belum mendengar kabar';
const alert = (name: string) => `⚠️ ${name}`;
const counts = (words: string, ...people: readonly Member[]) =>
  people.map((one) => told(one, words).length);
const report = [
  ...['/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>', '<16>', '10', '6'],
  ...['<Lewati>', '<Kirim>'],
];

/** One stretch of time from 23 November to 11 December; every test goes on where the last one ended. */
describe('centres that turn quiet', () => {
  it('first lets the manager know, in his hours, and nobody else', async () => {
    await playTo('11-24', '08:29');
    expect(counts(concern, hamdan, yusuf, maryam, rahmat)).toEqual([0, 0, 0, 0]);
    await playTo('11-25');
    expect(counts(concern, hamdan, yusuf, maryam, rahmat)).toEqual([1, 0, 1, 0]);
    const [message] = told(hamdan, concern);
    expect(labels(message!)).toEqual(['Lapor', 'Nihil', 'Ada kendala', 'Sedang libur']);
  });

  it('asks the deputy two working days later, still without a word to the office', async () => {
    await playTo('11-27', '07:29');
    expect(counts(concern, hamdan, yusuf, maryam, rahmat)).toEqual([1, 1, 1, 1]);
    expect(counts('⚠️', ratna, joko, anwar)).toEqual([0, 0, 0]);
  });

  it('tells every officer after three, with all it takes to act', async () => {
    await playTo('11-27');
    expect(counts(alert('Bina Iman'), ratna, joko, anwar)).toEqual([1, 1, 0]);
    const [message] = told(ratna, alert('Bina Iman'));
    expect(message!.text.split('\n')).toEqual([
      '⚠️ Bina Iman (Paser Belengkong): Perlu perhatian',
      'Kegiatan terakhir: Selasa, 25 Agustus 2026 (94 hari efektif)',
      'Kontak: Ustaz Hamdan, 0812-0000-1001; Ustaz Yusuf, nomor telepon belum ada',
      'Juga perlu perhatian: Al Ikhsan, Datu Ismail',
    ]);
    expect(labels(message!)).toEqual(['Saya tangani', 'Selesai ditangani']);
  });

  it('waits until the day an officer names, who is named to others, and keeps whom to call at hand', async () => {
    await home.as(ratna).goes('<Saya tangani>', '<7 hari>', '<Kirim>');
    const [message] = told(ratna, 'Bina Iman Anda tangani sampai Jumat, 4 Desember 2026');
    expect(message!.text).toContain('Ustaz Hamdan, 0812-0000-1001');
    expect(labels(message!)).toEqual(['Selesai ditangani']);
    const incident = await home.world.incidents.openOf('bina-iman');
    await home.as(joko).says(`/tangani ${incident!.id}`);
    expect(home.as(joko).sees().text).toContain(
      'Saat ini ditangani Ibu Ratna sampai Jumat, 4 Desember 2026',
    );
    await home.as(joko).taps('Batal');
    home.telegram.blocks(rahmat.id);
    // Without that the head would hear of it on Thursday.
    await playTo('12-04', '07:29');
    expect(counts('⚠️', anwar)).toEqual([0]);
  });

  it('names contacts who blocked the bot as well: they can still be called', () => {
    const [message] = told(joko, alert('Datu Ismail'));
    expect(message!.text).toContain('Kontak: Bapak Rahmat, 0812-0000-1004');
  });

  it('goes on to the head on that day, who is shown nothing he may not do', async () => {
    await playTo('12-04');
    expect(counts(alert('Bina Iman'), joko, anwar)).toEqual([1, 1]);
    const [message] = told(anwar, alert('Bina Iman'));
    expect(labels(message!)).toEqual(['Rekap']);
  });

  it('can be taken on and ended from the to-do list', async () => {
    await home.as(ratna).goes('/tugas', '<Tangani: Datu Ismail>', '<3 hari>', '<Kirim>');
    await home.as(ratna).goes('<Selesai ditangani>', '<Kunjungan>', 'Gedung kosong', '<Kirim>');
    const [open] = await home.world.incidents.openIn(['datu-ismail']);
    expect(open).toBeUndefined();
  });

  it('begins anew when a centre gets worse still', async () => {
    expect(counts(concern, maryam)).toEqual([2]);
    await playTo('12-08');
    expect(told(joko, alert('Al Ikhsan')).map(({ text }) => text.split('\n')[0])).toEqual([
      '⚠️ Al Ikhsan (Tanah Grogot): Perlu perhatian',
      '⚠️ Al Ikhsan (Tanah Grogot): Belum ada kabar',
    ]);
    expect(counts(alert('Al Ikhsan'), ratna, anwar)).toEqual([2, 0]);
  });

  it('ends with what an officer did, whichever message the button stood under', async () => {
    const [old] = told(joko, alert('Al Ikhsan'));
    await home.as(joko).taps('Selesai ditangani', old!.id);
    await home.as(joko).goes('<Telepon>', 'Berjanji mengirim kabar', '<Kirim>');
    expect(await home.world.incidents.openIn(['al-ikhsan', 'datu-ismail'])).toEqual([]);
    await home.as(ratna).says('/rekap');
    expect(home.as(ratna).sees().text).toContain(
      'Telepon: 1 kali, 0 BLK memberi kabar dalam 7 hari, 1 masih ditunggu',
    );
  });

  it('tells those who were told when a centre is back, and how long the silence was', async () => {
    await home.as(hamdan).goes(...report);
    await playTo('12-09');
    for (const one of [ratna, joko, anwar])
      expect(told(one, 'kembali').map(({ text }) => text.split('\n'))).toEqual([
        [
          '✅ Bina Iman kembali aktif setelah 105 hari tanpa kegiatan.',
          'Kegiatan terakhir: Selasa, 8 Desember 2026.',
        ],
      ]);
    expect(counts('kembali aktif', hamdan, yusuf)).toEqual([0, 0]);
  });

  it('measures a week later whether it helped', async () => {
    await home.as(maryam).goes('/nihil', '<Peserta belum cukup>', '<Lewati>', '<Kirim>');
    await playTo('12-11', '13:00');
    for (const one of [ratna, anwar]) {
      await home.as(one).says('/rekap');
      expect(home.as(one).sees().text.split('\n').slice(-2).toSorted()).toEqual([
        'Kunjungan: 1 kali, 0 BLK memberi kabar dalam 7 hari',
        'Telepon: 1 kali, 1 BLK memberi kabar dalam 7 hari',
      ]);
    }
  });

  it('has meanwhile summed up every working day and every week, also when nothing came in', () => {
    const daily = told(ratna, 'Ringkasan harian').map(({ text }) => text);
    expect(daily).toHaveLength(15);
    const empty = daily.filter((text) => text.includes('Laporan baru: belum ada.'));
    // Not on the first day, nor on the two after somebody had reported.
    expect(empty).toHaveLength(12);
    expect(counts('Ringkasan mingguan', anwar, ratna)).toEqual([3, 0]);
    const weekly = told(anwar, 'Ringkasan mingguan').map(labels);
    expect(weekly).toEqual(Array.from({ length: 3 }, () => ['Rekap']));
  });

  it('has called nobody passive to their face', () => {
    for (const { id } of [hamdan, yusuf, maryam, rahmat])
      for (const { text } of home.telegram.chat(id)) expect(text).not.toMatch(/pasif/iu);
  });
});
