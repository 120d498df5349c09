import { openPeriods } from '../../src/jobs/open-periods';
import { pulseOf } from '../../src/jobs/pulse-of';
import { runDueJobs } from '../../src/jobs/run-due-jobs';
import type { World } from '../../src/ports';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';
import { mortalWorld } from '../support/mortal-world';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const start = new Date('2026-11-23T01:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * hourMs);

let home: ClockworkAtHome;
beforeEach(async () => {
  home = await clockworkAtHome();
});
afterEach(() => home.close());

const outages = () => home.world.outages.since(new Date(0));
const deadlines = async () => {
  const rows = await home.store.collection('expectations').find().sort({ _id: 1 }).toArray();
  return rows.map(({ _id, deadlineAt, state }) => [_id, deadlineAt, state] as unknown[]);
};

describe('the pulse of a process', () => {
  it('finds nothing amiss in a first start and in short gaps', async () => {
    const { running } = home.process();
    for (let n = 0; n < 5; n += 1) {
      await running();
      home.clock.advance(10 * minuteMs);
    }
    expect(await outages()).toEqual([]);
  });

  it('notices that the bot was down, and gives open periods the time they lost', async () => {
    await home.process().running();
    const before = await deadlines();
    home.clock.set(later(5));
    await home.process().running();
    expect(await outages()).toEqual([{ from: start, to: later(5) }]);
    expect(await deadlines()).toEqual(
      before.map(([id, at, state]) => [id, new Date(Number(at) + 5 * hourMs), state]),
    );
  });

  it('notices that a living process slept with its machine', async () => {
    const { running } = home.process();
    await running();
    home.clock.set(later(3));
    await running();
    expect(await outages()).toEqual([{ from: start, to: later(3) }]);
  });

  it('notices that it slept in the middle of its work', async () => {
    const world = home.newWorld();
    const { running } = home.process({
      ...world,
      expectations: {
        ...world.expectations,
        async open(expectation) {
          home.clock.set(later(3));
          await world.expectations.open(expectation);
        },
      },
    });
    await running();
    expect(await outages()).toEqual([{ from: start, to: later(3) }]);
  });

  it('blames nobody when another process was there all the time', async () => {
    const [asleep, awake] = [home.process(), home.process()];
    await asleep.running();
    for (let n = 0; n < 12; n += 1) {
      home.clock.advance(5 * minuteMs);
      await awake.running();
    }
    await asleep.running();
    expect(await outages()).toEqual([]);
  });

  it('takes a clock that is moved by hand for no outage, but a stop before it for one', async () => {
    const { leaping, running } = home.process();
    await leaping();
    home.clock.set(later(24));
    await leaping();
    home.clock.set(later(48));
    await Promise.all([leaping(), running()]);
    expect(await outages()).toEqual([]);
    home.clock.set(later(50));
    await home.process().leaping();
    expect(await outages()).toEqual([{ from: later(48), to: later(50) }]);
  });

  it('does not take a clock that is set back for an outage', async () => {
    const { running } = home.process();
    await running();
    home.clock.set(later(-5));
    await running();
    await home.process().running();
    expect(await outages()).toEqual([]);
  });

  it('counts a period that lasts through two outages by both, and each once', async () => {
    await home.process().running();
    const [[, before] = []] = await deadlines();
    for (const hours of [2, 4]) {
      home.clock.set(later(hours));
      await home.process().running();
      await home.process().running();
    }
    const [[, after] = []] = await deadlines();
    expect(Number(after) - Number(before)).toBe(4 * hourMs);
  });

  it('makes a short gap of many looks by beating between them', async () => {
    const world = home.newWorld();
    const pulse = pulseOf(world);
    await pulse(false);
    home.clock.advance(9 * minuteMs);
    await pulse(false);
    expect(await world.outages.lastBeat()).toEqual(home.clock.now());
  });
});

/** What a tick does for open periods, and nothing else. */
async function makeUp(world: World): Promise<void> {
  await pulseOf(world)(false);
  await runDueJobs({ jobs: [openPeriods], world, owner: 'one', log: home.log, admins: [] });
}

/** The evening of the last day of a period: the outage of six hours that follows reaches beyond its end. */
const evening = new Date('2026-12-31T20:00:00+08:00');
const night = new Date('2027-01-01T02:00:00+08:00');

/** Starts after an outage in a process that dies after `n` calls, then in one that lives; returns the end. */
async function dieAfter(n: number) {
  for (const collection of ['expectations', 'outages', 'heartbeats', 'appointments', 'job-runs'])
    await home.store.collection(collection).deleteMany({});
  home.clock.set(evening);
  await home.world.appointments.make({ job: 'open-periods', scope: 'bina-iman', at: evening });
  await makeUp(home.newWorld());
  home.clock.set(night);
  const mortal = mortalWorld(home.newWorld(), n);
  await makeUp(mortal.world).catch(() => undefined);
  await makeUp(home.newWorld());
  const beat = await home.world.outages.lastBeat();
  const end = { outages: await outages(), deadlines: await deadlines(), beat };
  return { end, calls: mortal.calls() };
}

it('ends the same wherever the process dies between the steps of making up for an outage', async () => {
  const { end, calls } = await dieAfter(Infinity);
  const deadlineAt = new Date('2027-01-01T06:00:00+08:00');
  expect(end.outages).toEqual([{ from: evening, to: night }]);
  expect(end.deadlines).toContainEqual(['bina-iman:2026-12', deadlineAt, 'expected']);
  expect(calls).toBeGreaterThan(10);
  for (let n = 0; n < calls; n += 1)
    expect({ n, ...(await dieAfter(n)).end }).toEqual({ n, ...end });
});
