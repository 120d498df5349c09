import type mongoose from 'mongoose';
import { addIndex, errorOf, newKit, type Kit } from './store-kit';

type BulkError = mongoose.mongo.MongoBulkWriteError;

describe('many writes in one go', () => {
  let kit: Kit;
  beforeEach(async () => void (kit = await newKit()));
  afterEach(() => kit.close());
  const things = () => kit.db.collection<{ _id: number; n?: number }>('things');

  it('stops at the first error when ordered', async () => {
    const error = (await errorOf(
      things().insertMany([{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }]),
    )) as BulkError;
    expect(error.code).toBe(11000);
    expect(error.insertedCount).toBe(2);
    expect([error.writeErrors].flat().map(({ index, code }) => [index, code])).toEqual([
      [2, 11000],
    ]);
    expect(await things().countDocuments()).toBe(2);
  });

  it('goes on past errors when unordered, and tells each place', async () => {
    const docs = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }];
    const error = (await errorOf(things().insertMany(docs, { ordered: false }))) as BulkError;
    expect(error.insertedCount).toBe(3);
    expect([error.writeErrors].flat().map(({ index }) => index)).toEqual([1, 3]);
    expect(await things().distinct('_id')).toEqual([1, 2, 3]);
  });

  it('keeps places right over hundreds', async () => {
    const docs = Array.from({ length: 450 }, (_, at) => ({ _id: at % 150 }));
    const error = (await errorOf(things().insertMany(docs, { ordered: false }))) as BulkError;
    expect(error.insertedCount).toBe(150);
    expect([error.writeErrors].flat().map(({ index }) => index)).toEqual(
      Array.from({ length: 300 }, (_, at) => at + 150),
    );
  });

  it('mixes inserts, updates and deletes and counts each kind', async () => {
    const result = await things().bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { insertOne: { document: { _id: 2, n: 2 } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { n: 10 } } } },
      { updateMany: { filter: {}, update: { $inc: { n: 100 } } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { n: 9 } }, upsert: true } },
      { replaceOne: { filter: { _id: 2 }, replacement: { n: 0 } } },
      { deleteOne: { filter: { _id: 1 } } },
      { deleteMany: { filter: { n: { $gt: 1000 } } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 4,
      modifiedCount: 4,
      deletedCount: 1,
      upsertedCount: 1,
      upsertedIds: { 4: 9 },
    });
    expect(await things().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 2, n: 0 },
      { _id: 9, n: 9 },
    ]);
  });

  it('tells which of several updates failed', async () => {
    await things().insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    await addIndex(kit.db.collection('things'), { n: 1 }, { unique: true });
    const writes = [
      { updateOne: { filter: { _id: 1 }, update: { $set: { n: 2 } } } },
      { updateOne: { filter: { _id: 2 }, update: { $set: { n: 3 } } } },
    ];
    const unordered = (await errorOf(things().bulkWrite(writes, { ordered: false }))) as BulkError;
    expect([unordered.writeErrors].flat().map(({ index, code }) => [index, code])).toEqual([
      [0, 11000],
    ]);
    expect(unordered.result.modifiedCount).toBe(1);
    const ordered = (await errorOf(
      things().bulkWrite([
        { updateOne: { filter: { _id: 1 }, update: { $set: { n: 3 } } } },
        { insertOne: { document: { _id: 5 } } },
      ]),
    )) as BulkError;
    expect(ordered.result.insertedCount).toBe(0);
  });

  it('takes writes nobody waits for', async () => {
    await things().insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
    await things().insertMany(
      Array.from({ length: 200 }, (_, at) => ({ _id: at + 2 })),
      { writeConcern: { w: 0 } },
    );
    for (let tries = 0; tries < 200 && (await things().countDocuments()) < 201; tries += 1);
    expect(await things().countDocuments()).toBe(201);
  });
});

describe('cursors', () => {
  let kit: Kit;
  beforeAll(async () => {
    kit = await newKit();
    await kit.db
      .collection<{ _id: number }>('many')
      .insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id, odd: _id % 2 })));
  });
  afterAll(() => kit.close());
  const many = () => kit.db.collection<{ _id: number }>('many');

  it('give everything once over many batches, in order', async () => {
    const found = await many().find().batchSize(37).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: 1000 }, (_, at) => at));
    const sorted = await many()
      .find({ odd: 1 })
      .sort({ _id: -1 })
      .skip(3)
      .limit(200)
      .batchSize(50)
      .toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual(
      Array.from({ length: 200 }, (_, at) => 993 - 2 * at),
    );
    expect(
      await many()
        .aggregate([{ $match: { odd: 1 } }], { batchSize: 10 })
        .toArray(),
    ).toHaveLength(500);
  });

  it('go on while documents come and go', async () => {
    const cursor = many().find().batchSize(100);
    const first = await cursor.next();
    await many().deleteMany({ _id: { $gte: 500 } });
    const rest = await cursor.toArray();
    expect(first?._id).toBe(0);
    expect(rest.length).toBeLessThan(999);
    expect(rest.length).toBeGreaterThanOrEqual(499);
    await many().insertMany(
      Array.from({ length: 500 }, (_, at) => ({ _id: at + 500, odd: at % 2 })),
    );
  });

  it('are gone once closed', async () => {
    const { cursor } = await kit.db.command({ find: 'many', batchSize: 2 });
    expect(await kit.db.command({ killCursors: 'many', cursors: [cursor.id] })).toMatchObject({
      cursorsKilled: [cursor.id],
    });
    expect(await errorOf(kit.db.command({ getMore: cursor.id, collection: 'many' }))).toMatchObject(
      { code: 43 },
    );
  });

  it('give one batch where one is asked for', async () => {
    expect(
      (await kit.db.command({ find: 'many', limit: 5, singleBatch: true })).cursor.firstBatch,
    ).toHaveLength(5);
    expect((await kit.db.command({ find: 'many', batchSize: 0 })).cursor).toMatchObject({
      firstBatch: [],
    });
    expect(await many().findOne({}, { sort: { _id: -1 } })).toMatchObject({ _id: 999 });
  });
});
