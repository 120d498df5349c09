import { ObjectId } from 'bson';
import fc from 'fast-check';
import { sortValue, type SortField } from '../../src/embedded/sort-documents';
import { addIndex, newKit, type Kit } from './store-kit';

const number = fc.integer({ min: 0, max: 4 });
const scalar = fc.oneof(
  { weight: 6, arbitrary: number },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      1.5,
      null,
      'a',
      'b',
      true,
      new Date(0),
      new ObjectId('0123456789abcdef01234567'),
    ),
  },
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
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
  { weight: 1, arbitrary: inner },
  { weight: 3, arbitrary: fc.tuple(comparison, scalar).map(([name, by]) => ({ [name]: by })) },
  {
    weight: 4,
    arbitrary: fc.tuple(number, number).map(([from, more]) => ({ $gte: from, $lt: from + more })),
  },
  {
    weight: 2,
    arbitrary: fc.array(scalar, { minLength: 1, maxLength: 3 }).map((list) => ({ $in: list })),
  },
  { weight: 1, arbitrary: fc.boolean().map((there) => ({ $exists: there })) },
  { weight: 1, arbitrary: fc.tuple(number, number).map(([x, y]) => ({ $elemMatch: { x, y } })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, number)
      .map(([from, to]) => ({ $elemMatch: { $gte: from, $lte: to } })),
  },
);
const simple = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 3 });
const several = fc.array(simple, { minLength: 1, maxLength: 3 });
const both = fc.tuple(number, number).map(([x, y]) => ({ 'a.x': x, 'a.y': y }));
const fromA = number.map((from) => ({ a: { $gte: from } }));
const filter = fc.oneof(
  { weight: 1, arbitrary: both },
  { weight: 1, arbitrary: fromA },
  { weight: 5, arbitrary: simple },
  { weight: 1, arbitrary: several.map(($or) => ({ $or })) },
  { weight: 1, arbitrary: several.map(($and) => ({ $and })) },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort: fc.Arbitrary<Record<string, 1 | -1>> = fc.oneof(
  direction.map((a) => ({ a })),
  fc.dictionary(path, direction, { minKeys: 1, maxKeys: 2 }),
);

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
        fc.array(document, { minLength: 6, maxLength: 14 }),
        fc.array(filter, { minLength: 6, maxLength: 12 }),
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
          await Promise.all([plain.insertMany(stored), indexed.insertMany(stored)]);
          for (const one of filters) {
            const [a, b] = await Promise.all([ids(plain, one, {}), ids(indexed, one, {})]);
            expect([...b].sort()).toEqual([...a].sort());
            expect(await indexed.countDocuments(one)).toBe(a.length);
            const whole = { ...order, _id: 1 } as const;
            const [c, d] = await Promise.all([ids(plain, one, whole), ids(indexed, one, whole)]);
            expect(d).toEqual(c);
            const ranks = new Map(c.map((id, at) => [id, at]));
            const [e, f] = await Promise.all([
              ids(plain, one, order, 3),
              ids(indexed, one, order, 3),
            ]);
            expect(f).toHaveLength(e.length);
            expect(await sortKeys(plain, f, order)).toEqual(await sortKeys(plain, e, order));
            expect(f.every((id) => ranks.has(id))).toBe(true);
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

/** Where each of the documents stands in the order, equal ones sharing a place. */
async function sortKeys(
  collection: ReturnType<Kit['db']['collection']>,
  found: readonly unknown[],
  order: Record<string, 1 | -1>,
): Promise<unknown[]> {
  const all = await collection.find().sort(order).toArray();
  const docs = found.map((id) => all.find(({ _id }) => (_id as unknown) === id) ?? {});
  return docs.map((doc) =>
    Object.keys(order).map((path) => sortValue(doc, sortField(path, order))),
  );
}

function sortField(path: string, order: Record<string, 1 | -1>): SortField {
  return { path, direction: order[path] ?? 1 };
}
