import type { Schema } from 'mongoose';
import * as clockwork from '../../../src/adapters/mongo/clockwork-schemas';
import type { Store } from '../../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import { mongoStores, type MongoStores } from '../../../src/adapters/mongo/mongo-stores';
import { retention } from '../../../src/adapters/mongo/retention';
import * as schemas from '../../../src/adapters/mongo/schemas';
import { traceTakers } from '../../../src/adapters/mongo/trace-takers';
import { monday, openDatabase } from '../../support/bot-at-home';
import { settableClock } from '../../support/settable-clock';
import { after } from '../../support/stores-at-home';

const all = [...Object.values(schemas), ...Object.values(clockwork)] as Schema[];
const collectionOf = (schema: Schema) => String(schema.get('collection'));
const collections = [...new Set(all.map(collectionOf))].toSorted();

let store: Store;
let stores: MongoStores;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ store, close } = await openDatabase(settableClock(monday)));
  await ensureIndexes(store);
  stores = mongoStores(store, () => {});
});
afterEach(() => close());

describe('what is decided for every collection', () => {
  it('says what becomes of the people in it', () => {
    expect(Object.keys(traceTakers).toSorted()).toEqual(collections);
  });

  it('says how long its rows are kept', () => {
    expect(Object.keys(retention).toSorted()).toEqual(collections);
  });

  it('leaves to an index exactly what has one', () => {
    const byIndex = all
      .filter((schema) =>
        schema.indexes().some(([, options]) => options.expireAfterSeconds !== undefined),
      )
      .map(collectionOf);
    const left = Object.entries(retention).flatMap(([name, keeping]) =>
      'index' in keeping ? [name] : [],
    );
    expect(left.toSorted()).toEqual(byIndex.toSorted());
  });

  it('takes words only from fields that a collection can hold', () => {
    const paths = new Set(all.flatMap((schema) => Object.keys(schema.paths)));
    expect(paths.has('note') && paths.has('findings') && paths.has('what')).toBe(true);
  });
});

async function ahmad() {
  await stores.people.meet(1001, 'AHMAD', 'Ahmad');
  return stores.people.join('AHMAD', {
    ...{ name: 'Ahmad Yani', address: 'Ustaz', origin: 'code' },
    grant: { role: 'manager', institution: 'bina-iman', since: after(0) },
    consent: { version: 1, at: after(0) },
  });
}

describe('mongoTraces', () => {
  it('keeps nothing of somebody who was never heard of', async () => {
    await ahmad();
    expect(await stores.traces.about(1002)).toEqual([]);
    expect((await stores.traces.about(1001)).map(({ total }) => total)).toEqual([1]);
  });

  it('writes one wish down once, with the names that were borne', async () => {
    await ahmad();
    await stores.people.rename('AHMAD', { name: 'Haji Ahmad', address: 'Ustaz', at: after(5) });
    const asked = { id: 'FORM', telegramId: 1001, at: after(9) };
    const first = await stores.traces.begin(asked);
    await stores.traces.unlink(first!);
    expect(await stores.traces.begin({ ...asked, at: after(20) })).toEqual(first);
    expect(first).toMatchObject({
      ...{ person: 'AHMAD', at: after(9) },
      names: [{ name: 'Ahmad Yani' }, { name: 'Haji Ahmad', since: after(5) }],
    });
    expect(await stores.people.byTelegram(1001)).toBeUndefined();
  });

  it('does not take a newcomer with the same account for the one who left', async () => {
    await ahmad();
    const left = await stores.traces.begin({ id: 'FORM', telegramId: 1001, at: after(9) });
    await stores.traces.unlink(left!);
    await stores.people.meet(1001, 'ANEW', 'Ahmad Yani');
    await stores.traces.sweep(left!, after(70));
    expect(await stores.people.byTelegram(1001)).toMatchObject({ id: 'ANEW' });
  });

  it('forgets, when it is done, whom it was about', async () => {
    await ahmad();
    await stores.traces.begin({ id: 'FORM', telegramId: 1001, at: after(9) });
    await stores.traces.end('FORM', after(1000));
    expect(await stores.traces.open()).toEqual([]);
    expect(await stores.traces.begin({ id: 'FORM', telegramId: 1001, at: after(9) })).toBe(
      undefined,
    );
    const [row] = await store.collection('forgettings').find().toArray();
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['_id', 'at', 'doneAt']);
  });

  it('knows who has had no role and said nothing since a day', async () => {
    await ahmad();
    await stores.people.meet(1002, 'GUEST', 'Tamu');
    const chat = { version: 1, memory: {}, last: undefined };
    for (const id of [1001, 1002])
      await store
        .collection<{ _id: number }>('chats')
        .insertOne({ _id: id, ...chat, touchedAt: after(1) } as never);
    expect(await stores.traces.left(after(2))).toEqual([{ id: 'GUEST', telegramId: 1002 }]);
    expect(await stores.traces.left(after(1))).toEqual([]);
  });

  it('lets go of what was kept long enough, and of nothing younger', async () => {
    const note = { who: 'AHMAD', did: 'joined', what: 'manager' } as const;
    const years = (n: number) => new Date(Date.parse(monday) - n * 365 * 24 * 3_600_000);
    await stores.audit.note({ ...note, id: 'old', at: new Date(years(5).getTime() - 1) });
    await stores.audit.note({ ...note, id: 'young', at: years(5) });
    expect(await stores.traces.expire(new Date(monday))).toBe(1);
    const { entries, total } = await stores.audit.page({ skip: 0, limit: 5 });
    expect({ total, ids: entries.map(({ id }) => id) }).toEqual({ total: 1, ids: ['young'] });
  });
});
