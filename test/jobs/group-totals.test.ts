import { castGroups } from '../../src/cast';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { inGroup } from '../support/in-group';
import { anActivity } from '../support/reports';

let home: BotAtHome;
const [paser, binaIman] = castGroups;

beforeEach(async () => {
  home = await botAtHome('2026-11-30T01:00:00Z');
});
afterEach(() => home.stop());

const totalsIn = (chat: number) =>
  inGroup(home, chat)
    .fromBot()
    .map(({ text }) => text)
    .filter((text) => /Rekap kegiatan|Alhamdulillah, kegiatan/u.test(text));
const playTo = (at: string) => home.playTo(`${at}:00+08:00`);

/** Some activities of November, and one of October and a rejected one that do not count. */
async function november(): Promise<void> {
  const { reports } = home.world;
  const passed = { details: { passedMen: 7, passedWomen: 5 } };
  const of = (on: string) => ({ startsOn: day(on), endsOn: day(on) });
  await reports.submitActivity(anActivity({ id: 'A', ...passed }));
  await reports.submitActivity(anActivity({ id: 'B', men: 3, women: 4, ...of('2026-11-01') }));
  await reports.submitActivity(
    anActivity({ id: 'C', institution: 'al-ikhsan', men: 20, women: 0, ...of('2026-11-30') }),
  );
  await reports.submitActivity(anActivity({ id: 'D', ...of('2026-10-31') }));
  await reports.submitActivity(anActivity({ id: 'E', review: 'rejected' }));
}

describe('the totals of a month', () => {
  it('reach every linked group once on the first working day, without a name of the silent', async () => {
    await november();
    await playTo('2026-12-01T08:29');
    expect(totalsIn(paser.id)).toEqual([]);
    await playTo('2026-12-01T12:00');
    await playTo('2026-12-03T12:00');
    expect(totalsIn(paser.id)).toEqual([
      [
        '📊 Rekap kegiatan bulan November 2026',
        '• 2 BLK mengirim laporan',
        '• 3 laporan kegiatan',
        '• 43 peserta (L 33, P 10)',
        '• 12 orang lulus pelatihan',
        'Terima kasih atas kegiatan dan laporannya. 🙏',
      ].join('\n'),
    ]);
    expect(totalsIn(binaIman.id)).toEqual([
      [
        'Alhamdulillah, kegiatan BLK Bina Iman pada bulan November 2026:',
        '• 2 laporan kegiatan',
        '• 23 peserta (L 13, P 10)',
        '• 12 orang lulus pelatihan',
        'Terima kasih atas kegiatan dan laporannya. 🙏',
      ].join('\n'),
    ]);
  });

  it('are left out where nobody reported', async () => {
    await playTo('2026-12-02T12:00');
    expect(totalsIn(paser.id)).toEqual([]);
    expect(await runs()).toEqual(['done nothing to tell', 'done nothing to tell']);
  });

  it('are skipped when they come more than a week late', async () => {
    await november();
    await playTo('2026-11-30T12:00');
    home.clock.set('2026-12-10T01:00:00Z');
    await playTo('2026-12-10T12:00');
    expect(totalsIn(paser.id)).toEqual([]);
    expect(await runs()).toEqual([
      'skipped too late to be of use',
      'skipped too late to be of use',
    ]);
  });

  it('are for groups that are linked and that the bot is in', async () => {
    await november();
    await home.world.groups.unlink(binaIman.id);
    await home.world.groups.gone(paser.id, home.clock.now());
    await playTo('2026-12-01T12:00');
    expect(totalsIn(paser.id)).toEqual([]);
    expect(await runs()).toEqual([]);
  });
});

const runs = async () =>
  (await home.store.collection('job-runs').find({ job: 'group-totals' }).toArray()).map(
    ({ state, did }) => `${state} ${did}`,
  );
