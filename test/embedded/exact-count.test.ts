import { countedFilter } from '../../src/embedded/exact-count';
import { newKit, type Kit } from './store-kit';

describe('a count', () => {
  let kit: Kit;
  beforeAll(async () => void (kit = await newKit()));
  afterAll(() => kit.close());

  const long = 'x'.repeat(3000);
  const values = [
    'a',
    'a',
    'b',
    null,
    undefined,
    1,
    1.5,
    true,
    new Date(0),
    long,
    `${long}y`,
    'a\0',
  ];

  it('by the keys of an index is the count of what is found', async () => {
    const rows = kit.db.collection('plain');
    await rows.createIndexes([{ key: { about: 1, state: -1 } }, { key: { state: 1 } }]);
    await rows.insertMany(
      values.flatMap((about) => ['s', 't', 't'].map((state) => ({ about, state }))),
    );
    for (const about of values) {
      for (const filter of [
        { about },
        { about, state: 't' },
        { state: 't', about },
        { state: 's' },
      ])
        expect(await rows.countDocuments(filter)).toBe((await rows.find(filter).toArray()).length);
    }
    expect(await rows.countDocuments({ about: 'nothing' })).toBe(0);
    expect(await rows.countDocuments({ about: 'a', state: 't' }, { limit: 1 })).toBe(1);
    expect(await rows.countDocuments({ about: 'a', state: 't' }, { skip: 1 })).toBe(3);
  });

  it('looks at documents where an index holds arrays, or not all documents', async () => {
    const rows = kit.db.collection('lists');
    await rows.createIndexes([{ key: { tags: 1 } }, { key: { late: 1 }, sparse: true }]);
    await rows.insertMany([{ tags: ['a', 'b'] }, { tags: 'a', late: 1 }, { tags: [['a']] }]);
    expect(await rows.countDocuments({ tags: 'a' })).toBe(2);
    expect(await rows.countDocuments({ late: 1 })).toBe(1);
    expect(await rows.countDocuments({ late: null })).toBe(2);
  });

  it('is recognised by the two stages that drivers send, and nothing else', () => {
    const group = { $group: { _id: 1, n: { $sum: 1 } } };
    expect(countedFilter([{ $match: { a: 1 } }, group])).toEqual({ a: 1 });
    expect(countedFilter([{ $match: { a: 1 } }, { $skip: 1 }, group])).toBeUndefined();
    expect(countedFilter([group])).toBeUndefined();
    expect(countedFilter([{ $match: { a: 1 } }, { $group: { _id: 1, n: { $sum: 2 } } }])).toBe(
      undefined,
    );
  });
});
