import mongoose, { Schema } from 'mongoose';
import { newKit, type Kit } from './store-kit';

const thingSchema = new Schema(
  {
    name: { type: String, required: true, unique: true },
    count: Number,
    tags: [String],
    lines: [{ sku: String, pieces: Number }],
    at: Date,
    big: BigInt,
    price: Schema.Types.Decimal128,
    place: Schema.Types.UUID,
    picture: Buffer,
    extra: Schema.Types.Mixed,
  },
  { timestamps: true },
);

describe('mongoose on the store', () => {
  let kit: Kit;
  let connection: mongoose.Connection;
  const things = () => connection.model('Thing', thingSchema);

  beforeEach(async () => {
    kit = await newKit();
    connection = await mongoose.createConnection(kit.uri, { dbName: 'shop' }).asPromise();
    await things().init();
  });
  afterEach(async () => {
    await connection.close();
    await kit.close();
  });

  it('keeps every kind of value', async () => {
    const made = await things().create({
      name: 'all',
      count: 1.5,
      tags: ['x'],
      lines: [{ sku: 'a', pieces: 2 }],
      at: new Date('2026-02-03T04:05:06.789Z'),
      big: 9007199254740993n,
      price: '12.50',
      place: '058ac917-360f-4693-8a8a-8c72564830a5',
      picture: Buffer.from([1, 2, 0, 255]),
      extra: { deep: [null, { x: true }] },
    });
    const found = (await things().findById(made.id).orFail()).toObject();
    expect(found).toEqual(made.toObject());
    expect(found.big).toBe(9007199254740993n);
    expect(String(found.price)).toBe('12.50');
  });

  it('creates, finds, updates and deletes', async () => {
    await things().create([
      { name: 'a', count: 1 },
      { name: 'b', count: 2 },
      { name: 'c', count: 3 },
    ]);
    expect(await things().countDocuments({ count: { $gte: 2 } })).toBe(2);
    expect(await things().estimatedDocumentCount()).toBe(3);
    expect(
      (
        await things()
          .find({ name: /^[ab]$/ })
          .sort('-name')
          .lean()
      ).map(({ name }) => name),
    ).toEqual(['b', 'a']);
    await things().updateMany({}, { $inc: { count: 10 } });
    expect(await things().distinct('count')).toEqual([11, 12, 13]);
    const before = await things().findOneAndUpdate({ name: 'a' }, { $push: { tags: 'new' } });
    expect(before?.tags).toEqual([]);
    const document = await things().findOne({ name: 'a' }).orFail();
    document.count = 99;
    document.tags.push('more');
    await document.save();
    expect((await things().findOne({ count: 99 }).orFail()).tags).toEqual(['new', 'more']);
    expect(await things().exists({ name: 'zzz' })).toBeNull();
    expect((await things().deleteOne({ name: 'a' })).deletedCount).toBe(1);
    expect((await things().findOneAndDelete({ name: 'b' }))?.count).toBe(12);
    expect((await things().deleteMany({})).deletedCount).toBe(1);
  });

  it('notices that somebody else saved first', async () => {
    const schema = new Schema({ list: [Number] }, { optimisticConcurrency: true });
    const model = connection.model('Watched', schema);
    const { id } = await model.create({ list: [1] });
    const [first, second] = [await model.findById(id).orFail(), await model.findById(id).orFail()];
    first.list.push(2);
    await first.save();
    second.list.push(3);
    await expect(second.save()).rejects.toThrow(mongoose.Error.VersionError);
  });

  it('answers as a standalone server, which has sessions and no transactions', async () => {
    const session = await connection.startSession();
    await things().create([{ name: 'in session' }], { session });
    const inTransaction = () => things().create([{ name: 'in transaction' }], { session });
    await expect(session.withTransaction(inTransaction)).rejects.toMatchObject({
      originalError: {
        code: 20,
        message: 'Transaction numbers are only allowed on a replica set member or mongos',
      },
    });
    await session.endSession();
    expect(await things().countDocuments()).toBe(1);
  });

  it('shapes what is found', async () => {
    await things().create({
      name: 'a',
      count: 1,
      tags: ['x', 'y', 'z'],
      lines: [
        { sku: 's', pieces: 1 },
        { sku: 't', pieces: 2 },
      ],
    });
    const shape = async (projection: object) =>
      (await things()
        .findOne({}, { _id: 0, ...projection })
        .lean()) as object;
    expect(await shape({ count: 1 })).toEqual({ count: 1 });
    expect(await shape({ tags: { $slice: [1, 1] }, name: 1 })).toEqual({ name: 'a', tags: ['y'] });
    expect(await shape({ 'lines.sku': 1 })).toEqual({ lines: [{ sku: 's' }, { sku: 't' }] });
    expect(await shape({ lines: { $elemMatch: { pieces: 2 } } })).toMatchObject({
      lines: [{ sku: 't' }],
    });
    expect(
      await things().findOne({ 'lines.pieces': 2 }, { 'lines.$': 1, _id: 0 }).lean(),
    ).toMatchObject({ lines: [{ sku: 't' }] });
    expect(await shape({ twice: { $multiply: ['$count', 2] } })).toEqual({ twice: 2 });
  });

  it('populates', async () => {
    const owner = connection.model('Owner', new Schema({ name: String }));
    const pet = connection.model(
      'Pet',
      new Schema({ name: String, owner: { type: Schema.Types.ObjectId, ref: 'Owner' } }),
    );
    await pet.create({ name: 'rex', owner: (await owner.create({ name: 'ada' }))._id });
    expect((await pet.findOne().populate('owner').lean())?.owner).toMatchObject({ name: 'ada' });
  });
});
