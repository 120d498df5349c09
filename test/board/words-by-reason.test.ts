import { alertCard, concernCard } from '../../src/board/alert-message';
import { completenessLines } from '../../src/board/completeness-lines';
import { digestLines, digestOf } from '../../src/board/digest';
import { countOf, openWork } from '../../src/board/open-work';
import { recoveryMessages } from '../../src/board/recovery-message';
import { standingOf } from '../../src/board/standing-of';
import { wholeReach } from '../../src/domain/rights';
import { answered, openExpectation } from '../../src/domain/expectation';
import { periodOf } from '../../src/domain/period';
import type { KeptIncident, Obstacle } from '../../src/ports/follow-ups';
import { day } from '../domain/support/days';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';
import { aNil, anActivity } from '../support/reports';

// A Monday at 09.00 in Tanah Grogot.
const now = new Date('2026-11-23T01:00:00Z');
let home: ClockworkAtHome;
beforeEach(async () => {
  home = await clockworkAtHome(now.toISOString());
  await registered('2026-10-01');
});
afterEach(() => home.close());

const registered = (on: string) =>
  home.store
    .collection('institutions')
    .updateMany({}, { $set: { registeredAt: new Date(`${on}T00:00:00Z`) } });
const standing = async () =>
  standingOf((await home.world.institutions.one('bina-iman', wholeReach))!, home.world, now);
const hamdan = { id: 'HAMDAN', name: 'Hamdan', address: 'Ustaz', grants: [] } as const;
const alarm = async () =>
  alertCard({
    ...{ incident: 'x', standing: await standing(), contacts: [], others: [] },
    audience: 'officer',
  }).text.markup;

const obstacle: Obstacle = {
  ...{ id: 'OBSTACLE01', institution: 'bina-iman', kind: 'alat_rusak_atau_kurang' },
  ...{ note: '6 komputer rusak', statedBy: 'HAMDAN', statedAt: new Date('2026-10-20T01:00:00Z') },
};

const incident = (its: Partial<KeptIncident> = {}): KeptIncident => ({
  ...{ id: 'bina-iman.x', institution: 'bina-iman', status: 'no-word', zone: 'Asia/Makassar' },
  openedAt: new Date('2026-11-20T01:00:00Z'),
  done: [{ step: 'officer', at: new Date('2026-11-20T01:00:00Z') }],
  handlings: [],
  ...its,
});

describe('an obstacle that is open for long', () => {
  it('is what the manager is asked about, without a word of silence', async () => {
    await home.world.obstacles.add(obstacle);
    await home.world.obstacles.handle(obstacle.id, 'RATNA', now);
    const { text, buttons } = concernCard(await standing(), hamdan);
    expect(text.markup).toContain('Peralatan rusak atau kurang');
    expect(text.markup).toContain('sedang ditangani petugas dinas');
    expect(text.markup).not.toContain('belum mendengar kabar');
    expect(buttons?.flat().map(({ label }) => label)).toContain('Kabarkan perkembangannya');
  });

  it('is named to officers as the reason', async () => {
    await home.world.obstacles.add(obstacle);
    expect(await alarm()).toContain(
      'Sebab: kendala terbuka 34 hari\nKendala: Peralatan rusak atau kurang (belum ada yang menangani)',
    );
  });
});

describe('a centre without a word', () => {
  it('is told of to officers with that as the reason, and asked kindly', async () => {
    await registered('2026-09-01');
    expect(await alarm()).toContain('Sebab: belum pernah menjawab, 83 hari');
    expect(concernCard(await standing(), hamdan).text.markup).toContain('belum mendengar kabar');
  });
});

describe('the end of an incident', () => {
  const told = async (its: Partial<KeptIncident> = {}) => {
    await home.world.incidents.open(incident(its));
    const rows = await recoveryMessages(incident(its), await standing(), home.world, now);
    const [act] = rows.map((row) => row.act);
    return act?.do === 'say' ? act.card.text.markup : undefined;
  };

  it('is no success while the centre still needs attention', async () => {
    await registered('2026-04-01');
    await home.world.reports.submitNil(aNil({ reportedAt: now }));
    const text = await told();
    expect(text).toContain('ℹ️ <b>Bina Iman</b> sekarang diduga pasif (belum pernah ada kegiatan');
    expect(text).not.toMatch(/✅|kembali/u);
  });

  it('says again only of who was active before, and an end ahead as an end ahead', async () => {
    const when = { startsOn: day('2026-11-23'), endsOn: day('2026-11-30') };
    await home.world.reports.submitActivity(anActivity({ ...when, reportedAt: now }));
    const text = await told();
    expect(text).toContain('✅ <b>Bina Iman</b> sekarang aktif setelah');
    expect(text).toContain('Kegiatan terakhir: sedang berlangsung sampai Senin, 30 November 2026.');
  });

  it('counts the days as the digest counts them, without those of a leave', async () => {
    const from = new Date('2026-09-24T01:00:00Z');
    await home.world.transitions.record({
      ...{ institution: 'bina-iman', to: 'no-word', at: incident().openedAt, silentDays: 0 },
      reasons: [{ kind: 'no-answer', days: 50, since: day('2026-09-24'), everAnswered: true }],
    });
    await home.world.leaves.add({
      ...{ id: 'LEAVE00001', institution: 'bina-iman', reason: 'lainnya' as never },
      ...{ from: day('2026-10-01'), to: day('2026-10-10'), enteredBy: 'HAMDAN', enteredAt: from },
    });
    await home.world.reports.submitActivity(anActivity({ reportedAt: now }));
    expect(await told()).toContain('setelah 50 hari tanpa kabar');
  });
});

describe('the numbers of the office', () => {
  it('cover the three months that ended last, whole', async () => {
    const institution = (await home.world.institutions.one('bina-iman', wholeReach))!;
    for (const month of ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11']) {
      const period = periodOf(day(`${month}-01`), 'monthly');
      const opened = openExpectation(
        { ...institution, registeredAt: new Date('2026-01-05') },
        ...([period, [], { excusedLeaveShare: 0.5 }] as const),
      );
      await home.world.expectations.open(opened);
      const at = new Date(`${month}-20T01:00:00Z`);
      if (month < '2026-11')
        await home.world.expectations.change(opened, answered(opened, { kind: 'nil', at }));
    }
    const [line] = await completenessLines([institution], home.world, now);
    expect(line?.markup).toBe(
      'Periode 3 bulan terakhir: 3 dari 3 terjawab (3 nihil), 3 tepat waktu.',
    );
  });

  it('are the same in the digest as in the list of tasks, incidents included', async () => {
    const institutions = await home.world.institutions.within(wholeReach);
    await home.world.incidents.open(incident());
    await home.world.tasks.make({
      ...{ id: 'call:bina-iman:2026-11', institution: 'bina-iman', kind: 'call', why: 'x' },
      ...{ dueOn: day('2026-11-23'), madeAt: now },
    });
    const digest = await digestOf(institutions, home.world, now, now);
    const text = digestLines(digest, 'Ringkasan', true).map(({ markup }) => markup);
    const work = await openWork(institutions, home.world, now);
    expect(countOf(work)).toBe(2);
    expect(text).toContain('Tugas terbuka: <b>2</b>, lihat /tugas');
  });
});
