import { day } from '../domain/support/days';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';

// A Monday at 09.00 in Tanah Grogot.
let home: ClockworkAtHome;
beforeEach(async () => {
  home = await clockworkAtHome('2026-11-23T01:00:00Z');
  await tick();
});
afterEach(() => home.close());

const tick = () => home.process().leaping();
const looksAt = async () => {
  const row = await home.store
    .collection('appointments')
    .findOne({ job: 'expiry-warnings', scope: 'bina-iman' });
  return row?.['dueAt'] as Date | undefined;
};
const looks = () =>
  home.store.collection('job-runs').countDocuments({ job: 'expiry-warnings', scope: 'bina-iman' });
const keep = async (on: string) => {
  const expiry = { id: 'IZIN', institution: 'bina-iman', what: 'Izin operasional', on: day(on) };
  await home.world.expiries.put(expiry);
  await home.world.appointments.hurry('expiry-warnings', 'bina-iman', home.clock.now());
  await tick();
};
const warned = async () => {
  const rows = await home.store.collection('tasks').find({ kind: 'expiry' }).toArray();
  return rows.map(({ _id }) => String(_id)).toSorted();
};

describe('the look at papers that end', () => {
  it('comes once a month where there are none', async () => {
    expect(await looksAt()).toEqual(new Date('2026-12-22T16:00:00Z'));
    for (let n = 1; n <= 4; n += 1) {
      home.clock.advance(7 * 24 * 3_600_000);
      await tick();
    }
    expect(await looks()).toBe(1);
  });

  it('is brought forward by a paper that is added', async () => {
    await keep('2026-12-15');
    expect(await warned()).toEqual(['expiry:IZIN:2026-12-15:30']);
    expect(await looksAt()).toEqual(new Date('2026-12-07T16:00:00Z'));
    home.clock.set('2026-12-08T01:00:00Z');
    await tick();
    expect(await warned()).toEqual(['expiry:IZIN:2026-12-15:30', 'expiry:IZIN:2026-12-15:7']);
  });

  it('warns of one that ends in a year when its days have come', async () => {
    await keep('2027-11-23');
    expect(await warned()).toEqual([]);
    for (const on of ['2026-12-24', '2027-08-25', '2027-10-25', '2027-11-17']) {
      home.clock.set(`${on}T01:00:00Z`);
      await tick();
    }
    expect(await warned()).toEqual(
      [90, 30, 7].map((days) => `expiry:IZIN:2027-11-23:${days}`).toSorted(),
    );
  });

  it('warns once a day of the three, however often it looks', async () => {
    await keep('2026-12-15');
    await keep('2026-12-15');
    expect(await warned()).toHaveLength(1);
    const rows = await home.store.collection('outbox').countDocuments({ kind: 'expiry' });
    expect(rows).toBe(2);
  });

  it('says the end as it is when officers read of it, after a weekend', async () => {
    // A Saturday: the office reads it on Monday.
    home.clock.set('2026-11-28T01:00:00Z');
    await keep('2026-11-28');
    await keep('2026-12-04');
    const rows = await home.store.collection('outbox').find({ kind: 'expiry' }).toArray();
    const texts = rows.map(({ act }) => JSON.stringify(act));
    expect(texts.filter((text) => text.includes('sudah berakhir Sabtu, 28 November'))).toHaveLength(
      2,
    );
    expect(texts.filter((text) => text.includes('berakhir 4 hari lagi, Jumat'))).toHaveLength(2);
  });
});
