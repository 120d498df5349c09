import { addIndex, connectDriver, newFolder, removeFolder } from './store-kit';
import { killHard, startStoreProcess, type StoreProcess } from './store-process';

interface Account {
  _id: number;
  run: number;
  half: string;
  other: string;
}

describe('a store that is killed while it writes', () => {
  let dir: string;
  const running: StoreProcess[] = [];
  beforeEach(async () => void (dir = await newFolder()));
  afterEach(async () => {
    await Promise.all(running.splice(0).map(killHard));
    await removeFolder(dir);
  });

  async function start(): Promise<StoreProcess> {
    const process = await startStoreProcess(dir);
    running.push(process);
    return process;
  }

  /** Writes without pause from several hands until the store dies; gives what was acknowledged. */
  async function writeUntilDead(run: number): Promise<{ inserted: number[]; counted: number }> {
    const process = await start();
    const client = await connectDriver(process.said.uri ?? '', 1000);
    const accounts = client.db('test').collection<Account>('accounts');
    const counters = client.db('test').collection<{ _id: number; n: number }>('counters');
    await addIndex(accounts, { half: 1 }, { unique: true });
    let [next, counted] = [0, 0];
    const inserted: number[] = [];
    const hand = async (): Promise<void> => {
      for (;;) {
        const _id = run * 1_000_000 + next++;
        await accounts.insertOne({ _id, run, half: `h${String(_id)}`, other: `h${String(_id)}` });
        inserted.push(_id);
        await counters.updateOne({ _id: run }, { $inc: { n: 1 } }, { upsert: true });
        counted += 1;
        if (inserted.length >= 150) process.child.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 8 }, hand));
    await client.close(true);
    await killHard(process);
    return { inserted, counted };
  }

  it('has every acknowledged write, whole and indexed, four times over', async () => {
    const acknowledged: number[] = [];
    const counts: number[] = [];
    for (const run of [1, 2, 3, 4]) {
      const { inserted, counted } = await writeUntilDead(run);
      expect(inserted.length).toBeGreaterThanOrEqual(150);
      acknowledged.push(...inserted);
      counts.push(counted);
    }
    const { said } = await start();
    const client = await connectDriver(said.uri ?? '');
    const accounts = client.db('test').collection<Account>('accounts');
    const stored = await accounts.find().toArray();
    const ids = new Set(stored.map(({ _id }) => _id));
    expect(acknowledged.filter((_id) => !ids.has(_id))).toEqual([]);
    expect(
      stored.every(({ half, other, _id }) => half === other && half === `h${String(_id)}`),
    ).toBe(true);
    const byIndex = await accounts
      .find({ half: { $gte: 'h' } })
      .sort({ half: 1 })
      .toArray();
    expect(byIndex).toHaveLength(stored.length);
    const counters = await client
      .db('test')
      .collection<{ _id: number; n: number }>('counters')
      .find()
      .toArray();
    expect(counters.every(({ _id, n }) => n >= (counts[_id - 1] ?? 0))).toBe(true);
    expect(counters).toHaveLength(4);
    await client.close();
  }, 60_000);
});
