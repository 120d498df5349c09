import type { Job, Looked } from '../../src/jobs/job';
import { runDueJobs } from '../../src/jobs/run-due-jobs';
import type { World } from '../../src/ports';
import { adminChat, type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';
import { after } from '../support/stores-at-home';

const minute = 60;
const day = 24 * 60 * minute;

let home: ClockworkAtHome;
let ran: string[];
beforeEach(async () => {
  home = await clockworkAtHome();
  ran = [];
});
afterEach(() => home.close());

const scopes = ['al-ikhsan', 'bina-iman', 'datu-ismail'];

/** A job that looks at each scope once a day; `act` does the work. */
const daily = (act: (scope: string) => Promise<void> | void, more: Partial<Job> = {}): Job => ({
  name: 'daily',
  about: 'memeriksa',
  scopes: () => Promise.resolve(scopes),
  next: (_scope, _world, now) => Promise.resolve(now),
  async run({ scope, slot }): Promise<Looked> {
    ran.push(scope);
    await act(scope);
    return { did: 'looked', next: new Date(slot.getTime() + day * 1000) };
  },
  ...more,
});

const run = (job: Job, world: World = home.newWorld(), patienceMs = 60_000) =>
  runDueJobs({
    ...{ jobs: [job], world, owner: 'one', log: home.log, patienceMs },
    admins: [adminChat],
  });
const enter = (...its: readonly string[]) =>
  home.world.appointments.make(...its.map((scope) => ({ job: 'daily', scope, at: after(0) })));
const runs = () => home.store.collection('job-runs').find().sort({ at: 1 }).toArray();
const alarms = () => home.store.collection('outbox').find({ kind: 'alarm' }).toArray();
const broken = (scope: string) => {
  if (scope === 'bina-iman') throw new Error('Row is broken');
};

/** Runs what is due each minute for so long; returns the minutes at which bina-iman was looked at. */
async function minutesOf(job: Job, minutes: number): Promise<number[]> {
  const tried: number[] = [];
  for (let n = 0; n <= minutes; n += 1) {
    home.clock.set(after(n * minute));
    ran = [];
    await run(job);
    if (ran.includes('bina-iman')) tried.push(n);
  }
  return tried;
}

describe('a look that throws', () => {
  it('is tried again later and later, and holds up no other', async () => {
    await enter(...scopes);
    await run(daily(broken));
    expect(ran).toEqual(scopes);
    expect((await runs()).map(({ scope }) => scope as string)).toEqual([
      'al-ikhsan',
      'datu-ismail',
    ]);
    ran = [];
    expect(await minutesOf(daily(broken), 120)).toEqual([1, 5, 21, 85]);
  });

  it('is set aside after five tries, with a line in the log and one message to the admins', async () => {
    await enter(...scopes);
    await minutesOf(daily(broken), 100);
    const failed = (await runs()).filter(({ state }) => state === 'failed');
    expect(failed.map(({ scope, did }) => [scope, did] as unknown[])).toEqual([
      ['bina-iman', 'Error: Row is broken'],
    ]);
    expect(home.log.lines.filter((line) => line.includes('set aside'))).toHaveLength(1);
    const [alarm, ...others] = await alarms();
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ chat: adminChat });
    expect(JSON.stringify(alarm)).toContain('memeriksa');
    expect(JSON.stringify(alarm)).toContain('Bina Iman');
  });

  it('goes on at its next normal time', async () => {
    await enter('bina-iman');
    const tomorrow = after(day);
    await minutesOf(daily(broken, { next: () => Promise.resolve(tomorrow) }), 100);
    expect(await home.world.appointments.nextAt()).toEqual(tomorrow);
    home.clock.set(tomorrow);
    await run(daily(() => undefined));
    expect((await runs()).at(-1)).toMatchObject({ scope: 'bina-iman', state: 'done' });
  });

  it('is set aside also when its next time cannot be told', async () => {
    await enter('bina-iman');
    const next = () => Promise.reject(new Error('No calendar'));
    await minutesOf(daily(broken, { next }), 100);
    expect(await home.world.appointments.nextAt()).toEqual(after(85 * minute + day));
  });

  it('tells the admins once a day, however many institutions it fails for', async () => {
    await enter(...scopes);
    const all = daily(() => {
      throw new Error('All are broken');
    });
    await minutesOf(all, 100);
    expect((await runs()).filter(({ state }) => state === 'failed')).toHaveLength(3);
    expect(await alarms()).toHaveLength(1);
  });
});

describe('a look that the bot was not there for', () => {
  const tomorrowOf = (now: Date) => new Date(now.getTime() + day * 1000);
  const lateOnes: boolean[] = [];
  const noting = daily(() => undefined, {
    usefulHours: 12,
    run: ({ scope, slot, late }) => {
      ran.push(scope);
      lateOnes.push(late);
      return Promise.resolve({ did: 'looked', next: new Date(slot.getTime() + day * 1000) });
    },
  });

  it.each([
    [15 * minute, false],
    [15 * minute + 1, true],
    [12 * 60 * minute, true],
  ])('is caught up once, and marked when it is late: after %d s', async (seconds, late) => {
    await enter('bina-iman');
    home.clock.set(after(seconds));
    await run(noting);
    await run(noting);
    expect(ran).toEqual(['bina-iman']);
    expect(lateOnes.splice(0)).toEqual([late]);
    expect(await runs()).toMatchObject([{ state: 'done', late, slot: after(0) }]);
  });

  it('is skipped when it has lost its use, which is written down, and goes on', async () => {
    await enter('bina-iman');
    home.clock.set(after(12 * 60 * minute + 1));
    await run({ ...noting, next: (_scope, _world, now) => Promise.resolve(tomorrowOf(now)) });
    expect(ran).toEqual([]);
    expect(await runs()).toMatchObject([
      { scope: 'bina-iman', state: 'skipped', did: 'too late to be of use', late: true },
    ]);
    expect(await home.world.appointments.nextAt()).toEqual(tomorrowOf(home.clock.now()));
  });
});

describe('a look that never ends', () => {
  it('counts as failed, and holds up no other', async () => {
    await enter(...scopes);
    const endless = daily((scope) =>
      scope === 'bina-iman' ? new Promise<void>(() => undefined) : undefined,
    );
    await run(endless, home.newWorld(), 20);
    expect((await runs()).map(({ scope }) => scope as string)).toEqual([
      'al-ikhsan',
      'datu-ismail',
    ]);
    expect(home.log.lines.join()).toContain('Not done within');
  });
});

describe('a look that kills the process', () => {
  /** Dies in the look at bina-iman: what comes after it has no effect. */
  const dies = async () => {
    let isDead = false;
    const alive = home.newWorld();
    const { take, ...rest } = alive.appointments;
    const dead = () => Promise.reject(new Error('The process was killed'));
    const appointments = {
      ...rest,
      take: (...given: Parameters<typeof take>) => (isDead ? dead() : take(...given)),
      postpone: (...given: Parameters<typeof rest.postpone>) =>
        isDead ? dead() : rest.postpone(...given),
    };
    const killer = daily((scope) => {
      isDead = scope === 'bina-iman';
      broken(scope);
    });
    await run(killer, { ...alive, appointments }).catch(() => undefined);
  };

  it('is set aside after five deaths, and the others have their turn', async () => {
    await enter(...scopes);
    let deaths = 0;
    for (let n = 0; n < 200; n += 1) {
      home.clock.set(after(n * minute));
      ran = [];
      await dies();
      if (ran.includes('bina-iman')) deaths += 1;
    }
    expect(deaths).toBe(5);
    const states = (await runs()).map(({ scope, state }) => [scope, state] as unknown[]);
    expect(states).toContainEqual(['al-ikhsan', 'done']);
    expect(states).toContainEqual(['datu-ismail', 'done']);
    expect(states).toContainEqual(['bina-iman', 'failed']);
    expect(await alarms()).toHaveLength(1);
  });

  it('costs the others none of their tries', async () => {
    await enter(...scopes);
    for (let n = 0; n < 4; n += 1) {
      home.clock.set(after(n * 30 * minute));
      await dies();
    }
    const rows = await home.store.collection('appointments').find().sort({ scope: 1 }).toArray();
    expect(rows.map(({ tries }) => tries as number)).toEqual([0, 3, 0]);
  });
});

describe('many slow looks', () => {
  it('are each done once, although together they last longer than a lease', async () => {
    const many = Array.from({ length: 12 }, (_, n) => `scope ${String(n).padStart(2, '0')}`);
    await enter(...many);
    const other = home.newWorld();
    // Each takes a minute and a half; another process asks for work in the meantime.
    const slow: Job = daily(async () => {
      home.clock.advance(90_000);
      for (const taken of await other.appointments.take(home.clock.now(), 'two', 1)) {
        ran.push(taken.scope);
        const { job, scope, at: slot } = taken;
        const done = { job, scope, slot, at: slot, late: false, did: 'by two', state: 'done' };
        await other.appointments.settle({ ...done, state: 'done' }, undefined);
      }
    });
    await run(slow);
    expect(ran.toSorted()).toEqual(many);
    expect(await runs()).toHaveLength(many.length);
  });

  it('say between them that the process is alive', async () => {
    await enter(...scopes);
    let beats = 0;
    const pulse = () => Promise.resolve(void (beats += 1));
    await runDueJobs({
      ...{ jobs: [daily(() => undefined)], world: home.world, owner: 'one' },
      ...{ log: home.log, admins: [], pulse },
    });
    expect(beats).toBe(4);
  });
});
