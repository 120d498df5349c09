import { mongoJobRuns } from '../../../src/adapters/mongo/job-runs';
import { clockworkStores, noRulesFile } from '../../../src/adapters/mongo/clockwork-stores';
import type { Store } from '../../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import { addDays, asDay } from '../../../src/domain/day';
import type { KeptExpectation } from '../../../src/ports/follow-ups';
import { monday, openDatabase } from '../../support/bot-at-home';
import { settableClock } from '../../support/settable-clock';
import { after } from '../../support/stores-at-home';

interface Query {
  readonly collection: string;
  readonly filter: object;
  readonly sort: object;
}

let store: Store;
let close: () => Promise<void>;
const queries: Query[] = [];
beforeAll(async () => {
  ({ store, close } = await openDatabase(settableClock(monday)));
  await ensureIndexes(store);
  store.set('debug', (...call: readonly unknown[]) => {
    const [collection, method, filter, ...rest] = call as [string, string, object, ...object[]];
    if (method.startsWith('insert') || method === 'bulkWrite') return;
    const sort = rest.map((each) => ('sort' in each ? (each.sort as object) : {}));
    queries.push({ collection, filter, sort: Object.assign({}, ...sort) as object });
  });
});
afterAll(() => close());

const day = asDay('2026-11-23')!;
const expectation: KeptExpectation = {
  institution: 'bina-iman',
  period: { id: '2026-11', rhythm: 'monthly', opensOn: day, closesOn: day },
  opensAt: after(0),
  deadlineAt: after(9),
  state: 'expected',
};

/** Asks everything that is ever asked of the clockwork's stores. */
async function askEverything(): Promise<void> {
  const its = clockworkStores(store, noRulesFile);
  const [ids, now] = [['bina-iman', 'al-ikhsan'], after(1)];
  const look = { job: 'status', scope: 'bina-iman', at: after(0), tries: 1 };
  const run = { job: 'status', scope: 'all', slot: now, at: now, late: false, did: 'looked' };
  await its.appointments.make(look);
  await its.appointments.hurry('status', 'bina-iman', now);
  await its.appointments.take(now, 'one', 5);
  await its.appointments.postpone(look, now, 'why');
  await its.appointments.settle({ ...run, state: 'done' }, now);
  await its.appointments.settle({ ...run, state: 'done' }, now);
  await its.appointments.nextAt();
  await its.appointments.lastRuns();
  await mongoJobRuns(store).of([run]);
  await its.expectations.of('bina-iman', '2026-11');
  await its.expectations.between(ids, day, day);
  await its.expectations.unsettled('bina-iman');
  await its.expectations.change(expectation, expectation);
  await its.leaves.of('bina-iman');
  await its.leaves.one('ONE');
  await its.leaves.shorten({ id: 'ONE', to: addDays(day, 1) }, day, 'RATNA');
  await its.leaves.withdraw('ONE', 'RATNA');
  await its.obstacles.open(ids);
  await its.obstacles.closedSince(ids, now);
  const closing = { id: 'F', by: 'RATNA', at: now, result: 'solved', note: '' } as const;
  await its.obstacles.close('ONE', closing);
  const change = {
    institution: 'bina-iman',
    to: 'active',
    at: now,
    reasons: [],
    silentDays: 0,
  } as const;
  await its.transitions.record(change);
  await its.transitions.record({ ...change, from: 'active', to: 'no-word' });
  await its.transitions.latestOf(ids);
  await its.transitions.since(ids, now);
  const incident = { id: 'ONE', institution: 'bina-iman', status: 'no-word', zone: 'UTC' } as const;
  await its.incidents.open({ ...incident, openedAt: now, done: [], handlings: [] });
  await its.incidents.openIn(ids);
  await its.incidents.stepDone('ONE', 'head', now);
  await its.incidents.handle('ONE', { by: 'RATNA', at: now, until: day });
  await its.incidents.close('ONE', now);
  await its.incidents.close('ONE', now);
  await its.incidents.followedUp(ids, now);
  await its.tasks.open(ids);
  await its.tasks.one('ONE');
  await its.tasks.done('ONE', 'RATNA', now);
  await its.tasks.lapse('bina-iman', 'call', now);
  await its.outages.beat(now);
  await its.outages.record({ from: now, to: after(9) });
  await its.outages.since(now);
  await its.expiries.put({ id: 'ONE', institution: 'bina-iman', what: 'Izin', on: day });
  await its.expiries.of('bina-iman');
  await its.rules.changeOf('bina-iman', { activeDays: 60 }, { id: 'ONE', by: 'RATNA', at: now });
  await its.rules.policyOf({ id: 'bina-iman' });
  await its.rules.problems();
  await its.rules.notice(await its.rules.state(), now);
  await its.rules.noticed();
}

it('finds everything the clockwork asks for with an index', async () => {
  await askEverything();
  const collections = new Set(queries.map(({ collection }) => collection));
  expect(collections.size).toBe(14);
  const scanning: Query[] = [];
  for (const query of queries) {
    const { collection, filter, sort } = query;
    const explained = await store.db!.command({ explain: { find: collection, filter, sort } });
    const plan = JSON.stringify(explained['queryPlanner']);
    if (plan.includes('COLLSCAN')) scanning.push(query);
  }
  expect(scanning).toEqual([]);
});
