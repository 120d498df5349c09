import type { Rhythm } from '../../src/domain/institution';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';

let home: ClockworkAtHome;
beforeEach(async () => {
  // A Monday on which a week and a pair of weeks open, six weeks without days off ahead; 08.00 in Tanah Grogot.
  home = await clockworkAtHome('2026-09-07T00:00:00Z');
});
afterEach(() => home.close());

const dayMs = 24 * 3_600_000;
const openCalls = async () =>
  (await home.world.tasks.open(['bina-iman'])).filter(({ kind }) => kind === 'call');

/** Plays the rhythm at 09.00 of every day for so many days; returns the most calls open at a time. */
async function play(rhythm: Rhythm, days: number, limit: number): Promise<number> {
  await home.store.collection('institutions').deleteMany({ name: { $not: /Bina Iman/u } });
  await home.store.collection('institutions').updateMany({}, { $set: { rhythm } });
  const author = { id: `limit ${limit}`, by: 'JOKO', at: home.clock.now() };
  await home.world.rules.changeOf('bina-iman', { maxAutomaticPerMonth: limit }, author);
  const ticks = home.process();
  let most = 0;
  for (let n = 0; n < days; n += 1) {
    home.clock.set(new Date(Date.parse('2026-09-07T01:00:00Z') + n * dayMs));
    await ticks.leaping();
    most = Math.max(most, (await openCalls()).length);
  }
  return most;
}

/** What was sent to Hamdan or asked of the office, by day. */
async function done(): Promise<readonly string[]> {
  const rows = await home.store
    .collection('outbox')
    .find({ chat: 1001, kind: { $in: ['check-in', 'reminder'] }, state: 'scheduled' })
    .toArray();
  const tasks = await home.store.collection('tasks').find({ kind: 'call' }).toArray();
  const day = (at: unknown) => (at as Date).toISOString().slice(0, 10);
  return [
    ...rows.map(({ at, kind }) => `${day(at)} ${String(kind)}`),
    ...tasks.map(({ madeAt }) => `${day(madeAt)} call`),
  ].toSorted();
}

describe('a centre that is asked every week and never answers', () => {
  it('is reminded halfway through the week, and called once as long as nobody has called', async () => {
    expect(await play('weekly', 14, 31)).toBe(1);
    expect(await done()).toEqual([
      '2026-09-07 check-in',
      '2026-09-09 reminder',
      '2026-09-11 call',
      '2026-09-14 check-in',
      '2026-09-16 reminder',
    ]);
  });

  it('gets two messages a month and no third one, unless the office allows more', async () => {
    expect(await play('weekly', 28, 2)).toBe(1);
    expect(await done()).toEqual([
      '2026-09-07 check-in',
      '2026-09-09 reminder',
      '2026-09-11 call',
      '2026-10-01 check-in',
    ]);
  });

  it('is called again about a later week once the first call was made', async () => {
    await play('weekly', 6, 31);
    const [task] = await openCalls();
    await home.world.tasks.done(task!.id, 'JOKO', home.clock.now());
    await play('weekly', 12, 31);
    expect((await done()).filter((each) => each.endsWith('call'))).toEqual([
      '2026-09-11 call',
      '2026-09-18 call',
    ]);
  });
});

describe('a centre that is asked every two weeks and never answers', () => {
  it('is reminded in the second week, and called before the next period opens', async () => {
    expect(await play('two-weekly', 16, 31)).toBe(1);
    expect(await done()).toEqual([
      '2026-09-07 check-in',
      '2026-09-14 reminder',
      '2026-09-18 call',
      '2026-09-21 check-in',
    ]);
  });
});
