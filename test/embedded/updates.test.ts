import { Decimal128, Double, Int32, Long } from 'bson';
import { addIndex, errorOf, newKit, type Kit } from './store-kit';

describe('updates', () => {
  let kit: Kit;
  beforeAll(async () => void (kit = await newKit()));
  afterAll(() => kit.close());
  const things = () => kit.db.collection<Record<string, unknown>>('things');

  /** Stores a document, updates it, and gives the counts with the document as it is then. */
  async function updated(
    before: object,
    update: object | object[],
    filter: object = {},
    options: object = {},
  ) {
    await things().deleteMany({});
    await things().insertOne({ _id: 1 as never, ...before });
    const { matchedCount, modifiedCount } = await things().updateOne(filter, update, options);
    const doc = await things().findOne({}, { projection: { _id: 0 } });
    return { matchedCount, modifiedCount, doc };
  }

  it.each([
    [{}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [{ a: [1, 2] }, { $set: { 'a.3': 9 } }, { a: [1, 2, null, 9] }],
    [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [{ a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
    [{ a: 5 }, { $inc: { a: 2, b: 3 } }, { a: 7, b: 3 }],
    [{ a: 5 }, { $mul: { a: 2, b: 3 } }, { a: 10, b: 0 }],
    [{ a: 5 }, { $min: { a: 3, b: 1 } }, { a: 3, b: 1 }],
    [{ a: null }, { $max: { a: 'x' } }, { a: 'x' }],
    [{ a: { x: 1 } }, { $rename: { 'a.x': 'b.y' } }, { a: {}, b: { y: 1 } }],
    [{}, { $push: { a: 1 } }, { a: [1] }],
    [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: 0 } } }, { a: [9, 1, 2] }],
    [
      { a: [{ n: 2 }, { n: 1 }] },
      { $push: { a: { $each: [], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [{ a: [1, 2, 3, 2] }, { $pull: { a: 2 } }, { a: [1, 3] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [{ a: [{ x: 1, y: 2 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    [{ a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    [
      { a: 1 },
      [{ $set: { b: { $add: ['$a', 1] }, 'c.d': '$a' } }, { $unset: 'a' }],
      { b: 2, c: { d: 1 } },
    ],
  ])('%j with %j becomes %j', async (before, update, after) => {
    expect(await updated(before, update)).toEqual({
      matchedCount: 1,
      modifiedCount: 1,
      doc: after,
    });
  });

  it.each([
    [{ a: 1 }, { $set: { a: 1 } }],
    [{ a: 1 }, { $unset: { b: '' } }],
    [{ a: 1 }, { $inc: { a: 0 } }],
    [{ a: [1] }, { $addToSet: { a: 1 } }],
    [{ a: [1] }, { $pull: { a: 2 } }],
    [{ a: 1 }, { $max: { a: 0 } }],
    [{ a: 1 }, { $rename: { nope: 'b' } }],
    [{ a: 1 }, { $setOnInsert: { b: 1 } }],
  ])('%j is matched and not modified by %j', async (before, update) => {
    expect(await updated(before, update)).toEqual({
      matchedCount: 1,
      modifiedCount: 0,
      doc: before,
    });
  });

  it('changes the element that matched, all elements, and those a filter names', async () => {
    const marks = {
      marks: [
        { who: 'a', n: 1 },
        { who: 'b', n: 5 },
        { who: 'c', n: 9 },
      ],
    };
    const first = await updated(
      marks,
      { $set: { 'marks.$.n': 0 } },
      { marks: { $elemMatch: { who: 'b', n: { $gt: 3 } } } },
    );
    expect(first.doc).toEqual({
      marks: [
        { who: 'a', n: 1 },
        { who: 'b', n: 0 },
        { who: 'c', n: 9 },
      ],
    });
    const dotted = await updated(marks, { $inc: { 'marks.$.n': 1 } }, { 'marks.who': 'c' });
    expect(dotted.doc).toEqual({
      marks: [
        { who: 'a', n: 1 },
        { who: 'b', n: 5 },
        { who: 'c', n: 10 },
      ],
    });
    const all = await updated(marks, { $inc: { 'marks.$[].n': 1 } });
    expect(all.doc).toEqual({
      marks: [
        { who: 'a', n: 2 },
        { who: 'b', n: 6 },
        { who: 'c', n: 10 },
      ],
    });
    const some = await updated(
      marks,
      { $set: { 'marks.$[m].n': -1 } },
      {},
      { arrayFilters: [{ 'm.n': { $gte: 5 }, 'm.who': { $ne: 'c' } }] },
    );
    expect(some.doc).toEqual({
      marks: [
        { who: 'a', n: 1 },
        { who: 'b', n: -1 },
        { who: 'c', n: 9 },
      ],
    });
    expect(
      (await updated({ a: [1, 2, 3] }, { $set: { 'a.$': 0 } }, { a: { $gt: 1 } })).doc,
    ).toEqual({ a: [1, 0, 3] });
  });

  it('keeps the types of numbers, the wider winning', async () => {
    const raw = async (before: object, update: object) => {
      await updated(before, update);
      return things().findOne({}, { projection: { _id: 0 }, promoteValues: false });
    };
    expect(await raw({ a: new Int32(1), b: new Double(2) }, { $inc: { a: 1 } })).toEqual({
      a: new Int32(2),
      b: new Double(2),
    });
    expect(await raw({ a: new Int32(2147483647) }, { $inc: { a: 1 } })).toEqual({
      a: Long.fromString('2147483648'),
    });
    expect(await raw({ a: Long.fromString('9007199254740993') }, { $inc: { a: 2 } })).toEqual({
      a: Long.fromString('9007199254740995'),
    });
    expect(
      await raw(
        { a: Decimal128.fromString('0.10') },
        { $inc: { a: Decimal128.fromString('0.2') } },
      ),
    ).toEqual({ a: Decimal128.fromString('0.30') });
    expect(await raw({ a: new Int32(1) }, { $inc: { a: 0.5 } })).toEqual({ a: new Double(1.5) });
  });

  it.each([
    [{ a: 1 }, { $set: { _id: 2 } }, 66],
    [{ a: 1 }, { $set: { 'a.b': 2 } }, 28],
    [{ a: 'x' }, { $inc: { a: 1 } }, 14],
    [{ a: 1 }, { $inc: { a: 'x' } }, 14],
    [{ a: 1 }, { $push: { a: 1 } }, 2],
    [{ a: 1 }, { $set: { b: 1, 'b.c': 2 } }, 40],
    [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    [{ a: 1 }, { $wobble: { a: 1 } }, 9],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
    [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    [{ a: 1 }, { $set: { '': 1 } }, 56],
    [{ a: 1 }, [{ $group: { _id: 1 } }], 40324],
    [{ a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
  ])('refuses %j with %j by code %i and changes nothing', async (before, update, code) => {
    expect(await errorOf(updated(before, update))).toMatchObject({ code });
    const [after] = await things()
      .find({}, { projection: { _id: 0 }, promoteLongs: false })
      .toArray();
    expect(after).toEqual(before);
  });

  it('inserts what the filter says by equality, with the operators applied', async () => {
    await things().deleteMany({});
    const filter = { key: 'k', 'deep.x': { $eq: 1 }, n: { $gt: 3 }, $and: [{ z: 7 }] };
    const result = await things().updateOne(
      filter,
      { $set: { a: 1 }, $setOnInsert: { first: true }, $inc: { hits: 1 } } as object,
      { upsert: true },
    );
    expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
    expect(
      await things().findOne({ _id: result.upsertedId as never }, { projection: { _id: 0 } }),
    ).toEqual({ key: 'k', deep: { x: 1 }, z: 7, a: 1, first: true, hits: 1 });
    expect(
      await things().updateOne({ key: 'k' }, { $setOnInsert: { first: false } }, { upsert: true }),
    ).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
  });

  it('replaces, keeping the id, and upserts a replacement', async () => {
    await things().deleteMany({});
    await things().insertOne({ _id: 1 as never, a: 1 });
    expect(await things().replaceOne({ a: 1 }, { b: 2 })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect(await things().findOne({})).toEqual({ _id: 1, b: 2 });
    expect(await errorOf(things().replaceOne({ b: 2 }, { _id: 5, b: 3 }))).toMatchObject({
      code: 66,
    });
    const upserted = await things().replaceOne(
      { _id: 7, b: 9 } as object,
      { c: 1 },
      { upsert: true },
    );
    expect(upserted).toMatchObject({ upsertedId: 7 });
    expect(await things().findOne({ _id: 7 as never })).toEqual({ _id: 7, c: 1 });
  });

  it('counts what many updates match and modify', async () => {
    await things().deleteMany({});
    await things().insertMany(Array.from({ length: 250 }, (_, n) => ({ n, even: n % 2 === 0 })));
    const result = await things().updateMany({ n: { $lt: 200 } }, { $set: { even: true } });
    expect(result).toMatchObject({ matchedCount: 200, modifiedCount: 100 });
    await addIndex(things(), { n: 1 });
    expect(
      await things().updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } } as object),
    ).toMatchObject({
      matchedCount: 250,
      modifiedCount: 250,
    });
    expect(await things().countDocuments({ n: { $gte: 1000, $lt: 1250 } })).toBe(250);
  });
});
