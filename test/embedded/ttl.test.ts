import { settableClock } from '../support/settable-clock';
import { addIndex, newKit, type Kit } from './store-kit';

describe('documents with a time to live', () => {
  const clock = settableClock('2026-01-01T00:00:00Z');
  let kit: Kit;
  beforeEach(async () => {
    clock.set('2026-01-01T00:00:00Z');
    kit = await newKit(clock.now);
  });
  afterEach(() => kit.close());

  const things = () => kit.db.collection<{ _id: number; at?: unknown }>('things');
  const present = async () =>
    (await things().find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

  /** Waits for the sweeper, which comes by every second, to leave so many documents. */
  async function left(count: number): Promise<number[]> {
    while ((await things().countDocuments()) > count)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return present();
  }

  it.each([1, -1] as const)(
    'go when the clock passes their time (direction %i)',
    async (direction) => {
      await addIndex(things(), { at: direction }, { expireAfterSeconds: 3600 });
      await things().insertMany([
        { _id: 1, at: new Date('2026-01-01T00:00:00Z') },
        { _id: 2, at: new Date('2026-01-01T02:00:00Z') },
        { _id: 3 },
        { _id: 4, at: 'not a date' },
        { _id: 5, at: [new Date('2026-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z')] },
      ]);
      clock.set('2026-01-01T01:00:00Z');
      expect(await left(3)).toEqual([2, 3, 4]);
      clock.set('2026-01-01T03:00:00Z');
      expect(await left(2)).toEqual([3, 4]);
    },
  );

  it('stay when renewed in time, and their index goes with them', async () => {
    await addIndex(things(), { at: 1 }, { expireAfterSeconds: 0 });
    await things().insertMany(
      Array.from({ length: 250 }, (_, _id) => ({ _id, at: new Date('2026-01-01T00:00:10Z') })),
    );
    await things().updateOne({ _id: 7 }, { $set: { at: new Date('2026-01-02T00:00:00Z') } });
    clock.set('2026-01-01T00:00:10Z');
    expect(await left(1)).toEqual([7]);
    expect(await things().countDocuments({ at: { $lt: new Date('2026-01-01T12:00:00Z') } })).toBe(
      0,
    );
  });
});
