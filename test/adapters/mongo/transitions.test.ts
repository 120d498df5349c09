import type { Schema } from 'mongoose';
import { mongoTransitions } from '../../../src/adapters/mongo/transitions';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import type { Store } from '../../../src/adapters/mongo/connect';
import type { ActivityStatus } from '../../../src/domain/activity-status';
import type { Transition, Transitions } from '../../../src/ports/follow-ups';
import { monday, openDatabase } from '../../support/bot-at-home';
import { settableClock } from '../../support/settable-clock';
import { after } from '../../support/stores-at-home';

let store: Store;
let transitions: Transitions;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ store, close } = await openDatabase(settableClock(monday)));
  await ensureIndexes(store);
  transitions = mongoTransitions(store);
});
afterEach(() => close());

function change(
  from: ActivityStatus | undefined,
  to: ActivityStatus,
  at: number,
  institution = 'bina-iman',
): Transition {
  const reasons = [{ kind: 'unanswered-check-ins', count: at }] as const;
  return { institution, ...(from && { from }), to, at: after(at), reasons, silentDays: at };
}
const first = change(undefined, 'active', 1);
const second = change('active', 'needs-attention', 2);
const third = change('needs-attention', 'active', 3);
const since = (from: number) => transitions.since(['bina-iman', 'al-ikhsan'], after(from));

describe('mongoTransitions', () => {
  it('hands back the latest change as it was recorded', async () => {
    expect(await transitions.latest('bina-iman')).toBeUndefined();
    for (const each of [first, second]) expect(await transitions.record(each)).toBe(true);
    expect(await transitions.latest('bina-iman')).toEqual(second);
  });

  it('gives the latest changes of many institutions at once', async () => {
    const other = change(undefined, 'no-word', 5, 'al-ikhsan');
    for (const each of [first, second, other]) await transitions.record(each);
    const latest = await transitions.latestOf(['bina-iman', 'al-ikhsan', 'datu-ismail']);
    expect(latest).toEqual(
      new Map([
        ['bina-iman', second],
        ['al-ikhsan', other],
      ]),
    );
  });

  it('refuses a change from a status that is not the latest', async () => {
    await transitions.record(first);
    expect(await transitions.record(third)).toBe(false);
    expect(await transitions.record(change(undefined, 'no-word', 9))).toBe(false);
    expect(await transitions.record(first)).toBe(false);
    expect(await since(0)).toEqual([first]);
  });

  it('refuses a change from a status where none was recorded', async () => {
    expect(await transitions.record(second)).toBe(false);
    expect(await since(0)).toEqual([]);
  });

  it('records one of many first changes, and one of many later ones', async () => {
    const processes = Array.from({ length: 50 }, () => mongoTransitions(store));
    for (const from of [undefined, 'active' as const]) {
      const to = from ? 'needs-attention' : 'active';
      const won = await Promise.all(processes.map((each, n) => each.record(change(from, to, n))));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await transitions.latest('bina-iman')).toEqual(change(from, to, won.indexOf(true)));
    }
    expect(await since(0)).toHaveLength(2);
  });

  it('lists every change since a moment, oldest first', async () => {
    const other = change(undefined, 'no-word', 2, 'al-ikhsan');
    for (const each of [first, second, third, other]) await transitions.record(each);
    expect(await since(0)).toEqual([first, other, second, third]);
    expect(await since(3)).toEqual([third]);
    expect(await since(4)).toEqual([]);
    expect(await transitions.since(['datu-ismail'], after(0))).toEqual([]);
  });

  it('keeps changes of one moment in the order in which they were recorded', async () => {
    const at = (from: ActivityStatus | undefined, to: ActivityStatus) => change(from, to, 1);
    const changes = [at(undefined, 'active'), at('active', 'no-word'), at('no-word', 'active')];
    for (const each of changes) await transitions.record(each);
    expect(await since(0)).toEqual(changes);
  });

  it('loses nothing and doubles nothing when a process dies before it replaces the latest', async () => {
    for (const each of [first, second]) await transitions.record(each);
    const latest = store.collection('latest-transitions');
    const before = await latest.findOne({ _id: 'bina-iman' as never });
    await transitions.record(third);
    // The latest as it was: only the row of the past was written before the process died.
    await latest.replaceOne({ _id: 'bina-iman' as never }, before!);
    expect(await since(0)).toEqual([first, second]);
    expect(await transitions.record(third)).toBe(true);
    expect(await since(0)).toEqual([first, second, third]);
  });

  it('shows no gap when the latest is replaced between two reads', async () => {
    for (const each of [first, second]) await transitions.record(each);
    const interrupted = mongoTransitions(beforeSecondFind(store, () => transitions.record(third)));
    const seen = await interrupted.since(['bina-iman'], after(0));
    expect(seen.slice(0, 2)).toEqual([first, second]);
    expect(await since(0)).toEqual([first, second, third]);
  });
});

/** The same store, on which something happens just before the second look into it. */
function beforeSecondFind(real: Store, happens: () => Promise<unknown>): Store {
  let finds = 0;
  const modelOf = (name: string, schema: Schema): unknown => {
    const model = real.model(name, schema);
    const find = (filter: object) => ({
      lean: async () => {
        finds += 1;
        if (finds === 2) await happens();
        return model.find(filter).lean();
      },
    });
    return changed(model, 'find', find);
  };
  return changed(real, 'model', modelOf);
}

const changed = <T extends object>(real: T, name: string, other: unknown): T =>
  new Proxy(real, {
    get: (target, key): unknown => (key === name ? other : Reflect.get(target, key)),
  });
