import { ObjectId } from 'bson';
import fc from 'fast-check';
import { addIndex, newKit, type Kit } from './store-kit';

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(
    1.5,
    null,
    'a',
    'b',
    '',
    true,
    new Date(0),
    new Date(5),
    new ObjectId('0123456789abcdef01234567'),
  ),
);
const inner = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  inner,
  fc.array(inner, { maxLength: 3 }),
);
const document = fc.record({ a: value, b: value, c: scalar }, { requiredKeys: [] });

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x');
const comparison = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne');
const condition: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  inner,
  fc.tuple(comparison, scalar).map(([name, operand]) => ({ [name]: operand })),
  fc.tuple(scalar, scalar).map(([from, to]) => ({ $gte: from, $lt: to })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((list) => ({ $in: list })),
  fc.boolean().map((there) => ({ $exists: there })),
  fc.tuple(scalar, scalar).map(([x, y]) => ({ $elemMatch: { x, y } })),
  fc.tuple(scalar, scalar).map(([from, to]) => ({ $elemMatch: { $gte: from, $lte: to } })),
);
const simple = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 3 });
const filter = fc.oneof(
  { weight: 4, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
  },
  {
    weight: 1,
    arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
  },
);
const sort = fc.dictionary(path, fc.constantFrom<1 | -1>(1, -1), { maxKeys: 2 });

const KEYS = [
  { a: 1 },
  { b: -1 },
  { 'a.x': 1, 'a.y': -1 },
  { a: 1, c: -1 },
  { c: 1, b: 1 },
  { 'b.x': -1 },
] as const;

describe('a search by index', () => {
  let kit: Kit;
  beforeAll(async () => void (kit = await newKit()));
  afterAll(() => kit.close());

  it('finds what a search of everything finds, in an order as good', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 12 }),
        fc.array(filter, { minLength: 1, maxLength: 6 }),
        sort,
        async (docs, filters, order) => {
          run += 1;
          const [plain, indexed] = [
            kit.db.collection(`plain${String(run)}`),
            kit.db.collection(`indexed${String(run)}`),
          ];
          await indexed.createIndexes(KEYS.map((key) => ({ key: { ...key } })));
          await addIndex(indexed, { c: 1 }, { sparse: true });
          const stored = docs.map((doc, _id) => ({ _id: _id as never, ...doc }));
          if (stored.length > 0)
            await Promise.all([plain.insertMany(stored), indexed.insertMany(stored)]);
          for (const one of filters) {
            const [a, b] = await Promise.all([ids(plain, one, {}), ids(indexed, one, {})]);
            expect([...b].sort()).toEqual([...a].sort());
            const [c, d] = await Promise.all([ids(plain, one, order), ids(indexed, one, order)]);
            expect([...d].sort()).toEqual([...c].sort());
            if (Object.keys(order).length > 0) {
              const [e, f] = await Promise.all([
                ids(plain, one, { ...order, _id: 1 }, 3),
                ids(indexed, one, { ...order, _id: 1 }, 3),
              ]);
              expect(f).toEqual(e);
            }
          }
          await Promise.all([plain.drop(), indexed.drop()]);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

async function ids(
  collection: ReturnType<Kit['db']['collection']>,
  where: object,
  order: Record<string, 1 | -1>,
  limit = 0,
): Promise<unknown[]> {
  const found = await collection
    .find(where, { projection: { _id: 1 } })
    .sort(order)
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}
