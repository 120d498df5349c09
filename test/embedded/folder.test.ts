import { once } from 'node:events';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore, runningStoreUri } from '../../src/embedded/embedded-store';
import { connectDriver, newFolder, openStore, removeFolder } from './store-kit';
import { killHard, startStoreProcess, type StoreProcess } from './store-process';

describe('the folder of a store', () => {
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

  async function hello(uri: string): Promise<unknown> {
    const client = await connectDriver(uri);
    const answer = await client.db('x').command({ ping: 1 });
    await client.close();
    return answer['ok'];
  }

  it('serves one process; a second is told how to join it', async () => {
    const first = await start();
    expect(await openEmbeddedStore({ dir })).toMatchObject({
      ok: false,
      problem: 'in-use',
      uri: first.said.uri,
      why: expect.stringContaining(String(first.child.pid)) as string,
    });
    expect(await runningStoreUri(dir)).toBe(first.said.uri);
    expect(await hello(first.said.uri ?? '')).toBe(1);
  });

  it('counts a stopped process as alive', async () => {
    const first = await start();
    first.child.kill('SIGSTOP');
    expect(await openEmbeddedStore({ dir })).toMatchObject({ ok: false, problem: 'in-use' });
    first.child.kill('SIGCONT');
  });

  it('opens again after a kill, with no socket left behind', async () => {
    await killHard(await start());
    expect((await readdir(dir)).filter((name) => name.endsWith('.sock'))).toHaveLength(1);
    expect(await runningStoreUri(dir)).toBeUndefined();
    const store = await openStore(dir);
    expect((await readdir(dir)).filter((name) => name.endsWith('.sock'))).toHaveLength(1);
    expect(await hello(store.uri)).toBe(1);
    await store.stop();
    expect((await readdir(dir)).filter((name) => name.endsWith('.sock'))).toEqual([]);
  });

  it('goes to exactly one of several who start at once over a dead owner', async () => {
    await killHard(await start());
    const all = await Promise.all([start(), start(), start()]);
    expect(all.filter(({ said }) => said.problem === undefined)).toHaveLength(1);
    const winner = all.find(({ said }) => said.problem === undefined)?.said.uri;
    expect(all.filter(({ said }) => said.problem === 'in-use').map(({ said }) => said.uri)).toEqual(
      [winner, winner],
    );
    expect(await hello(winner ?? '')).toBe(1);
  }, 30_000);

  it('is given up when asked to stop', async () => {
    const first = await start();
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    expect(await runningStoreUri(dir)).toBeUndefined();
    const store = await openStore(dir);
    await store.stop();
    await store.stop();
  });

  it('is for its user alone', async () => {
    const inner = join(dir, 'made', 'here');
    const store = await openStore(inner);
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
    const socket = (await readdir(inner)).find((name) => name.endsWith('.sock')) ?? '';
    expect((await stat(join(inner, socket))).mode & 0o777).toBe(0o600);
    await store.stop();
  });

  it('may have a path too long for a socket', async () => {
    const deep = join(dir, 'x'.repeat(60), 'y'.repeat(60));
    const store = await openStore(deep);
    expect(decodeURIComponent(store.uri)).toContain(tmpdir());
    expect(await hello(store.uri)).toBe(1);
    expect(await openEmbeddedStore({ dir: deep })).toMatchObject({
      problem: 'in-use',
      uri: store.uri,
    });
    await store.stop();
  });

  it('that cannot be one is said to be so', async () => {
    const file = join(dir, 'file');
    await writeFile(file, 'x');
    expect(await openEmbeddedStore({ dir: file })).toMatchObject({
      ok: false,
      problem: 'cannot-open',
      why: expect.stringContaining(file) as string,
    });
    await mkdir(join(dir, 'odd'));
    await writeFile(join(dir, 'odd', 'store.mdb'), 'this is no database'.repeat(1000));
    expect(await openEmbeddedStore({ dir: join(dir, 'odd') })).toMatchObject({
      ok: false,
      problem: 'cannot-open',
    });
    expect(await runningStoreUri(join(dir, 'nowhere'))).toBeUndefined();
  });

  it('stops only after the commands it is in', async () => {
    const store = await openStore(dir);
    const client = await connectDriver(store.uri, 500);
    const things = client.db('x').collection('things');
    await things.insertOne({ n: -1 });
    const writes = Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => things.insertOne({ n })),
    );
    await new Promise((resolve) => setImmediate(resolve));
    await store.stop();
    const acknowledged = (await writes).filter(({ status }) => status === 'fulfilled').length;
    await client.close();
    const again = await openStore(dir);
    const reader = await connectDriver(again.uri);
    expect(await reader.db('x').collection('things').countDocuments()).toBeGreaterThanOrEqual(
      acknowledged + 1,
    );
    await reader.close();
    await again.stop();
  });
});
