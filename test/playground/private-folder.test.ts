import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { aPlayground, siti, stopAll } from './support/ground';

let above = '';
let dir = '';

beforeEach(async () => {
  above = await fs.mkdtemp(path.join(os.tmpdir(), 'playground-'));
  dir = path.join(above, 'data', 'playground');
});

afterEach(async () => {
  await stopAll();
  await fs.rm(above, { recursive: true });
});

/** Every name in the folder with its mode, as `ls` would number it. */
async function modes(): Promise<Map<string, string>> {
  const names = ['', ...(await fs.readdir(dir, { recursive: true }))];
  const modeOf = async (name: string): Promise<[string, string]> => {
    const { mode } = await fs.stat(path.join(dir, name));
    return [name, (mode & 0o777).toString(8)];
  };
  return new Map(await Promise.all(names.map(modeOf)));
}

const isFile = (name: string) => /jsonl|\w{64}/.test(name);

test('nobody else can read what people said and sent', async () => {
  const { telegram } = await aPlayground({ dir });
  telegram.sendsPhoto(siti, 'generated');
  const found = [...(await modes())];
  expect(found.length).toBeGreaterThanOrEqual(4);
  for (const [name, mode] of found)
    expect([name, mode]).toEqual([name, isFile(name) ? '600' : '700']);
});

test('a folder that stood open in an earlier run is closed', async () => {
  const { telegram } = await aPlayground({ dir });
  telegram.sendsPhoto(siti, 'generated');
  await stopAll();
  const before = await modes();
  for (const name of before.keys()) {
    await fs.chmod(path.join(dir, name), isFile(name) ? 0o644 : 0o755);
  }
  await aPlayground({ dir });
  expect(await modes()).toEqual(before);
});
