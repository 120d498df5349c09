import { Decimal128, Double, Int32, Long } from 'bson';
import { addIndex, connectDriver, errorOf, newKit, openStore, type Kit } from './store-kit';

interface Explained {
  readonly queryPlanner: {
    readonly winningPlan: {
      readonly stage: string;
      readonly inputStage?: { readonly stage: string; readonly indexName?: string };
    };
  };
  readonly executionStats: {
    readonly totalDocsExamined: number;
    readonly totalKeysExamined: number;
    readonly nReturned: number;
  };
}

describe('indexes', () => {
  let kit: Kit;
  beforeEach(async () => void (kit = await newKit()));
  afterEach(() => kit.close());
  const things = () => kit.db.collection<Record<string, unknown>>('things');
  const explain = async (filter: object, sort: Record<string, 1 | -1> = {}, limit = 0) =>
    (await things()
      .find(filter)
      .sort(sort)
      .limit(limit)
      .explain('executionStats')) as unknown as Explained;

  async function examined(
    filter: object,
    sort: Record<string, 1 | -1> = {},
    limit = 0,
  ): Promise<unknown[]> {
    const { queryPlanner, executionStats } = await explain(filter, sort, limit);
    const { stage, inputStage } = queryPlanner.winningPlan;
    return [
      inputStage?.indexName ?? inputStage?.stage ?? stage,
      executionStats.totalDocsExamined,
      executionStats.nReturned,
    ];
  }

  it('are used instead of looking at every document', async () => {
    await things().insertMany(
      Array.from({ length: 500 }, (_, n) => ({
        _id: n as never,
        n,
        group: n % 10,
        tags: [`t${String(n)}`, 'all'],
        at: new Date(n),
        deep: { n },
      })),
    );
    await things().createIndexes([
      { key: { n: 1 } },
      { key: { group: 1, at: -1 } },
      { key: { tags: 1 } },
      { key: { 'deep.n': 1 } },
    ]);
    expect(await examined({ _id: 7 })).toEqual(['_id_', 1, 1]);
    expect(await examined({ _id: { $in: [7, 8, 9999] } })).toEqual(['_id_', 2, 2]);
    expect(await examined({ n: 42 })).toEqual(['n_1', 1, 1]);
    expect(await examined({ n: { $in: [1, 5, 5] } })).toEqual(['n_1', 2, 2]);
    expect(await examined({ n: { $gte: 10, $lt: 13 } })).toEqual(['n_1', 3, 3]);
    expect(await examined({ $and: [{ n: { $gt: 10 } }, { n: { $lte: 13 } }] })).toEqual([
      'n_1',
      3,
      3,
    ]);
    expect(await examined({ tags: 't3' })).toEqual(['tags_1', 1, 1]);
    expect(await examined({ 'deep.n': 3 })).toEqual(['deep.n_1', 1, 1]);
    expect(await examined({ group: 3, at: { $gte: new Date(400) } })).toEqual([
      'group_1_at_-1',
      10,
      10,
    ]);
    expect(await examined({ group: 3 }, { at: -1 }, 2)).toEqual(['group_1_at_-1', 2, 2]);
    expect(await examined({ group: 3 }, { at: 1 }, 2)).toEqual(['group_1_at_-1', 2, 2]);
    expect(await examined({}, { n: -1 }, 3)).toEqual(['n_1', 3, 3]);
    expect(await examined({ $or: [{ n: 3 }, { tags: 't9' }] })).toEqual(['SUBPLAN', 2, 2]);
    expect(await examined({ other: 1 })).toEqual(['COLLSCAN', 500, 0]);
  });

  it('miss nothing and keep the order where fields hold arrays', async () => {
    await things().insertMany([
      { n: 1, a: [0, 4] },
      { n: 2, a: 2 },
      {
        n: 3,
        a: [
          { x: 1, y: 9 },
          { x: 9, y: 2 },
        ],
      },
      { n: 4, a: 1 },
    ]);
    await addIndex(things(), { a: 1 });
    await addIndex(things(), { 'a.x': 1, 'a.y': 1 });
    const found = async (filter: object, sort: Record<string, 1 | -1>, limit = 0) =>
      (await things().find(filter).sort(sort).limit(limit).toArray()).map(({ n }) => n);
    expect(await found({ a: { $gte: 1, $lt: 3 } }, { n: 1 })).toEqual([1, 2, 4]);
    expect(await found({ a: { $gte: 1 } }, { a: 1 }, 2)).toEqual([1, 4]);
    expect(await found({ 'a.x': 1, 'a.y': 2 }, { n: 1 })).toEqual([3]);
    expect(await found({ a: { $in: [0, 4, 2] } }, { n: 1 })).toEqual([1, 2]);
  });

  it('serve updates and deletes as well', async () => {
    await things().insertMany(Array.from({ length: 50 }, (_, n) => ({ n })));
    await addIndex(things(), { n: 1 });
    for (const command of [
      { update: 'things', updates: [{ q: { n: 3 }, u: { $set: { x: 1 } } }] },
      { delete: 'things', deletes: [{ q: { n: 3 }, limit: 1 }] },
      { findAndModify: 'things', query: { n: 3 }, remove: true },
      { count: 'things', query: { n: 3 } },
      { aggregate: 'things', pipeline: [{ $match: { n: 3 } }], cursor: {} },
    ]) {
      const { executionStats, queryPlanner } = (await kit.db.command({
        explain: command,
      })) as unknown as Explained;
      expect([
        queryPlanner.winningPlan.inputStage?.stage,
        executionStats.totalDocsExamined,
      ]).toEqual(['IXSCAN', 1]);
    }
  });

  it('follow a change of one field while those of the others stay', async () => {
    await addIndex(things(), { a: 1 });
    await addIndex(things(), { b: 1, at: 1 });
    await addIndex(things(), { a: 1, b: 1 }, { partialFilterExpression: { open: true } });
    const at = new Date(0);
    await things().insertOne({ _id: 1 as never, a: 1, b: 2, at, open: false });
    await things().updateOne({ _id: 1 as never }, { $set: { a: 3 } });
    expect(await examined({ a: 1 })).toEqual(['a_1', 0, 0]);
    expect(await examined({ a: 3 })).toEqual(['a_1', 1, 1]);
    expect(await examined({ b: 2, at })).toEqual(['b_1_at_1', 1, 1]);
    await things().updateOne({ _id: 1 as never }, { $set: { open: true } });
    expect(await examined({ a: 3, b: 2, open: true })).toEqual(['a_1_b_1', 1, 1]);
    await things().updateOne({ _id: 1 as never }, { $unset: { at: 1 } });
    expect(await examined({ b: 2, at: null })).toEqual(['b_1_at_1', 1, 1]);
    expect(await examined({ b: 2, at })).toEqual(['b_1_at_1', 0, 0]);
  });

  it('follow every change of a document', async () => {
    await addIndex(things(), { 'list.x': 1 });
    await things().insertOne({ _id: 1 as never, list: [{ x: 1 }, { x: 2 }] });
    await things().updateOne({ 'list.x': 2 }, { $set: { 'list.$.x': 5 } });
    expect(await examined({ 'list.x': 2 })).toEqual(['list.x_1', 0, 0]);
    expect(await examined({ 'list.x': 5 })).toEqual(['list.x_1', 1, 1]);
    await things().deleteOne({ 'list.x': 1 });
    expect(await examined({ 'list.x': 5 })).toEqual(['list.x_1', 0, 0]);
  });

  it('keep keys unique whatever the type of number, nulls and missing fields included', async () => {
    await addIndex(things(), { key: 1 }, { unique: true });
    await things().insertMany([
      { key: new Int32(5) },
      { key: Long.fromString('9007199254740993') },
      { other: 1 },
    ]);
    for (const key of [new Double(5), Decimal128.fromString('5.0'), Long.fromNumber(5), null])
      expect(await errorOf(things().insertOne({ key }))).toMatchObject({ code: 11000 });
    await things().insertMany([
      { key: 9007199254740992 },
      { key: '5' },
      { key: 'x'.repeat(5000) },
      { key: 'x'.repeat(5001) },
    ]);
    expect(await errorOf(things().insertOne({ key: 'x'.repeat(5000) }))).toMatchObject({
      code: 11000,
    });
  });

  it('words a duplicate as MongoDB does', async () => {
    await addIndex(things(), { name: 1, 'at.day': -1 }, { unique: true });
    const doc = { name: 'x', at: { day: 3 } };
    await things().insertOne({ ...doc });
    const error = await errorOf(things().insertOne({ ...doc }));
    expect(error.message).toBe(
      'E11000 duplicate key error collection: test.things index: name_1_at.day_-1 dup key: { name: "x", at.day: 3 }',
    );
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { name: 1, 'at.day': -1 },
      keyValue: { name: 'x', 'at.day': 3 },
    });
    await things().insertOne({ name: 'y', at: { day: 3 } });
    expect(await errorOf(things().updateOne({ name: 'y' }, { $set: { name: 'x' } }))).toMatchObject(
      { code: 11000 },
    );
    expect(
      await errorOf(things().findOneAndUpdate({ name: 'y' }, { $set: { name: 'x' } })),
    ).toMatchObject({ code: 11000 });
    expect(await things().countDocuments({ name: 'y' })).toBe(1);
  });

  it('leave out documents without the field when sparse', async () => {
    await addIndex(things(), { code: 1 }, { unique: true, sparse: true });
    await things().insertMany([{ a: 1 }, { a: 2 }, { code: null }, { code: 'x' }]);
    expect(await errorOf(things().insertOne({ code: 'x' }))).toMatchObject({ code: 11000 });
    expect(await errorOf(things().insertOne({ code: null }))).toMatchObject({ code: 11000 });
    expect(await things().countDocuments({ code: null })).toBe(3);
    expect(await examined({ code: 'x' })).toEqual(['code_1', 1, 1]);
  });

  it('cover only what their filter takes in when partial', async () => {
    await addIndex(
      things(),
      { key: 1 },
      { unique: true, partialFilterExpression: { state: 'open' } },
    );
    await things().insertMany([
      { key: 1, state: 'closed' },
      { key: 1, state: 'closed' },
      { key: 1, state: 'open' },
    ]);
    expect(await errorOf(things().insertOne({ key: 1, state: 'open' }))).toMatchObject({
      code: 11000,
    });
    expect(await errorOf(things().updateMany({}, { $set: { state: 'open' } }))).toMatchObject({
      code: 11000,
    });
    expect(await things().countDocuments({ key: 1 })).toBe(3);
    expect(await examined({ key: 1, state: 'open' })).toEqual(['key_1', 1, 1]);
    expect(await examined({ key: 1 })).toEqual(['COLLSCAN', 3, 3]);
    await things().updateOne({ state: 'open' }, { $set: { state: 'closed' } });
    await things().insertOne({ key: 1, state: 'open' });
  });

  it('are made once, listed and dropped', async () => {
    expect(await addIndex(things(), { a: 1 }, { unique: true })).toBe('a_1');
    expect(await addIndex(things(), { a: 1 }, { unique: true })).toBe('a_1');
    expect(await errorOf(addIndex(things(), { a: 1 }))).toMatchObject({ code: 86 });
    expect(await errorOf(addIndex(things(), { b: 1 }, { name: 'a_1' }))).toMatchObject({
      code: 86,
    });
    expect(
      await errorOf(addIndex(things(), { a: 1 }, { unique: true, name: 'other' })),
    ).toMatchObject({ code: 85 });
    await addIndex(things(), { c: -1 }, { sparse: true, expireAfterSeconds: 60 });
    expect(await things().indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1', unique: true },
      { v: 2, key: { c: -1 }, name: 'c_-1', sparse: true, expireAfterSeconds: 60 },
    ]);
    await things().dropIndex('a_1');
    expect(await errorOf(things().dropIndex('a_1'))).toMatchObject({ code: 27 });
    await things().insertMany([{ a: 1 }, { a: 1 }]);
    expect(await examined({ a: 1 })).toEqual(['COLLSCAN', 2, 2]);
    expect(await errorOf(addIndex(things(), { a: 1 }, { unique: true }))).toMatchObject({
      code: 11000,
      keyValue: { a: 1 },
    });
    expect(await things().indexes()).toHaveLength(2);
    expect(await addIndex(things(), { a: 1 })).toBe('a_1');
  });

  it.each([
    [{ a: 'text' }, {}, 67],
    [{ a: '2dsphere' }, {}, 67],
    [{ '$**': 1 }, {}, 67],
    [{ a: 1 }, { collation: { locale: 'id' } }, 67],
    [{ a: 1 }, { wobble: true }, 197],
    [{ a: 1, b: 1 }, { expireAfterSeconds: 5 }, 67],
    [{ a: 1 }, { partialFilterExpression: { a: { $ne: 1 } } }, 67],
  ])('of kind %j with %j are refused (%i) rather than faked', async (key, options, code) => {
    const name = 'wanted';
    expect(
      await errorOf(
        kit.db.command({ createIndexes: 'things', indexes: [{ key, name, ...options }] }),
      ),
    ).toMatchObject({ code });
  });

  it('refuses two arrays in one index', async () => {
    await addIndex(things(), { a: 1, b: 1 });
    expect(await errorOf(things().insertOne({ a: [1], b: [2] }))).toMatchObject({ code: 171 });
  });

  it('are there after a restart, with all the documents', async () => {
    await addIndex(
      things(),
      { key: 1 },
      { unique: true, partialFilterExpression: { key: { $gt: 5 } } },
    );
    await addIndex(things(), { tags: 1 });
    await things().insertMany([{ key: 9, tags: ['a', 'b'] }, { key: 1 }]);
    await kit.client.close();
    await kit.store.stop();
    const again = await openStore(kit.dir);
    const client = await connectDriver(again.uri);
    const collection = client.db('test').collection('things');
    expect(await collection.indexes()).toMatchObject([
      { name: '_id_' },
      { name: 'key_1', unique: true, partialFilterExpression: { key: { $gt: 5 } } },
      { name: 'tags_1' },
    ]);
    expect(await errorOf(collection.insertOne({ key: 9 }))).toMatchObject({ code: 11000 });
    await collection.insertMany([{ key: 1, tags: ['b'] }]);
    expect(await collection.countDocuments({ tags: 'b' })).toBe(2);
    expect((await collection.find().toArray()).map(({ key }) => key as unknown)).toEqual([9, 1, 1]);
    await client.close();
    await again.stop();
  });
});
