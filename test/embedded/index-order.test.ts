import { newKit, type Kit } from './store-kit';

let kit: Kit;
beforeAll(async () => {
  kit = await newKit();
  await things().insertMany(
    Array.from({ length: 200 }, (_, n) => ({ _id: n as never, up: n % 10, down: n % 7, n })),
  );
  await things().createIndexes([{ key: { up: 1, n: 1 } }, { key: { down: -1, n: 1 } }]);
});
afterAll(() => kit.close());

const things = () => kit.db.collection<Record<string, unknown>>('things');
type Sort = Record<string, 1 | -1>;
const firstThree = (filter: object, sort: Sort) => things().find(filter).sort(sort).limit(3);
const numbers = async (filter: object, sort: Sort) =>
  (await firstThree(filter, sort).toArray()).map(({ n }) => n);

describe('several values of a field', () => {
  const [some, below] = [{ $in: [7, 3, 5] }, { $lt: 20 }];

  it('give their documents in the order of the index, and only so many as are asked for', async () => {
    const explained = await firstThree({ up: some, n: below }, { up: 1, n: 1 }).explain();
    expect(explained['executionStats']).toMatchObject({ totalDocsExamined: 3, nReturned: 3 });
    expect(await numbers({ up: some, n: below }, { up: 1, n: 1 })).toEqual([3, 13, 5]);
    expect(await numbers({ up: some, n: below }, { up: -1, n: -1 })).toEqual([17, 7, 15]);
  });

  it('give their documents in the order of an index that descends', async () => {
    const some = { down: { $in: [1, 6, 2] } };
    expect(await numbers(some, { down: -1, n: 1 })).toEqual([6, 13, 20]);
    expect(await numbers(some, { down: 1, n: -1 })).toEqual([197, 190, 183]);
  });

  it('give their documents in another order than that of the index, when it is asked for', async () => {
    expect(await numbers({ up: some, n: below }, { n: 1 })).toEqual([3, 5, 7]);
  });
});
