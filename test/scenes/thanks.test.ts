import { cast, castGroups } from '../../src/cast';
import { answered, openExpectation } from '../../src/domain/expectation';
import { defaultPolicy } from '../../src/domain/policy';
import { periodOf } from '../../src/domain/period';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { inGroup } from '../support/in-group';

let home: BotAtHome;
const { hamdan, maryam, ratna } = cast;
const [paser, binaIman] = castGroups;

const report = [
  ...['/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>', '<16>', '10', '6'],
  ...['<Lewati>', '<Kirim>'],
];
const evening = '2026-11-23T12:00:00Z';
const thanksIn = (chat: number) =>
  inGroup(home, chat)
    .fromBot()
    .map(({ text }) => text)
    .filter((text) => text.startsWith('Terima kasih, BLK'));
const rows = () => home.store.collection('outbox').find({ kind: 'thanks' }).toArray();

async function start(at?: string): Promise<void> {
  home = await botAtHome(at);
  await home.playTo(home.clock.now().toISOString());
}
afterEach(() => home.stop());

describe('thanks for the first report of a period', () => {
  it('go once to each group of the centre, however many reports follow', async () => {
    await start();
    await home.as(hamdan).goes(...report);
    await home.as(hamdan).goes(...report);
    for (const { id } of [paser, binaIman]) {
      await home.as({ id }).settled();
      expect(thanksIn(id)).toEqual([
        'Terima kasih, BLK Bina Iman. 🙏 Laporan kegiatan bulan November 2026 sudah diterima dinas.\nSemoga kegiatannya membawa manfaat.',
      ]);
    }
  });

  it('reach only the groups that hear of the centre', async () => {
    await start();
    await home.as(maryam).goes(...report);
    await home.as({ id: paser.id }).settled();
    expect(thanksIn(paser.id)).toHaveLength(1);
    expect(thanksIn(binaIman.id)).toEqual([]);
  });

  it('are not said for a nil report', async () => {
    await start();
    await home.as(hamdan).goes('/nihil', 'Lainnya', 'Belum ada', '<Kirim>');
    expect(await rows()).toEqual([]);
  });

  it('tell of the months in a row', async () => {
    await start();
    const [institution] = await home.world.institutions
      .page({ institutions: ['bina-iman'], regencies: [] }, { skip: 0, limit: 1 })
      .then(({ institutions }) => institutions);
    for (const on of ['2026-09-10', '2026-10-10']) {
      const period = periodOf(day(on), 'monthly');
      const old = { ...institution!, registeredAt: new Date('2026-01-01') };
      const row = openExpectation(old, period, [], defaultPolicy);
      await home.world.expectations.open(row);
      await home.world.expectations.change(
        row,
        answered(row, { kind: 'report', at: new Date(`${on}T02:00:00Z`) }),
      );
    }
    await home.as(hamdan).goes(...report);
    await home.as({ id: binaIman.id }).settled();
    expect(thanksIn(binaIman.id)[0]).toContain('Sudah 3 bulan berturut-turut ada kegiatan.');
  });

  it('wait for the hours of the centre, and are taken back when the report is rejected', async () => {
    await start(evening);
    await home.as(hamdan).goes(...report);
    await home.as(maryam).goes(...report);
    expect(thanksIn(paser.id)).toEqual([]);
    const { entries } = await home.world.reports.history(['bina-iman'], { skip: 0, limit: 1 });
    await home.as(ratna).says('/periksa');
    await home.as(ratna).forges(`periksa:${entries[0]?.report.id ?? ''}`);
    await home.as(ratna).goes('<Tolak>', 'Keliru dikirim', '<Kirim>');
    await home.playTo('2026-11-24T09:00:00+08:00');
    expect(thanksIn(paser.id)).toHaveLength(1);
    expect(thanksIn(paser.id)[0]).toContain('Al Ikhsan');
    const states = (await rows()).map(({ state, why }) => `${state} ${why ?? ''}`.trim());
    expect(states.toSorted()).toEqual([
      'cancelled dibatalkan: laporan ditolak',
      'cancelled dibatalkan: laporan ditolak',
      'sent',
    ]);
  });

  it('come for the next report when those of a rejected one were taken back unread', async () => {
    await start(evening);
    await home.as(hamdan).goes(...report);
    const { entries } = await home.world.reports.history(['bina-iman'], { skip: 0, limit: 1 });
    await home.as(ratna).says('/periksa');
    await home.as(ratna).forges(`periksa:${entries[0]?.report.id ?? ''}`);
    await home.as(ratna).goes('<Tolak>', 'Keliru dikirim', '<Kirim>');
    await home.as(hamdan).goes(...report);
    await home.playTo('2026-11-24T09:00:00+08:00');
    await home.as(hamdan).goes(...report);
    await home.as({ id: paser.id }).settled();
    expect(thanksIn(paser.id)).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('go into the forum topic of the group', async () => {
    await start();
    const topic = home.telegram.opensTopic(ratna.id, paser.id, 'Info');
    await home.world.groups.writeTo(paser.id, topic);
    await home.as(maryam).goes(...report);
    await home.as({ id: paser.id }).settled();
    expect(inGroup(home, paser.id).fromBot().at(-1)).toMatchObject({ topic });
  });
});
