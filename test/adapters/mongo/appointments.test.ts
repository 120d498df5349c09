import { mongoAppointments } from '../../../src/adapters/mongo/appointments';
import type { Store } from '../../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import type { Appointments, JobRun, TakenLook } from '../../../src/ports/appointments';
import { monday, openDatabase } from '../../support/bot-at-home';
import { settableClock } from '../../support/settable-clock';
import { after } from '../../support/stores-at-home';

let store: Store;
let diary: Appointments;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ store, close } = await openDatabase(settableClock(monday)));
  await ensureIndexes(store);
  diary = mongoAppointments(store);
});
afterEach(() => close());

const minute = 60;
const many = Array.from({ length: 50 }, (_, n) => n);
const enter = (at: Date, scope = 'bina-iman') => diary.make({ job: 'status', scope, at });
const hurry = (at: Date) => diary.hurry('status', 'bina-iman', at);
const take = (now: Date, owner = 'one') => diary.take(now, owner, 20);
const ran = ({ job, scope, at: slot }: TakenLook, at = slot): JobRun => ({
  ...{ job, scope, slot, at },
  ...{ state: 'done', late: false, did: 'looked' },
});

/** Takes the one look that is due. */
async function takeOne(now: Date, owner = 'one', from = diary): Promise<TakenLook> {
  const looks = await from.take(now, owner, 20);
  expect(looks).toHaveLength(1);
  return looks[0]!;
}

/** A run that was recorded by a process that died before it could move the appointment on. */
async function dieAfterRecording(look: TakenLook, next?: Date): Promise<void> {
  const rows = store.collection('appointments');
  const before = await rows.findOne({ job: look.job, scope: look.scope });
  await diary.settle(ran(look), next);
  await rows.replaceOne({ _id: before!._id }, before!);
}

describe('an appointment', () => {
  it('is kept at its moment until it is due', async () => {
    await enter(after(10));
    expect(await take(after(9))).toEqual([]);
    expect(await take(after(10))).toEqual([
      { job: 'status', scope: 'bina-iman', at: after(10), tries: 1 },
    ]);
  });

  it('is entered once, and a second one changes nothing', async () => {
    await Promise.all(many.map((n) => enter(after(n + 10))));
    const first = await diary.nextAt();
    await enter(after(5));
    expect(await diary.nextAt()).toEqual(first);
    expect(await store.collection('appointments').countDocuments()).toBe(1);
  });

  it('is entered together with thousands of others, by two processes at once', async () => {
    const all = Array.from({ length: 1200 }, (_, n) => ({
      ...{ job: 'status', scope: `scope ${n}`, at: after(n) },
    }));
    await enter(after(-5), 'scope 7');
    await Promise.all([diary.make(...all), mongoAppointments(store).make(...all)]);
    expect(await store.collection('appointments').countDocuments()).toBe(1200);
    expect(await diary.nextAt()).toEqual(after(-5));
    await diary.make();
  });

  it('is taken by one of many processes that ask at once, each look once', async () => {
    await Promise.all(many.map((n) => enter(after(n), `scope ${n}`)));
    const processes = many.map(() => mongoAppointments(store));
    const looks = await Promise.all(processes.map((each, n) => each.take(after(99), `${n}`, 5)));
    const scopes = looks.flat().map(({ scope }) => scope);
    expect(scopes.toSorted()).toEqual(many.map((n) => `scope ${n}`).toSorted());
  });

  it('is taken the longest due first, and no more than asked for', async () => {
    for (const n of [3, 1, 2]) await enter(after(n), `scope ${n}`);
    const looks = await diary.take(after(9), 'one', 2);
    expect(looks.map(({ scope }) => scope)).toEqual(['scope 1', 'scope 2']);
  });

  it('is taken again by another process once the lease of a dead one has ended', async () => {
    await enter(after(0));
    await take(after(0), 'dead');
    expect(await take(after(2 * minute - 1), 'alive')).toEqual([]);
    expect(await takeOne(after(2 * minute), 'alive')).toMatchObject({ at: after(0), tries: 2 });
  });

  it('is taken back at once by a process that starts under the name of a dead one', async () => {
    await enter(after(0));
    await take(after(0), 'the only process');
    expect(await take(after(1), 'the only process')).toEqual([]);
    const restarted = mongoAppointments(store);
    expect(await takeOne(after(1), 'the only process', restarted)).toMatchObject({ tries: 2 });
  });

  it('is taken back later and later by a process that dies of it again and again', async () => {
    await enter(after(0));
    const dies = (at: number) => mongoAppointments(store).take(after(at), 'the only process', 1);
    expect(await dies(0)).toMatchObject([{ tries: 1 }]);
    expect(await dies(1)).toMatchObject([{ tries: 2 }]);
    expect(await dies(2)).toEqual([]);
    expect(await dies(2 + 4 * minute)).toMatchObject([{ tries: 3 }]);
  });

  it('is handed out once to one process that asks twice at the same time', async () => {
    await enter(after(0));
    const looks = await Promise.all(many.map(() => take(after(1))));
    expect(looks.flat()).toHaveLength(1);
  });
});

describe('a slot that was settled', () => {
  it('moves on to the next look', async () => {
    await enter(after(0));
    await diary.settle(ran(await takeOne(after(0))), after(60));
    expect(await take(after(59))).toEqual([]);
    expect(await takeOne(after(60))).toMatchObject({ at: after(60), tries: 1 });
  });

  it('moves on once, however many settle it, and to what the first of them said', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await diary.settle(ran(look), after(60));
    await Promise.all(many.map((n) => diary.settle(ran(look), after(n))));
    expect(await diary.nextAt()).toEqual(after(60));
    expect(await store.collection('job-runs').countDocuments()).toBe(1);
  });

  it('has no next look when none is wanted, and is not entered again', async () => {
    await enter(after(0));
    await diary.settle(ran(await takeOne(after(0))), undefined);
    expect(await diary.nextAt()).toBeUndefined();
    await enter(after(0));
    expect(await diary.nextAt()).toBeUndefined();
    await enter(after(1));
    expect(await diary.nextAt()).toEqual(after(1));
  });

  it('never runs again, also when the job names it as its next one or the clock jumps back', async () => {
    await enter(after(100));
    const look = await takeOne(after(100));
    await diary.settle(ran(look), after(50));
    const next = await takeOne(after(50));
    expect(next.at).toEqual(new Date(after(100).getTime() + 1));
  });

  it('is not run again when the process died before it could move on', async () => {
    await enter(after(0));
    await dieAfterRecording(await takeOne(after(0)), after(60));
    expect(await take(after(2 * minute), 'other')).toMatchObject([{ at: after(60) }]);
  });

  it('moves on after such a death even when no look is due then', async () => {
    await enter(after(0));
    await dieAfterRecording(await takeOne(after(0)), after(3600));
    expect(await take(after(2 * minute), 'other')).toEqual([]);
    expect(await diary.nextAt()).toEqual(after(3600));
  });

  it('does not disturb the slot that came after it', async () => {
    await enter(after(0));
    const slow = await takeOne(after(0), 'slow');
    await diary.settle(ran(await takeOne(after(2 * minute), 'quick')), after(200));
    const later = await takeOne(after(200), 'quick');
    await diary.settle(ran(slow), after(0));
    await diary.postpone(slow, after(0), 'too late');
    expect(await take(after(201), 'third')).toEqual([]);
    await diary.settle(ran(later), after(999));
    expect(await diary.nextAt()).toEqual(after(999));
  });
});

describe('hurrying', () => {
  it('brings a look forward, and never puts it off', async () => {
    await enter(after(60));
    await hurry(after(90));
    expect(await diary.nextAt()).toEqual(after(60));
    await hurry(after(30));
    expect(await takeOne(after(30))).toMatchObject({ at: after(30) });
  });

  it('enters a look where there was none', async () => {
    await Promise.all(many.map((n) => hurry(after(n + 5))));
    expect(await takeOne(after(5))).toMatchObject({ scope: 'bina-iman', at: after(5) });
  });

  it('during a look leads to another look, whatever that look plans', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await hurry(after(1));
    await diary.settle(ran(look), after(3600));
    expect(await takeOne(after(1))).toMatchObject({ at: after(1) });
  });

  it('during a look that plans no other leads to one', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await hurry(after(1));
    await diary.settle(ran(look), undefined);
    expect(await takeOne(after(1))).toMatchObject({ at: after(1) });
  });

  it('at the very moment of a slot that has run leads to a slot of its own', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await hurry(after(0));
    await diary.settle(ran(look), after(3600));
    const second = await takeOne(after(0));
    expect(second.at > look.at).toBe(true);
    await diary.settle(ran(second), after(3600));
    await hurry(after(0));
    const third = await takeOne(after(0));
    expect(third.at > second.at).toBe(true);
  });

  it('to a later moment is kept by a look that plans a still later one', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await hurry(after(500));
    await diary.settle(ran(look), after(3600));
    expect(await diary.nextAt()).toEqual(after(500));
  });

  it('is not lost when it falls between the record of a run and the next look', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await dieAfterRecording(look, after(3600));
    await hurry(after(1));
    expect(await take(after(2 * minute), 'other')).toMatchObject([{ at: after(1) }]);
  });

  it('is served by the next look when the one that ran died', async () => {
    await enter(after(0));
    await take(after(0), 'dead');
    await hurry(after(1));
    await diary.settle(ran(await takeOne(after(2 * minute), 'alive')), after(3600));
    expect(await diary.nextAt()).toEqual(after(3600));
  });

  it('is never lost among looks that run and settle at the same time', async () => {
    await enter(after(0));
    let heard = 0;
    let told = 0;
    const processes = [mongoAppointments(store), mongoAppointments(store)];
    const working = processes.map(async (each, n) => {
      for (let turn = 0; turn < 60; turn += 1)
        for (const look of await each.take(after(1), `process ${n}`, 5)) {
          heard = told;
          await each.settle(ran(look), after(3600));
        }
    });
    const telling = many.map(async () => {
      told += 1;
      await hurry(after(1));
    });
    await Promise.all([...working, ...telling]);
    for (const look of await take(after(1))) {
      heard = told;
      await diary.settle(ran(look), after(3600));
    }
    expect(heard).toBe(50);
    expect(await diary.nextAt()).toEqual(after(3600));
  });
});

describe('a slot that was put off', () => {
  it('keeps its name and counts its tries', async () => {
    await enter(after(0));
    await diary.postpone(await takeOne(after(0)), after(60), 'Error: $broken');
    expect(await take(after(59))).toEqual([]);
    expect(await takeOne(after(60))).toMatchObject({ at: after(0), tries: 2 });
  });

  it('stalls no other', async () => {
    await enter(after(0), 'bad');
    await enter(after(1), 'good');
    const [bad] = await take(after(1));
    await diary.postpone(bad!, after(60), 'Error');
    expect(await diary.nextAt()).toEqual(after(60));
  });

  it('is looked at sooner when something happens, under the same name', async () => {
    await enter(after(0));
    await diary.postpone(await takeOne(after(0)), after(60), 'Error');
    await hurry(after(30));
    expect(await takeOne(after(30))).toMatchObject({ at: after(0), tries: 2 });
  });

  it('is looked at sooner when something happened while it ran', async () => {
    await enter(after(0));
    const look = await takeOne(after(0));
    await hurry(after(10));
    await diary.postpone(look, after(60), 'Error');
    expect(await takeOne(after(10))).toMatchObject({ at: after(0), tries: 2 });
  });

  it('is not put off by a process whose lease has ended', async () => {
    await enter(after(0));
    const slow = await takeOne(after(0), 'slow');
    await takeOne(after(2 * minute), 'quick');
    await diary.postpone(slow, after(2 * minute), 'too late');
    expect(await take(after(3 * minute), 'third')).toEqual([]);
  });
});

describe('the last runs', () => {
  it('are the newest of each job in each state', async () => {
    const run = (job: string, at: number, state: JobRun['state']): Promise<void> =>
      diary.settle(
        { job, scope: 'all', slot: after(at), at: after(at), state, late: at > 2, did: `${at}` },
        undefined,
      );
    expect(await diary.lastRuns()).toEqual([]);
    await run('digest', 1, 'done');
    await run('digest', 3, 'done');
    await run('digest', 2, 'failed');
    await run('status', 1, 'skipped');
    expect((await diary.lastRuns()).map(({ job, state, did }) => [job, state, did])).toEqual([
      ['digest', 'done', '3'],
      ['digest', 'failed', '2'],
      ['status', 'skipped', '1'],
    ]);
  });

  it('are handed back as they were recorded', async () => {
    await enter(after(0));
    const run = ran(await takeOne(after(0)), after(5));
    await diary.settle(run, after(60));
    expect(await diary.lastRuns()).toEqual([run]);
  });
});
