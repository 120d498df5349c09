import { standingOf } from '../../src/board/standing-of';
import { cast } from '../../src/cast';
import { wholeReach } from '../../src/domain/rights';
import type { Obstacle } from '../../src/ports/obstacles';
import { anOfficerElsewhere } from '../support/officer-elsewhere';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { hamdan, maryam, rahmat, ratna, joko, anwar, fauzi } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await anOfficerElsewhere(home);
}, 60_000);
afterAll(() => home.stop());

const idOf = async ({ id }: { id: number }) => (await home.world.people.byTelegram(id))!.id;
const told = ({ id }: { id: number }, words: string) =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));
const openAt = (institution: string) => home.world.obstacles.open([institution]);
const one = async (id: string): Promise<Obstacle> => (await home.world.obstacles.one(id))!;
const standing = async (institution: string) =>
  standingOf(
    (await home.world.institutions.one(institution, wholeReach))!,
    home.world,
    home.clock.now(),
  );

let obstacle: string;

describe('an obstacle', () => {
  it('is stated in two answers, and the manager is told who will answer', async () => {
    const manager = home.as(hamdan);
    await manager.goes('/kendala', '<Peralatan rusak atau kurang>', '6 komputer rusak', '<Kirim>');
    expect(manager.sees().text).toMatch(
      /Yang akan menjawab Anda di sini: (Bapak Joko atau Ibu Ratna|Ibu Ratna atau Bapak Joko)\./u,
    );
    obstacle = (await openAt('bina-iman'))[0]!.id;
    for (const officer of [ratna, joko]) {
      const [message] = told(officer, 'Peralatan rusak atau kurang di BLK Bina Iman');
      expect(labels(message!)).toEqual(['Saya tangani', 'Lihat']);
    }
    expect(told(fauzi, 'Bina Iman')).toEqual([]);
    expect((await home.as(ratna).says('/tugas')).text).toContain(
      'Kendala terbuka: 1, 1 belum ada yang menangani',
    );
  });

  it('is taken by one of two officers at once; the other is told, and the manager knows who', async () => {
    await Promise.all([home.as(ratna).taps('Saya tangani'), home.as(joko).taps('Saya tangani')]);
    const { handledBy } = await one(obstacle);
    const [winner, other] = handledBy === (await idOf(ratna)) ? [ratna, joko] : [joko, ratna];
    expect(told(winner, 'kendala ini Anda tangani')).toHaveLength(1);
    expect(told(other, 'sudah ditangani petugas lain')).toHaveLength(1);
    expect(told(hamdan, 'sekarang ditangani')).toHaveLength(1);
  });

  it('can be taken over from a colleague who is away, by one of those who see it', async () => {
    const joking = await idOf(joko);
    const isRatnas = (await one(obstacle)).handledBy !== joking;
    if (isRatnas) await home.as(joko).goes(`/kendala ${obstacle}`, '<Ambil alih>');
    const ratnas = home.as(ratna);
    await ratnas.says(`/kendala ${obstacle}`);
    expect(labels(ratnas.sees())).toEqual(['Ambil alih', 'Semua kendala']);
    expect(ratnas.sees().text).toContain('Ditangani: Bapak Joko, terbuka 0 hari');
    await ratnas.taps('Ambil alih');
    expect(labels(ratnas.sees())).toEqual(['Balas', 'Selesai', 'Semua kendala']);
    expect((await one(obstacle)).handledBy).toBe(await idOf(ratna));
    await home.as(joko).says(`/kendala ${obstacle}`);
    await home.as(joko).forges(`kendala:${obstacle}.t${joking}`);
    expect((await one(obstacle)).handledBy).toBe(await idOf(ratna));
  });

  it('is answered in the chat: the words reach the manager, whose reply comes back', async () => {
    await home.as(ratna).goes(`/kendala ${obstacle}`, '<Balas>', 'Masih bergaransi?', '<Kirim>');
    const [question] = told(hamdan, 'Masih bergaransi?');
    expect(question!.text.split('\n')[0]).toBe(
      '💬 Ibu Ratna dari dinas, tentang kendala Peralatan rusak atau kurang di BLK Bina Iman:',
    );
    const manager = home.as(hamdan);
    expect((await manager.taps('Balas', question!.id)).text).toContain(
      '💬 Ibu Ratna: Masih bergaransi?',
    );
    await manager.goes('Masih, sampai Desember', '<Kirim>');
    expect(manager.sees().text).toContain('sudah diteruskan kepada Ibu Ratna');
    const [reply] = told(ratna, 'Masih, sampai Desember');
    expect(reply!.text).toContain('💬 Ustaz Hamdan, tentang kendala');
    expect(labels(reply!)).toEqual(['Balas', 'Lihat kendala']);
    expect(told(joko, 'Masih, sampai Desember')).toEqual([]);
    expect((await one(obstacle)).talk).toMatchObject([
      { from: 'office', by: await idOf(ratna), text: 'Masih bergaransi?' },
      { from: 'centre', by: await idOf(hamdan), text: 'Masih, sampai Desember' },
    ]);
  });

  it('passes words on once, however often Kirim is tapped', async () => {
    await home.as(ratna).goes('<Balas>', 'Teknisi datang Rabu');
    await home.as(ratna).hurries('<Kirim>', '<Kirim>', '<Kirim>');
    await home.as(hamdan).settled();
    expect(told(hamdan, 'Teknisi datang Rabu')).toHaveLength(1);
    expect((await one(obstacle)).talk).toHaveLength(3);
  });

  it('is nothing to those who have no part in it, whatever they forge', async () => {
    const before = await one(obstacle);
    const by = before.handledBy ?? '';
    const all = ['', '.a', `.t${by}`].map((does) => `kendala:${obstacle}${does}`);
    const forms = ['kendalajawab', 'kendalabalas', 'kendalatutup'].map(
      (form) => `${form}:${obstacle}`,
    );
    for (const member of [maryam, fauzi, anwar]) {
      await home.as(member).says('/saya');
      for (const data of [...all.slice(1), ...forms]) {
        await home.as(member).forges(data);
        await home.as(member).says('/batal');
      }
      expect(told(member, '6 komputer rusak')).toEqual([]);
    }
    expect(await one(obstacle)).toEqual(before);
    // Joko is in scope, but it is Ratna who takes care of it.
    for (const form of ['kendalajawab', 'kendalatutup']) {
      await home.as(joko).forges(`${form}:${obstacle}`);
      expect(home.as(joko).sees().text).toContain('sedang ditangani Ibu Ratna');
    }
    const refused = { did: 'refused', what: `obstacle ${obstacle}`, who: await idOf(fauzi) };
    expect(await home.store.collection('audit').countDocuments(refused)).toBe(1);
  });

  it('is closed with its outcome, which the manager hears; late words are turned away kindly', async () => {
    const manager = home.as(hamdan);
    await manager.goes('<Tulis lagi>', 'Terima kasih banyak');
    await home.as(ratna).goes(`/kendala ${obstacle}`, '<Selesai>', '<Teratasi>');
    await home.as(ratna).goes('Teknisi memperbaiki semuanya', '<Kirim>');
    const [ending] = told(hamdan, 'kami tutup: Teratasi');
    expect(ending!.text).toContain('Catatan Ibu Ratna: Teknisi memperbaiki semuanya');
    await manager.forges(`kendalabalas:${obstacle}`);
    expect(manager.sees().text).toContain('sudah ditutup');
    expect(await one(obstacle)).toMatchObject({
      closing: { result: 'solved', by: await idOf(ratna), note: 'Teknisi memperbaiki semuanya' },
    });
    expect((await home.as(joko).says('/kendala')).text).toContain('Tidak ada kendala terbuka.');
  });

  it('was a sign of life, also after it is closed', async () => {
    expect((await standing('bina-iman')).facts.lastAnswerAt).toEqual(home.clock.now());
    expect((await standing('bina-iman')).facts.obstacleSince).toBeUndefined();
  });
});

describe('obstacles of the office', () => {
  it('are added up by kind for the head', async () => {
    for (const member of [hamdan, rahmat])
      await home.as(member).goes('/kendala', '<Dana belum tersedia>', 'Belum ada hibah', '<Kirim>');
    await home.as(maryam).goes('/kendala', '<Gedung perlu perbaikan>', 'Atap bocor', '<Kirim>');
    const { text } = await home.as(anwar).says('/rekap');
    expect(text).toContain(
      'Kendala terbuka: 3 di 3 BLK, selesai dalam 30 hari terakhir: 1\nDana belum tersedia: 2\nGedung perlu perbaikan: 1',
    );
  });

  it('worsen the status of a centre when they are open for more than thirty days', async () => {
    const statusOn = async (at: string) => {
      home.clock.set(new Date(at));
      return (await standing('al-ikhsan')).reading;
    };
    // The days of Tanah Grogot: stated on 23 November, thirty days old until the end of 23 December.
    expect((await statusOn('2026-12-23T15:59:59Z')).status).toBe('not-started');
    expect(await statusOn('2026-12-23T16:00:00Z')).toMatchObject({
      status: 'needs-attention',
      reasons: [{ kind: 'open-obstacle', days: 31 }],
    });
  });

  it('show the officer who takes care of them and since when, and let the status recover when closed', async () => {
    const officer = home.as(ratna);
    home.clock.set(new Date('2026-12-24T03:00:00Z'));
    await officer.says('/kendala');
    expect(officer.sees().text).toContain(
      'Al Ikhsan: Gedung perlu perbaikan, 31 hari, belum ada yang menangani',
    );
    await officer.goes('<Al Ikhsan: Gedung>', '<Saya tangani>', '<Selesai>', '<Diteruskan>');
    await officer.goes('Diteruskan ke Dinas PU', '<Kirim>');
    expect((await standing('al-ikhsan')).reading.status).toBe('not-started');
  });
});
