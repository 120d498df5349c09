import { cast } from '../../src/cast';
import { addDays, dayAt } from '../../src/domain/day';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aNil, anActivity } from '../support/reports';

let home: BotAtHome;
beforeEach(async () => {
  home = await botAtHome();
  const registeredAt = daysAgo(600);
  await home.store.collection('institutions').updateMany({}, { $set: { registeredAt } });
});
afterEach(() => home.stop());

const daysAgo = (days: number) => new Date(home.clock.now().getTime() - days * 86_400_000);

/** An activity that ended so many days ago, reported at once. */
async function active(endedDaysAgo: number): Promise<void> {
  const day = addDays(dayAt(home.clock.now(), 'Asia/Makassar'), -endedDaysAgo);
  const when = { startsOn: day, endsOn: day, reportedAt: daysAgo(endedDaysAgo) };
  await home.world.reports.submitActivity(anActivity(when));
}

/** What /status tells Hamdan; the bot may have said other things since. */
async function said(): Promise<string> {
  const hamdan = home.as(cast.hamdan);
  await hamdan.says('/status');
  return hamdan.chat().findLast(({ text }) => text.includes('Status:'))?.text ?? '';
}

describe('what a centre has told', () => {
  it('stands in /status: its open obstacle, and a leave to come, which can be taken back', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/kendala', '<Gedung perlu perbaikan>', 'Atap bocor', '<Kirim>');
    await hamdan.goes('/libur', '1 Desember 2026', '10 Desember 2026', '<Lainnya>', '<Kirim>');
    const text = await said();
    expect(text).toContain('Kendala: Gedung perlu perbaikan, sudah diteruskan ke petugas');
    expect(text).toContain('Libur: 1 Des 2026 sampai 10 Des 2026');
    await hamdan.goes('<Batalkan libur>', '<Ya, batalkan>');
    expect(await home.world.leaves.of('bina-iman')).toEqual([]);
    expect(await said()).not.toContain('Libur:');
    const ratna = home.as(cast.ratna);
    await ratna.settled();
    expect(ratna.chat().filter(({ text: told }) => told.includes('dibatalkan'))).toHaveLength(1);
  });

  it('is ended today when the leave has begun, and by nobody else', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/libur', '20 November 2026', '10 Desember 2026', '<Lainnya>', '<Kirim>');
    const [leave] = await home.world.leaves.of('bina-iman');
    const maryam = home.as(cast.maryam);
    await maryam.says('/status');
    await maryam.forges(`batallibur:y.${leave!.id}`);
    expect(await home.world.leaves.of('bina-iman')).toMatchObject([{ to: '2026-12-10' }]);
    await said();
    await hamdan.goes('<Akhiri libur>', '<Ya, akhiri>');
    expect(await home.world.leaves.of('bina-iman')).toMatchObject([
      { from: '2026-11-20', to: '2026-11-23' },
    ]);
  });
});

describe('/status', () => {
  it('of a new centre speaks of preparing', async () => {
    const registeredAt = daysAgo(10);
    await home.store.collection('institutions').updateMany({}, { $set: { registeredAt } });
    expect(await said()).toContain('Status: Persiapan\nKegiatan terakhir: belum ada kegiatan');
  });

  it.each([
    [20, 20, 'Aktif'],
    [120, 2, 'Perlu didampingi'],
    [200, 2, 'Perlu dikunjungi'],
    [200, 100, 'Belum ada kabar'],
  ])('%i days after an activity, %i after a word, is %s', async (activity, word, label) => {
    await active(activity);
    await home.world.reports.submitNil(aNil({ reportedAt: daysAgo(word) }));
    const text = await said();
    expect(text).toContain(`Status: ${label}`);
    expect(text).toContain('Laporan yang sudah kami terima: 2');
    expect(text).not.toMatch(/pasif|terlambat|wajib/iu);
  });

  it('does not call an end that lies ahead the last activity', async () => {
    const when = { startsOn: day('2026-11-20'), endsOn: day('2026-11-30') };
    await home.world.reports.submitActivity(anActivity(when));
    expect(await said()).toContain(
      'Kegiatan terakhir: sedang berlangsung sampai Senin, 30 November 2026',
    );
  });
});
