import { errorOf, newKit, type Kit } from './store-kit';

describe('commands', () => {
  let kit: Kit;
  beforeAll(async () => void (kit = await newKit()));
  afterAll(() => kit.close());

  it('introduce a standalone server of a version drivers like', async () => {
    const hello = await kit.db.command({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      maxWireVersion: 21,
      logicalSessionTimeoutMinutes: 30,
      maxBsonObjectSize: 16777216,
    });
    expect(hello['setName']).toBeUndefined();
    expect(await kit.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect((await kit.db.admin().buildInfo())['version']).toMatch(/^7\./);
    expect(await kit.db.admin().serverStatus()).toMatchObject({ ok: 1, pid: process.pid });
    expect(await kit.db.command({ connectionStatus: 1 })).toMatchObject({ ok: 1 });
  });

  it('accept the fields drivers add to everything', async () => {
    const extras = {
      comment: 'x',
      maxTimeMS: 1000,
      readConcern: { level: 'local' },
      $clusterTime: {},
      apiVersion: '1',
      txnNumber: 5,
    };
    expect(await kit.db.command({ find: 'nothing', ...extras })).toMatchObject({ ok: 1 });
    expect(
      await kit.db.command({
        insert: 'extras',
        documents: [{ a: 1 }],
        writeConcern: { w: 'majority', j: true },
      }),
    ).toMatchObject({ n: 1 });
  });

  it('are refused by name when unknown', async () => {
    expect(await errorOf(kit.db.command({ wobble: 1 }))).toMatchObject({
      code: 59,
      codeName: 'CommandNotFound',
      message: "no such command: 'wobble'",
    });
    expect(await errorOf(kit.db.command({ constructor: 1 }))).toMatchObject({ code: 59 });
    expect(
      await errorOf(
        kit.db.command({ find: 'x', startTransaction: true, autocommit: false, txnNumber: 1 }),
      ),
    ).toMatchObject({ code: 20 });
    expect(await errorOf(kit.db.command({ find: 'x', collation: { locale: 'id' } }))).toMatchObject(
      { code: 72 },
    );
    expect(await errorOf(kit.db.command({ find: 5 }))).toMatchObject({ code: 73 });
  });

  it('make, list and drop collections and databases', async () => {
    const db = kit.client.db('other');
    await db.createCollection('made');
    expect(await errorOf(db.command({ create: 'made' }))).toMatchObject({ code: 48 });
    expect(await errorOf(db.command({ create: 'capped', capped: true, size: 10 }))).toMatchObject({
      code: 72,
    });
    await db.collection('grown').insertOne({ a: 1 });
    expect((await db.listCollections().toArray()).map(({ name }) => name).sort()).toEqual([
      'grown',
      'made',
    ]);
    expect(await db.listCollections({ name: 'made' }, { nameOnly: true }).toArray()).toEqual([
      { name: 'made', type: 'collection' },
    ]);
    expect((await kit.db.admin().listDatabases()).databases.map(({ name }) => name)).toContain(
      'other',
    );
    expect(await db.collection('grown').drop()).toBe(true);
    expect(await db.collection('grown').countDocuments()).toBe(0);
    expect(await errorOf(db.collection('grown').indexes())).toMatchObject({ code: 26 });
    expect(await db.dropDatabase()).toBe(true);
    expect(await db.listCollections().toArray()).toEqual([]);
    expect(await errorOf(db.collection('a$b').insertOne({}))).toMatchObject({ code: 73 });
  });

  it('find and modify, giving the document before or after', async () => {
    const queue = kit.db.collection<{ _id: number; state: string }>('queue');
    await queue.insertMany([1, 2, 3].map((_id) => ({ _id, state: 'due' })));
    expect(
      await queue.findOneAndUpdate(
        { state: 'due' },
        { $set: { state: 'taken' } },
        { sort: { _id: -1 } },
      ),
    ).toEqual({ _id: 3, state: 'due' });
    expect(
      await queue.findOneAndUpdate(
        { _id: 1 },
        { $set: { state: 'x' } },
        { returnDocument: 'after', projection: { state: 1, _id: 0 } },
      ),
    ).toEqual({ state: 'x' });
    expect(
      await queue.findOneAndReplace({ _id: 1 }, { state: 'y' }, { returnDocument: 'after' }),
    ).toEqual({ _id: 1, state: 'y' });
    expect(await queue.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, state: 'y' });
    expect(await queue.findOneAndDelete({ _id: 1 })).toBeNull();
    expect(
      await kit.db.command({
        findAndModify: 'queue',
        query: { _id: 9 },
        update: { $set: { state: 'new' } },
        upsert: true,
        new: true,
      }),
    ).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 },
      value: { _id: 9, state: 'new' },
    });
    expect(await errorOf(kit.db.command({ findAndModify: 'queue', query: {} }))).toMatchObject({
      code: 9,
    });
  });

  it('count, skip and limit', async () => {
    const numbers = kit.db.collection('numbers');
    await numbers.insertMany(Array.from({ length: 20 }, (_, n) => ({ n })));
    expect(await numbers.estimatedDocumentCount()).toBe(20);
    expect(await numbers.countDocuments({ n: { $gte: 5 } }, { skip: 2, limit: 4 })).toBe(4);
    expect(
      await kit.db.command({ count: 'numbers', query: { n: { $lt: 5 } }, skip: 1 }),
    ).toMatchObject({ n: 4 });
    expect(await kit.db.command({ count: 'numbers', limit: 3 })).toMatchObject({ n: 3 });
    expect(await kit.db.command({ collStats: 'numbers' })).toMatchObject({
      count: 20,
      nindexes: 1,
    });
    expect(await kit.db.stats()).toMatchObject({ ok: 1, db: 'test' });
  });

  it('put the id first, make one where there is none, and refuse strange ones', async () => {
    const docs = kit.db.collection<Record<string, unknown>>('docs');
    await docs.insertOne({ a: 1, _id: 'x' as never });
    expect(Object.keys((await docs.findOne({})) ?? {})).toEqual(['_id', 'a']);
    await kit.db.command({ insert: 'docs', documents: [{ b: 1 }] });
    expect((await docs.findOne({ b: 1 }))?._id).toHaveProperty('_bsontype', 'ObjectId');
    expect(await errorOf(docs.insertOne({ _id: [1] as never }))).toMatchObject({ code: 53 });
    expect(await errorOf(docs.insertOne({ a: 'x'.repeat(17 * 1024 * 1024) }))).toBeDefined();
  });
});
