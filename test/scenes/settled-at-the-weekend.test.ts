import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { reportNext } from '../support/registration-steps';

const { hamdan, ratna, joko } = cast;

// A Saturday, 10.00 in Tanah Grogot: officers are written to on Monday.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome('2026-11-28T02:00:00Z');
}, 60_000);
afterAll(() => home.stop());

type Member = { readonly id: number };
const told = ({ id }: Member, words: string) =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));
const cancelled = async () => {
  const rows = await home.store.collection('outbox').find({ state: 'cancelled' }).toArray();
  return rows.map((row) => String(row['why'])).toSorted();
};
const monday = 'petugas membacanya mulai Senin, 30 November 2026 pukul 07.30';

async function obstacleStated(note: string): Promise<string> {
  await home.as(hamdan).goes('/kendala', '<Peralatan rusak atau kurang>', note, '<Kirim>');
  return (await home.world.obstacles.open(['bina-iman'])).at(-1)!.id;
}

async function coursePlanned(): Promise<void> {
  const manager = home.as(hamdan);
  await manager.goes('/jadwal', '<Rencanakan pelatihan>', 'Desain grafis', '15 Desember 2026');
  await manager.goes('<5 hari>', '<16>', '<Terbuka untuk umum>', '<Lewati>', '<Kirim>');
}

async function reportCorrected(): Promise<string> {
  const manager = home.as(hamdan);
  await manager.goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>', '<16>', '10', '6');
  await manager.goes('<Lewati>', '<Kirim>');
  const { entries } = await home.world.reports.history(['bina-iman'], { skip: 0, limit: 1 });
  const { id } = entries[0]!.report;
  await home.as(ratna).goes(`/periksa ${id}`, '<Perlu perbaikan>', 'Mohon fotonya', '<Kirim>');
  await manager.goes('<Perbaiki>', '<Ubah Peserta laki-laki>', '15', '<Kirim>');
  return id;
}

/** One weekend; every test goes on where the last one ended. */
describe('what is settled before the office opens', () => {
  it('is handed in with a true word of when officers read it', async () => {
    const obstacle = await obstacleStated('6 komputer rusak');
    expect(home.as(hamdan).sees().text).toContain('sudah kami catat');
    expect(home.as(hamdan).sees().text).toContain(monday);
    await home.as(ratna).goes(`/kendala ${obstacle}`, '<Saya tangani>');
    await coursePlanned();
    expect(home.as(hamdan).sees().text).toContain(monday);
    await home.as(joko).goes('/jadwal', '<Desain grafis>', '<Setujui>');
    const id = await reportCorrected();
    await home.as(joko).goes(`/periksa ${id}`, '<Setujui>');
    await home.as(hamdan).says('/progres');
    await reportNext(home.as(hamdan));
    expect(home.as(hamdan).sees().text).toContain(monday);
    await home.as(joko).goes('/progres bina-iman', '<A2 Kontak pengelola>', '<Kembalikan>');
    await home.as(joko).goes('Tanggal pada SK belum terisi', '<Kirim>');
  });

  it('is not brought to officers any more, and the reason stands beside each message', async () => {
    await home.playTo('2026-11-30T12:00:00+08:00');
    for (const officer of [ratna, joko])
      for (const words of ['🧩 Kendala', '🗓', '✏️', '📄']) {
        const pushed = told(officer, words).filter(({ rows }) =>
          rows.flat().some(({ text }) => /^(?:Saya tangani|Lihat rencana|Periksa)/u.test(text)),
        );
        expect(pushed).toEqual([]);
      }
    expect(await cancelled()).toEqual(
      expect.arrayContaining([
        'dibatalkan: sudah ditangani',
        'dibatalkan: rencana sudah disetujui',
        'dibatalkan: laporan sudah diperiksa',
        'dibatalkan: langkah sekarang perlu perbaikan',
      ]),
    );
  });

  it('leaves alone what is still open, and says so at once in the hours of the office', async () => {
    await obstacleStated('Atap bocor');
    expect(home.as(hamdan).sees().text).toContain('sudah kami teruskan');
    await home.as(ratna).settled();
    expect(told(ratna, 'Atap bocor')).toHaveLength(1);
  });
});
