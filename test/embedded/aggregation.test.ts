import { Long } from 'bson';
import { errorOf, newKit, type Kit } from './store-kit';

describe('aggregation', () => {
  let kit: Kit;
  beforeAll(async () => {
    kit = await newKit(() => new Date('2026-03-01T00:00:00Z'));
    await kit.db.collection<{ _id: number }>('centres').insertMany([
      { _id: 1, name: 'Nurul', regency: 'Paser', trades: ['sewing', 'welding'] },
      { _id: 2, name: 'Hidayah', regency: 'Paser', trades: [] },
      { _id: 3, name: 'Salam', regency: 'Berau' },
    ] as never);
    await kit.db.collection('reports').insertMany([
      { centre: 1, people: 10, at: new Date('2026-01-01T15:59:59Z') },
      { centre: 1, people: 20, at: new Date('2026-01-01T16:00:00Z') },
      { centre: 2, people: 5, at: new Date('2026-01-31T17:00:00Z') },
      { centre: 3, people: null, at: new Date('2026-02-15T00:00:00Z') },
    ]);
  });
  afterAll(() => kit.close());

  const run = (name: string, pipeline: object[]) =>
    kit.db.collection(name).aggregate(pipeline).toArray();

  it('groups, with nulls and missing fields in their place', async () => {
    expect(
      await run('reports', [
        {
          $group: {
            _id: '$centre',
            total: { $sum: '$people' },
            mean: { $avg: '$people' },
            n: { $sum: 1 },
            most: { $max: '$people' },
            all: { $push: '$people' },
            none: { $push: '$nope' },
          },
        },
        { $sort: { _id: 1 } },
      ]),
    ).toEqual([
      { _id: 1, total: 30, mean: 15, n: 2, most: 20, all: [10, 20], none: [] },
      { _id: 2, total: 5, mean: 5, n: 1, most: 5, all: [5], none: [] },
      { _id: 3, total: 0, mean: null, n: 1, most: null, all: [null], none: [] },
    ]);
  });

  it('truncates dates in Asia/Makassar', async () => {
    const day = { $dateTrunc: { date: '$at', unit: 'day', timezone: 'Asia/Makassar' } };
    expect(
      await run('reports', [{ $group: { _id: day, n: { $sum: 1 } } }, { $sort: { _id: 1 } }]),
    ).toEqual([
      { _id: new Date('2025-12-31T16:00:00Z'), n: 1 },
      { _id: new Date('2026-01-01T16:00:00Z'), n: 1 },
      { _id: new Date('2026-01-31T16:00:00Z'), n: 1 },
      { _id: new Date('2026-02-14T16:00:00Z'), n: 1 },
    ]);
    const month = { $dateToString: { date: '$at', format: '%Y-%m', timezone: 'Asia/Makassar' } };
    expect(
      await run('reports', [{ $group: { _id: month, n: { $sum: 1 } } }, { $sort: { _id: 1 } }]),
    ).toEqual([
      { _id: '2026-01', n: 2 },
      { _id: '2026-02', n: 2 },
    ]);
  });

  it('looks up by fields, by pipeline and by both', async () => {
    const byField = { from: 'reports', localField: '_id', foreignField: 'centre', as: 'reports' };
    const found = await run('centres', [
      { $lookup: byField },
      { $project: { n: { $size: '$reports' } } },
      { $sort: { _id: 1 } },
    ]);
    expect(found).toEqual([
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
      { _id: 3, n: 1 },
    ]);
    const pipeline = [
      { $match: { $expr: { $and: [{ $eq: ['$centre', '$$id'] }, { $gt: ['$people', 10] }] } } },
      { $project: { _id: 0, people: 1 } },
    ];
    const byPipeline = { from: 'reports', let: { id: '$_id' }, pipeline, as: 'big' };
    expect(
      await run('centres', [
        { $lookup: byPipeline },
        { $match: { 'big.0': { $exists: true } } },
        { $project: { big: 1 } },
      ]),
    ).toEqual([{ _id: 1, big: [{ people: 20 }] }]);
    const both = { ...byField, pipeline: [{ $match: { people: { $gt: 10 } } }, { $count: 'n' }] };
    expect(
      (await run('centres', [{ $sort: { _id: 1 } }, { $lookup: both }])).map(
        ({ reports }) => reports as unknown,
      ),
    ).toEqual([[{ n: 1 }], [], []]);
  });

  it('looks up by an index what it looks up without one', async () => {
    const lookup = [
      { $lookup: { from: 'centres', localField: 'centre', foreignField: '_id', as: 'c' } },
      { $project: { _id: 0, name: { $first: '$c.name' } } },
    ];
    expect(await run('reports', lookup)).toEqual([
      { name: 'Nurul' },
      { name: 'Nurul' },
      { name: 'Hidayah' },
      { name: 'Salam' },
    ]);
  });

  it('counts several ways at once', async () => {
    expect(
      await run('centres', [
        {
          $facet: {
            byRegency: [{ $sortByCount: '$regency' }],
            trades: [{ $unwind: '$trades' }, { $count: 'n' }],
            none: [{ $match: { name: 'x' } }],
          },
        },
      ]),
    ).toEqual([
      {
        byRegency: [
          { _id: 'Paser', count: 2 },
          { _id: 'Berau', count: 1 },
        ],
        trades: [{ n: 2 }],
        none: [],
      },
    ]);
  });

  it('unwinds, keeping the empty where asked', async () => {
    const unwind = { path: '$trades', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true };
    expect(
      await run('centres', [
        { $unwind: unwind },
        { $project: { trades: 1, at: 1 } },
        { $sort: { _id: 1, at: 1 } },
      ]),
    ).toEqual([
      { _id: 1, trades: 'sewing', at: 0 },
      { _id: 1, trades: 'welding', at: 1 },
      { _id: 2, at: null },
      { _id: 3, at: null },
    ]);
  });

  it.each([
    [{ $gt: [5, null] }, true],
    [{ $eq: [1, '1'] }, false],
    [{ $size: [[1, 2]] }, 2],
    [{ $round: [2.5] }, 2],
    [{ $round: [3.456, 2] }, 3.46],
    [{ $round: [1250, -2] }, 1200],
    [{ $trunc: [-1.9] }, -1],
    [{ $cond: ['', 'yes', 'no'] }, 'yes'],
    [{ $ifNull: ['$nope', '$nada', 7] }, 7],
    [{ $concat: ['a', { $toUpper: 'b' }, { $toString: 3 }] }, 'aB3'],
    [{ $in: [2, [1, 2]] }, true],
    [{ $filter: { input: [1, 2, 3], cond: { $gte: ['$$this', 2] } } }, [2, 3]],
    [{ $map: { input: [1, 2], as: 'x', in: { $add: ['$$x', 1] } } }, [2, 3]],
    [{ $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [{ $sum: [1, 2, 'x'] }, 3],
    [{ $max: [1, 'x', null] }, 'x'],
    [{ $arrayToObject: [[['k', [1, 2]]]] }, { k: [1, 2] }],
    [{ $mergeObjects: [{ a: 1 }, null, { b: 2 }] }, { a: 1, b: 2 }],
    [
      {
        $dateDiff: {
          startDate: new Date('2026-01-31T15:00:00Z'),
          endDate: new Date('2026-01-31T17:00:00Z'),
          unit: 'month',
          timezone: 'Asia/Makassar',
        },
      },
      1,
    ],
    [
      { $dateAdd: { startDate: new Date('2026-01-31T00:00:00Z'), unit: 'month', amount: 1 } },
      new Date('2026-02-28T00:00:00Z'),
    ],
    [
      {
        $dateTrunc: { date: new Date('2026-03-11T10:00:00Z'), unit: 'week', startOfWeek: 'monday' },
      },
      new Date('2026-03-09T00:00:00Z'),
    ],
    [
      {
        $dateTrunc: {
          date: new Date('2026-03-08T12:00:00Z'),
          unit: 'day',
          timezone: 'America/New_York',
        },
      },
      new Date('2026-03-08T05:00:00Z'),
    ],
    [{ $isoWeek: new Date('2027-01-03T00:00:00Z') }, 53],
    [{ $dayOfWeek: { date: new Date('2026-01-04T20:00:00Z'), timezone: '+08:00' } }, 2],
    [
      { $dateFromParts: { year: 2026, month: 3, day: 1, timezone: 'Asia/Jakarta' } },
      new Date('2026-02-28T17:00:00Z'),
    ],
    ['$$NOW', new Date('2026-03-01T00:00:00Z')],
    [{ $literal: '$name' }, '$name'],
    [{ $type: '$nope' }, 'missing'],
  ])('computes %j', async (expression, expected) => {
    const [doc] = await run('centres', [
      { $match: { _id: 1 } },
      { $project: { _id: 0, value: expression } },
    ]);
    expect(doc?.['value']).toEqual(expected);
  });

  it.each([
    [[{ $group: { n: { $sum: 1 } } }], 15955, '_id'],
    [[{ $wobble: {} }], 40324, "'$wobble'"],
    [[{ $out: 'x' }], 40324, "'$out'"],
    [[{ $match: { a: { $wobble: 1 } } }], 2, '$wobble'],
    [[{ $project: { a: { $wobble: 1 } } }], 168, '$wobble'],
    [[{ $group: { _id: 1, a: { $wobble: 1 } } }], 15952, '$wobble'],
    [[{ $facet: { a: [{ $wobble: 1 }] } }], 40324, '$wobble'],
    [[{ $sort: { a: 2 } }], 15975, '$sort'],
    [
      [{ $project: { a: { $dateTrunc: { date: '$$NOW', unit: 'day', timezone: 'Mars/Base' } } } }],
      40485,
      'Mars/Base',
    ],
  ])('refuses %j by its name, even over nothing', async (pipeline, code, name) => {
    const error = await errorOf(run('centres', pipeline));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(name);
  });

  it('refuses to add what it could only round', async () => {
    await kit.db.collection('wide').insertOne({ n: Long.fromString('9007199254740993') });
    expect(
      await errorOf(run('wide', [{ $group: { _id: null, n: { $sum: '$n' } } }])),
    ).toMatchObject({ code: 238 });
  });
});
