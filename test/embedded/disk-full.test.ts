import { addIndex, connectDriver, errorOf, newFolder, removeFolder } from './store-kit';
import { killHard, startStoreProcess, type StoreProcess } from './store-process';

/** The shell's limit on the size of a file, in its blocks of 1024 bytes, stands for a disk with no room left. */
const LIMIT = ['bash', '-c', 'ulimit -f 3000; exec "$@"', 'store'];

describe('a disk that takes no more', () => {
  let dir: string;
  let full: StoreProcess;
  beforeEach(async () => {
    dir = await newFolder();
    full = await startStoreProcess(dir, LIMIT);
  });
  afterEach(async () => {
    await killHard(full);
    await removeFolder(dir);
  });

  it('is an error to the writer; what was there stays whole and the store goes on', async () => {
    const client = await connectDriver(full.said.uri ?? '');
    const things = client
      .db('test')
      .collection<{ _id: number; key: string; text?: string }>('things');
    await addIndex(things, { key: 1 }, { unique: true });
    const insert = (_id: number) =>
      things.insertOne({ _id, key: `k${String(_id)}`, text: 'x'.repeat(20_000) });
    let stored = 0;
    const fill = async (): Promise<never> => {
      for (;;) {
        await insert(stored);
        stored += 1;
      }
    };
    expect([8, 14031]).toContain((await errorOf(fill())).code);
    expect(stored).toBeGreaterThan(50);
    expect([8, 14031]).toContain(
      (
        await errorOf(
          client
            .db('test')
            .collection('fresh')
            .insertOne({ text: 'x'.repeat(1_000_000) }),
        )
      ).code,
    );
    expect(await things.countDocuments()).toBe(stored);
    expect(await things.countDocuments({ key: { $gte: '' } })).toBe(stored);
    expect(await client.db('test').listCollections({ name: 'fresh' }).toArray()).toEqual([]);
    await client.close();
    await killHard(full);
    full = await startStoreProcess(dir);
    const again = await connectDriver(full.said.uri ?? '');
    const after = again.db('test').collection<{ _id: number; key: string }>('things');
    expect(await after.countDocuments()).toBe(stored);
    await after.insertOne({ _id: stored, key: `k${String(stored)}` });
    expect(await errorOf(after.insertOne({ _id: -1, key: 'k0' }))).toMatchObject({ code: 11000 });
    await again.close();
  });
});
