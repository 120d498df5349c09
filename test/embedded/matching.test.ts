import { Decimal128, Double, Long, ObjectId, UUID } from 'bson';
import { errorOf, newKit, type Kit } from './store-kit';

const id = new ObjectId('0123456789abcdef01234567');
const uuid = new UUID('058ac917-360f-4693-8a8a-8c72564830a5');

describe('filters', () => {
  let kit: Kit;
  beforeAll(async () => void (kit = await newKit()));
  afterAll(() => kit.close());

  it.each<[object, object, boolean]>([
    [{ a: null }, { a: null }, true],
    [{}, { a: null }, true],
    [{ a: 0 }, { a: null }, false],
    [{ a: [1, null] }, { a: null }, true],
    [{ a: [{ b: 1 }, {}] }, { 'a.b': null }, true],
    [{ a: [1, 2] }, { 'a.b': null }, false],
    [{ a: [1, 2] }, { 'a.b': { $exists: false } }, true],
    [{}, { a: { $exists: false } }, true],
    [{ a: null }, { a: { $exists: true } }, true],
    [{}, { a: { $ne: 1 } }, true],
    [{ a: [1, 2] }, { a: { $ne: 1 } }, false],
    [{ a: [1, 2] }, { a: 2 }, true],
    [{ a: [1, 2] }, { a: [1, 2] }, true],
    [{ a: [1, 2] }, { a: [2, 1] }, false],
    [{ a: [[1, 2]] }, { a: [1, 2] }, true],
    [{ a: [1, 10] }, { a: { $gt: 4, $lt: 6 } }, true],
    [{ a: [1, 10] }, { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, false],
    [{ a: '5' }, { a: { $gt: 1 } }, false],
    [{ a: null }, { a: { $lt: 5 } }, false],
    [{ a: null }, { a: { $gte: null } }, true],
    [{ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
    [{ a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, false],
    [{ a: { x: 1 } }, { 'a.x': 1 }, true],
    [{ a: [{ x: 1 }, { x: 2 }] }, { 'a.1.x': 2 }, true],
    [
      {
        a: [
          { x: 1, y: 2 },
          { x: 2, y: 1 },
        ],
      },
      { 'a.x': 1, 'a.y': 1 },
      true,
    ],
    [
      {
        a: [
          { x: 1, y: 2 },
          { x: 2, y: 1 },
        ],
      },
      { a: { $elemMatch: { x: 1, y: 1 } } },
      false,
    ],
    [{ a: 1 }, { a: new Double(1) }, true],
    [{ a: Long.fromString('9007199254740993') }, { a: Long.fromString('9007199254740992') }, false],
    [{ a: Decimal128.fromString('1.50') }, { a: 1.5 }, true],
    [{ a: id }, { a: new ObjectId(id.toHexString()) }, true],
    [{ a: id }, { a: id.toHexString() }, false],
    [{ a: uuid }, { a: new UUID(uuid.toHexString()) }, true],
    [{ a: Buffer.from('x') }, { a: Buffer.from('x') }, true],
    [{ a: new Date(5) }, { a: { $lte: new Date(5) } }, true],
    [{ a: new Date(5) }, { a: { $lte: 10 } }, false],
    [{ a: NaN }, { a: { $lt: 5 } }, false],
    [{ a: NaN }, { a: NaN }, true],
    [{ a: 'Hello' }, { a: /^hel/i }, true],
    [{ a: ['x', 'Hello'] }, { a: { $in: [/^h/i, 3] } }, true],
    [{ a: 'b' }, { a: { $not: /^a/ } }, true],
    [{ a: 5 }, { a: { $not: { $gt: 6 } } }, true],
    [{ a: [1, 2, 3] }, { a: { $all: [3, 1] } }, true],
    [{ a: [1, 2, 3] }, { a: { $all: [] } }, false],
    [{ a: [{ x: 1 }, { x: 2 }] }, { a: { $all: [{ $elemMatch: { x: 2 } }] } }, true],
    [{ a: [1, 2] }, { a: { $size: 2 } }, true],
    [{ a: [] }, { a: { $size: 0 } }, true],
    [{ a: 7 }, { a: { $mod: [4, 3] } }, true],
    [{ a: 'x' }, { a: { $type: 'string' } }, true],
    [{ a: ['x', 1] }, { a: { $type: 'number' } }, true],
    [{ a: [] }, { a: { $type: 'array' } }, true],
    [{ a: 6 }, { a: { $bitsAllSet: 6 } }, true],
    [{ a: 1, b: 2 }, { $or: [{ a: 2 }, { b: 2 }] }, true],
    [{ a: 1, b: 2 }, { $nor: [{ a: 2 }, { b: 2 }] }, false],
    [{ a: 1 }, { a: { $nin: [2, null] } }, true],
    [{}, { a: { $nin: [2, null] } }, false],
    [{ a: 3, b: 2 }, { $expr: { $gt: ['$a', '$b'] } }, true],
    [{ a: { $numberLong: 'x' } as object }, { 'a.b': 1 }, false],
  ])('%j against %j: %p', async (doc, filter, expected) => {
    const things = kit.db.collection('things');
    await things.deleteMany({});
    await things.insertOne({ ...doc });
    expect(await things.countDocuments(filter)).toBe(expected ? 1 : 0);
    expect(await things.findOne(filter)).toEqual(expected ? expect.anything() : null);
  });

  it.each([
    [{ a: { $wobble: 1 } }, 2, '$wobble'],
    [{ $wobble: 1 }, 2, '$wobble'],
    [{ $where: 'true' }, 2, '$where'],
    [{ $text: { $search: 'x' } }, 2, '$text'],
    [{ a: { $in: 1 } }, 2, '$in'],
    [{ $or: [] }, 2, '$or'],
    [{ a: { $regex: '(' } }, 51091, 'Regular expression'],
    [{ $expr: { $wobble: 1 } }, 168, '$wobble'],
  ])('refuses %j by name', async (filter, code, name) => {
    const error = await errorOf(kit.db.collection('nothing').find(filter).toArray());
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(name);
  });

  it('sorts all types as MongoDB does, arrays by their least or greatest', async () => {
    const sorted = kit.db.collection<{ _id: number }>('sorted');
    const values = [true, 'b', null, 3, [9, 0.5], new Date(0), id, { x: 1 }, 'a', -1, []];
    await sorted.insertMany(values.map((v, _id) => ({ _id, v })));
    await sorted.insertOne({ _id: 99 });
    const order = async (direction: 1 | -1) =>
      (await sorted.find().sort({ v: direction, _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(await order(1)).toEqual([10, 2, 99, 9, 4, 3, 8, 1, 7, 6, 0, 5]);
    expect(await order(-1)).toEqual([5, 0, 6, 7, 1, 8, 4, 3, 9, 2, 99, 10]);
  });
});
