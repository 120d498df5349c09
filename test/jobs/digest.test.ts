import { cast } from '../../src/cast';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';

let home: ClockworkAtHome;
beforeEach(async () => {
  // A Thursday at 09.00 in Tanah Grogot.
  home = await clockworkAtHome('2026-11-26T01:00:00Z');
  await tick();
});
afterEach(() => home.close());

const tick = () => home.process().leaping();
const idOf = async ({ id }: { readonly id: number }) =>
  (await home.world.people.byTelegram(id))?.id ?? '';

/** Opens a case and closes it at `at` with a call. */
async function closeCase(institution: string, at: string, by: string, note: string): Promise<void> {
  const openedAt = new Date('2026-11-20T01:00:00Z');
  const opened = { id: `${institution}.1`, institution, openedAt, zone: 'Asia/Makassar' };
  await home.world.incidents.open({
    ...opened,
    status: 'needs-attention',
    done: [],
    handlings: [],
  });
  const followUp = { action: 'call', note, by, at: new Date(at) } as const;
  await home.world.incidents.close(opened.id, new Date(at), followUp);
}

/** The words of the digests of a day for somebody. */
async function digestOf(
  { id }: { readonly id: number },
  on: string,
  ticks: () => Promise<void> = tick,
): Promise<string> {
  home.clock.set(`${on}T07:30:00+08:00`);
  await ticks();
  const rows = await home.store
    .collection('outbox')
    .find({ kind: 'digest', chat: id, at: home.clock.now() })
    .toArray();
  return rows.map(({ act }) => JSON.stringify(act)).join('\n');
}

describe('a digest', () => {
  it('names who closed a case, what was done and what came of it', async () => {
    const ratna = await idOf(cast.ratna);
    await closeCase('bina-iman', '2026-11-26T06:00:00Z', ratna, 'Mulai lagi pekan depan');
    const said = await digestOf(cast.joko, '2026-11-27');
    expect(said).toContain(
      '<b>Bina Iman</b>: ditutup oleh Ibu Ratna, telepon: Mulai lagi pekan depan',
    );
    expect(await digestOf(cast.joko, '2026-11-30')).not.toContain('ditutup oleh');
  });

  it('speaks of the office when whoever closed it is not known any more', async () => {
    await closeCase('bina-iman', '2026-11-26T06:00:00Z', 'ERASED', '<b>Baik</b>');
    expect(await digestOf(cast.ratna, '2026-11-27')).toContain(
      'ditutup oleh petugas, telepon: &lt;b&gt;Baik&lt;/b&gt;',
    );
  });

  it('on a Monday tells what came in since Friday, and no more', async () => {
    const ratna = await idOf(cast.ratna);
    await closeCase('bina-iman', '2026-11-27T06:00:00Z', ratna, 'Jumat siang');
    await closeCase('al-ikhsan', '2026-11-28T06:00:00Z', ratna, 'Sabtu siang');
    await closeCase('datu-ismail', '2026-11-26T06:00:00Z', ratna, 'Kamis siang');
    expect(await digestOf(cast.joko, '2026-11-27')).toContain('Kamis siang');
    const monday = await digestOf(cast.joko, '2026-11-30');
    expect(monday).toContain('Jumat siang');
    expect(monday).toContain('Sabtu siang');
    expect(monday).not.toContain('Kamis siang');
  });

  it('says how long the bot was down, and that nobody is blamed for it', async () => {
    home.clock.advance(5 * 3_600_000);
    const { running, leaping } = home.process();
    await running();
    expect(await digestOf(cast.ratna, '2026-11-27', leaping)).toContain(
      'Bot sempat tidak aktif 5 jam; BLK tidak dianggap lalai karenanya.',
    );
    const next = await digestOf(cast.ratna, '2026-11-30', leaping);
    expect(next).toContain('Ringkasan harian');
    expect(next).not.toContain('sempat tidak aktif');
  });

  it('that the bot could not send in time says so, and when it should have come', async () => {
    home.clock.set('2026-11-27T10:00:00+08:00');
    await tick();
    const [row, ...others] = await home.store
      .collection('outbox')
      .find({ kind: 'digest', chat: cast.ratna.id })
      .toArray();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ because: 'ringkasan harian, terlambat' });
    expect(JSON.stringify(row)).toContain('Terlambat: seharusnya pukul 07.30');
  });

  it('of a day that is over is not sent any more, and that is written down', async () => {
    home.clock.set('2026-11-27T19:31:00+08:00');
    await tick();
    const digests = home.store.collection('outbox').countDocuments({ kind: 'digest' });
    expect(await digests).toBe(0);
    const skipped = { job: 'daily-digest', state: 'skipped' };
    expect(await home.store.collection('job-runs').countDocuments(skipped)).toBe(2);
  });

  it('of the week reaches back to the one before', async () => {
    const ratna = await idOf(cast.ratna);
    await closeCase('bina-iman', '2026-11-26T06:00:00Z', ratna, 'Kamis siang');
    expect(await digestOf(cast.anwar, '2026-11-30')).toContain('Kamis siang');
    expect(await digestOf(cast.anwar, '2026-12-07')).not.toContain('Kamis siang');
  });
});
