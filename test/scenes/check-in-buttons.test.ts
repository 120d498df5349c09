import { cast } from '../../src/cast';
import type { SeenMessage } from '../../src/playground/playground';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { hamdan, maryam, rahmat, ratna, joko } = cast;
type Member = { readonly id: number };

let home: BotAtHome;
/** What each manager was asked on 14 December, and what they were reminded of later. */
let asked: ReadonlyMap<Member, number>;
let reminded: ReadonlyMap<Member, number>;

beforeAll(async () => {
  home = await botAtHome('2026-12-13T22:00:00Z');
  const registeredAt = { $set: { registeredAt: new Date('2026-11-20') } };
  await home.store.collection('institutions').updateMany({}, registeredAt);
  await playTo('2026-12-14');
  asked = newest(hamdan, maryam, rahmat);
}, 60_000);
afterAll(() => home.stop());

/** Plays up to noon of a day in Tanah Grogot. */
const playTo = (on: string) => home.playTo(`${on}T12:00:00+08:00`);
const fromBot = ({ id }: Member) => home.telegram.chat(id).filter(({ from }) => from.isBot);
const newest = (...people: readonly Member[]) =>
  new Map(people.map((one) => [one, fromBot(one).at(-1)?.id ?? 0]));
const expectation = (institution: string, period = '2026-12') =>
  home.world.expectations.of(institution, period);

/** Taps under a message and returns that message as it is then; nothing else may have been said. */
async function tapUnder(who: Member, message: number, label: string): Promise<SeenMessage> {
  const before = fromBot(who).length;
  await home.as(who).taps(label, message);
  expect(fromBot(who)).toHaveLength(before);
  return fromBot(who).find(({ id }) => id === message)!;
}

/** One stretch of time from 14 December to 6 January; every test goes on where the last one ended. */
describe('the buttons of a check-in', () => {
  it('are five', () => {
    for (const who of [hamdan, maryam, rahmat])
      expect(labels(fromBot(who).at(-1)!)).toEqual([
        ...['Lapor', 'Nihil', 'Ada kendala', 'Sedang libur', 'Nanti'],
      ]);
  });

  it('Nanti brings the reminder on the next day, in place, and keeps the other four', async () => {
    const message = await tapUnder(hamdan, asked.get(hamdan)!, 'Nanti');
    expect(message.text).toContain('Kami sapa lagi paling cepat Selasa, 15 Desember 2026');
    expect(labels(message)).toEqual(['Lapor', 'Nihil', 'Ada kendala', 'Sedang libur']);
    expect(await expectation('bina-iman')).toMatchObject({ tappedAt: home.clock.now() });
    await playTo('2026-12-15');
    expect(fromBot(hamdan)).toHaveLength(2);
    await playTo('2026-12-21');
    reminded = newest(hamdan, maryam, rahmat);
    for (const who of [hamdan, maryam, rahmat]) expect(fromBot(who)).toHaveLength(2);
  });

  it('Nanti promises nothing when the last message of the month was the reminder', async () => {
    const message = await tapUnder(rahmat, reminded.get(rahmat)!, 'Nanti');
    expect(message.text).toContain('Kami tunggu kabar BLK Datu Ismail');
    expect(message.text).not.toContain('Kami sapa lagi');
    expect(labels(message)).toEqual(['Lapor', 'Nihil', 'Ada kendala', 'Sedang libur']);
  });

  it('Sedang libur asks by calendar for the days and the reason, and tells the officers', async () => {
    const under = reminded.get(hamdan)!;
    expect((await tapUnder(hamdan, under, 'Sedang libur')).text).toContain('Libur mulai tanggal');
    await tapUnder(hamdan, under, 'Hari ini');
    await tapUnder(hamdan, under, '📅');
    await tapUnder(hamdan, under, '›');
    await tapUnder(hamdan, under, '20');
    await tapUnder(hamdan, under, 'Libur semester');
    const done = await tapUnder(hamdan, under, 'Kirim');
    expect(done.text).toContain('Senin, 21 Desember 2026 sampai Rabu, 20 Januari 2027');
    for (const officer of [ratna, joko]) {
      await home.as(officer).settled();
      const told = fromBot(officer).findLast(({ text }) => text.includes('🏖'))!;
      expect(told.text).toContain('Bina Iman libur: Senin, 21 Desember 2026 sampai Rabu');
      expect(told.text).toContain('Libur semester');
      expect(labels(told)).toEqual(['Perpendek']);
    }
    await playTo('2027-01-04');
    expect([hamdan, maryam, rahmat].map((who) => fromBot(who).length)).toEqual([2, 3, 3]);
    expect(await expectation('bina-iman', '2027-01')).toMatchObject({ state: 'excused' });
  });

  it('lets an officer end that leave earlier, two weeks later; then the centre is asked', async () => {
    const told = fromBot(ratna).findLast(({ text }) => text.includes('🏖'))!;
    expect((await tapUnder(ratna, told.id, 'Perpendek')).text).toContain('Berakhir tanggal');
    await tapUnder(ratna, told.id, '📅');
    await tapUnder(ratna, told.id, '4');
    const done = await tapUnder(ratna, told.id, 'Kirim');
    expect(done.text).toContain('sekarang berakhir Senin, 4 Januari 2027');
    expect(await expectation('bina-iman', '2027-01')).toMatchObject({ state: 'expected' });
    await playTo('2027-01-05');
    expect(fromBot(hamdan)).toHaveLength(3);
    expect(labels(fromBot(hamdan).at(-1)!)).toContain('Lapor');
  });

  it('Nihil works three weeks later, in place, and counts for the month in which it is said', async () => {
    const under = asked.get(rahmat)!;
    expect((await tapUnder(rahmat, under, 'Nihil')).text).toContain('Apa yang membuat kegiatan');
    await tapUnder(rahmat, under, 'Peserta belum cukup');
    await tapUnder(rahmat, under, 'Lewati');
    expect((await tapUnder(rahmat, under, 'Kirim')).text).toContain('Nomor tanda terima');
    expect(await expectation('datu-ismail', '2027-01')).toMatchObject({ state: 'nil' });
  });

  it('Nanti says thank you to those who have answered', async () => {
    const message = await tapUnder(rahmat, fromBot(rahmat).at(-1)!.id, 'Nanti');
    expect(message.text).toContain('kabar BLK Datu Ismail sudah kami terima');
  });

  it('Nihil of a month that was answered says so, whether tapped or typed, and asks nothing', async () => {
    const message = await tapUnder(rahmat, reminded.get(rahmat)!, 'Nihil');
    expect(message.text).toContain('kabar Januari 2027 dari BLK Datu Ismail sudah kami terima');
    expect(labels(message)).toEqual([
      ...['Lapor kegiatan lain', 'Tambah kabar nihil', 'Riwayat laporan'],
    ]);
    const { text } = await home.as(rahmat).says('/nihil');
    expect(text).toContain('kabar Januari 2027 dari BLK Datu Ismail sudah kami terima');
    const added = await home.as(rahmat).taps('Tambah kabar nihil');
    expect(added.text).toContain('Apa yang membuat kegiatan belum berjalan?');
    await home.as(rahmat).taps('Batal');
  });

  it('Ada kendala works three weeks later, in place, and reaches the officers', async () => {
    const under = asked.get(maryam)!;
    expect((await tapUnder(maryam, under, 'Ada kendala')).text).toContain('Kendala apa');
    await tapUnder(maryam, under, 'Instruktur');
    await home.as(maryam).goes('Instruktur pindah ke luar kota', '<Kirim>');
    await home.as(joko).settled();
    expect(fromBot(joko).at(-1)!.text).toContain('Instruktur pindah ke luar kota');
  });

  it('Nanti answers politely when the month is over', async () => {
    const message = await tapUnder(maryam, reminded.get(maryam)!, 'Nanti');
    expect(message.text).toContain('Sapaan ini sudah lama');
    expect(message.text).toContain('/lapor');
  });

  it('Lapor works three weeks later, in place, in spite of all that came after it', async () => {
    const under = asked.get(hamdan)!;
    expect((await tapUnder(hamdan, under, 'Lapor')).text).toContain('Kegiatan apa yang ingin');
    await tapUnder(hamdan, under, 'Kelas singkat santri/warga');
    await home.as(hamdan).goes('Mengetik', '<Hari ini>', '<16>', '10', '6', '<Lewati>', '<Kirim>');
    expect(home.as(hamdan).sees().text).toContain('Nomor tanda terima');
    expect(await expectation('bina-iman', '2027-01')).toMatchObject({ state: 'reported' });
  });

  it('are of no use to anybody else', async () => {
    await home.as(rahmat).forges('balas:lapor.bina-iman.2027-01');
    expect(home.as(rahmat).sees().text).toContain('bukan untuk BLK Anda');
    await home.as(joko).forges('balas:lapor.bina-iman.2027-01');
    expect(home.as(joko).sees().text).toContain('belum tersedia untuk Anda');
  });
});
