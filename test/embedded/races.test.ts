import { addIndex, newKit, type Kit } from './store-kit';

describe('at the same moment', () => {
  let kit: Kit;
  beforeEach(async () => void (kit = await newKit()));
  afterEach(() => kit.close());

  it('one of fifty inserts with the same unique key wins', async () => {
    const things = kit.db.collection('things');
    await addIndex(things, { key: 1 }, { unique: true });
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => things.insertOne({ key: 'same' })),
    );
    const lost = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: number }).code] : [],
    );
    expect(lost).toEqual(Array.from({ length: 49 }, () => 11000));
    expect(await things.countDocuments()).toBe(1);
  });

  it('fifty upserts of one key make one document, and each counts', async () => {
    const things = kit.db.collection<{ key: string; n: number; first?: number }>('things');
    await addIndex(things, { key: 1 }, { unique: true });
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, first) =>
        things.findOneAndUpdate(
          { key: 'k' },
          { $inc: { n: 1 }, $setOnInsert: { first } },
          { upsert: true, returnDocument: 'after' },
        ),
      ),
    );
    expect(await things.countDocuments()).toBe(1);
    expect(found.map((doc) => doc?.n).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 1),
    );
    expect(new Set(found.map((doc) => doc?.first)).size).toBe(1);
  });

  it('upserts without an index make one document, too', async () => {
    const things = kit.db.collection('things');
    const results = await Promise.all(
      Array.from({ length: 30 }, () =>
        things.updateOne({ key: 'k' }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    );
    expect(results.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1);
    expect(await things.find({}, { projection: { _id: 0 } }).toArray()).toEqual([
      { key: 'k', n: 30 },
    ]);
  });

  it('a claim by conditional update has one winner', async () => {
    const jobs = kit.db.collection('jobs');
    await jobs.insertOne({ state: 'due' });
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, by) =>
        jobs.updateOne({ state: 'due' }, { $set: { state: 'taken', by } }),
      ),
    );
    expect(claims.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });

  it('increments are not lost, nor is what was written read late', async () => {
    const counters = kit.db.collection<{ _id: string; n: number }>('counters');
    await Promise.all(
      Array.from({ length: 100 }, async (_, at) => {
        await counters.updateOne({ _id: 'c' }, { $inc: { n: 1 } }, { upsert: true });
        await counters.insertOne({ _id: `own${String(at)}`, n: at });
        expect(await counters.findOne({ _id: `own${String(at)}` })).toMatchObject({ n: at });
      }),
    );
    expect(await counters.findOne({ _id: 'c' })).toEqual({ _id: 'c', n: 100 });
  });
});
