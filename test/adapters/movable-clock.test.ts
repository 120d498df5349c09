import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MovableClock, movableClock } from '../../src/adapters/movable-clock';
import { settableClock } from '../support/settable-clock';
import { temporaryFolder } from '../support/temporary-folder';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'data', 'jam');
});
afterEach(() => folder.remove());

const real = settableClock('2026-11-23T01:00:00Z');
const shown = (clock: MovableClock) => clock.now().toISOString();

describe('movableClock', () => {
  it('runs with the real one until it is moved', () => {
    expect(shown(movableClock(real, path))).toBe('2026-11-23T01:00:00.000Z');
  });

  it('stays ahead over a restart, and runs on meanwhile', () => {
    movableClock(real, path).set(new Date('2027-04-01T01:00:00Z'));
    real.set(new Date('2026-11-23T02:00:00Z'));
    expect(shown(movableClock(real, path))).toBe('2027-04-01T02:00:00.000Z');
  });

  it('takes a spoilt file for a clock that nobody has moved', async () => {
    const clock = movableClock(real, path);
    clock.set(new Date('2027-04-01T01:00:00Z'));
    await writeFile(path, 'besok');
    expect(shown(movableClock(real, path))).toBe('2026-11-23T02:00:00.000Z');
  });
});
