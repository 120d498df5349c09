import { asDay } from '../../../src/domain/day';
import type { Task, Tasks } from '../../../src/ports/follow-ups';
import { after, storesAtHome } from '../../support/stores-at-home';

let tasks: Tasks;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ tasks, close } = await storesAtHome());
});
afterEach(() => close());

const aTask = (change: Partial<Task> = {}): Task => ({
  id: 'call:bina-iman:2026-11',
  institution: 'bina-iman',
  kind: 'call',
  why: 'Belum memberi kabar',
  dueOn: asDay('2026-11-23')!,
  madeAt: after(0),
  ...change,
});
const fifty = Array.from({ length: 50 }, (_, n) => n);

describe('mongoTasks', () => {
  it('makes a task once, however many make it', async () => {
    const made = await Promise.all(fifty.map(() => tasks.make(aTask())));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await tasks.one('call:bina-iman:2026-11')).toEqual(aTask());
    expect(await tasks.open(['bina-iman'])).toEqual([aTask()]);
  });

  it('does not make a task again that is done', async () => {
    await tasks.make(aTask());
    await tasks.done(aTask().id, 'RATNA', after(5));
    expect(await tasks.make(aTask())).toBe(false);
    expect(await tasks.open(['bina-iman'])).toEqual([]);
    expect(await tasks.one(aTask().id)).toEqual(aTask({ doneAt: after(5), doneBy: 'RATNA' }));
  });

  it('lists what is to be done in the institutions asked for, the earliest due first', async () => {
    await tasks.make(aTask({ id: 'B', dueOn: asDay('2026-12-02')! }));
    await tasks.make(aTask({ id: 'A', dueOn: asDay('2026-12-01')!, institution: 'al-ikhsan' }));
    await tasks.make(aTask({ id: 'C', institution: 'datu-ismail' }));
    const open = await tasks.open(['bina-iman', 'al-ikhsan']);
    expect(open.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  it('is done by one of many, who may say so twice', async () => {
    await tasks.make(aTask());
    const done = await Promise.all(
      fifty.map((n) => tasks.done(aTask().id, `PERSON${n}`, after(1))),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
    const doer = `PERSON${done.indexOf(true)}`;
    expect(await tasks.done(aTask().id, doer, after(2))).toBe(true);
    expect(await tasks.one(aTask().id)).toMatchObject({ doneBy: doer, doneAt: after(1) });
    expect(await tasks.done('NONE', doer, after(2))).toBe(false);
  });

  it('is to be done again when whoever ticked it off takes that back, and nobody else', async () => {
    await tasks.make(aTask());
    await tasks.done(aTask().id, 'RATNA', after(1));
    expect(await tasks.undo(aTask().id, 'JOKO')).toBe(false);
    expect(await tasks.undo(aTask().id, 'RATNA')).toBe(true);
    expect(await tasks.undo(aTask().id, 'RATNA')).toBe(false);
    expect(await tasks.open(['bina-iman'])).toEqual([aTask()]);
  });

  it('ends the tasks that an answer made pointless, and no other', async () => {
    await tasks.make(aTask());
    await tasks.make(aTask({ id: 'visit', kind: 'visit' }));
    await tasks.make(aTask({ id: 'other', institution: 'al-ikhsan' }));
    const lapsed = await Promise.all(fifty.map(() => tasks.lapse('bina-iman', 'call', after(3))));
    expect(lapsed.reduce((sum, n) => sum + n)).toBe(1);
    const open = await tasks.open(['bina-iman', 'al-ikhsan']);
    expect(open.map(({ id }) => id)).toEqual(['other', 'visit']);
    expect(await tasks.one(aTask().id)).toEqual(aTask({ doneAt: after(3) }));
    expect(await tasks.done(aTask().id, 'RATNA', after(4))).toBe(false);
  });
});
