import type { Job } from '../../src/jobs/job';
import { jobs } from '../../src/jobs';
import { type Known, makeAppointments } from '../../src/jobs/make-appointments';
import type { Appointment } from '../../src/ports/appointments';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';

const minuteMs = 60_000;

let home: ClockworkAtHome;
beforeEach(async () => {
  home = await clockworkAtHome();
});
afterEach(() => home.close());

const archive = (archivedAt: Date | undefined) =>
  home.store
    .collection<{ _id: string }>('institutions')
    .updateOne(
      { _id: 'bina-iman' },
      archivedAt ? { $set: { archivedAt } } : { $unset: { archivedAt: 1 } },
    );
const periodsOf = (id: string) =>
  home.store.collection('expectations').countDocuments({ institution: id });
const isPlanned = async () =>
  (await home.store.collection('appointments').countDocuments({
    scope: 'bina-iman',
    job: { $in: ['open-periods', 'status'] },
    dueAt: { $exists: true },
  })) === 2;

describe('the first appointments', () => {
  it('are made in one call a job, of those that are not known yet', async () => {
    const calls: (readonly Appointment[])[] = [];
    const make = (...given: readonly Appointment[]) => Promise.resolve(void calls.push(given));
    const world = { ...home.world, appointments: { ...home.world.appointments, make } };
    const scopes = ['a', 'b'];
    const job: Job = {
      name: 'looking',
      about: 'memeriksa',
      scopes: () => Promise.resolve([...scopes]),
      next: (scope, _world, now) => Promise.resolve(scope === 'b' ? undefined : now),
      run: () => Promise.resolve({ did: 'nothing', next: undefined }),
    };
    const known: Known = new Map();
    await makeAppointments([job], world, known);
    scopes.push('c');
    await makeAppointments([job], world, known);
    const at = home.clock.now();
    expect(calls).toEqual([
      [{ job: 'looking', scope: 'a', at }],
      [{ job: 'looking', scope: 'c', at }],
    ]);
  });

  it('are entered for every institution and everybody of the office', async () => {
    await makeAppointments(jobs, home.world, new Map());
    const rows = await home.store.collection('appointments').find().toArray();
    const count = (name: string) => rows.filter(({ job }) => job === name).length;
    expect([count('status'), count('check-in'), count('daily-digest')]).toEqual([3, 3, 2]);
  });
});

describe('an institution that was archived and returns', () => {
  it('is looked after again within the same process', async () => {
    const { running } = home.process();
    await running();
    await archive(home.clock.now());
    home.clock.set('2026-12-05T01:00:00Z');
    await running();
    expect(await isPlanned()).toBe(false);
    home.clock.advance(20 * minuteMs);
    await running();
    await archive(undefined);
    home.clock.advance(20 * minuteMs);
    await running();
    expect(await isPlanned()).toBe(true);
    expect(await periodsOf('bina-iman')).toBe(2);
  });

  it('is so also when it was away between two looks at who there is', async () => {
    const { running } = home.process();
    await running();
    home.clock.set('2026-12-05T01:00:00Z');
    await running();
    await archive(home.clock.now());
    home.clock.advance(5 * minuteMs);
    for (const job of ['status', 'open-periods'])
      await home.world.appointments.hurry(job, 'bina-iman', home.clock.now());
    await running();
    expect(await isPlanned()).toBe(false);
    await archive(undefined);
    home.clock.advance(5 * minuteMs);
    await running();
    expect(await isPlanned()).toBe(true);
  });
});
