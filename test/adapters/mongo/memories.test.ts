import type { Memories, Remembered } from '../../../src/conversation/memories';
import { type Memory, blank } from '../../../src/conversation/memory';
import { after, storesAtHome } from '../../support/stores-at-home';

let memories: Memories;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ memories, close } = await storesAtHome());
});
afterEach(() => close());

const withDraft: Memory = {
  drafts: [
    {
      ...{ id: 'ABCDEFGHJK', command: 'lapor', argument: '' },
      heard: { kind: { words: 'inkubasi' }, photos: { photos: [], done: false } },
      ...{ startedAt: after(0), touchedAt: after(1) },
    },
  ],
  open: 'ABCDEFGHJK',
  ended: [{ id: 'KJHGFEDCBA', how: 'sent' }],
};
const written = (version: number, update: number, memory: Memory = blank): Remembered => ({
  ...{ version, memory },
  last: { update, acts: [], toast: 'Terima kasih.' },
});

describe('mongoMemories', () => {
  it('knows nothing of a chat in which nothing was said', async () => {
    expect(await memories.load(1001)).toBeUndefined();
  });

  it('hands back a memory as it was, and counts its writes', async () => {
    expect(await memories.save(1001, written(0, 7, withDraft), after(1))).toBe(true);
    expect(await memories.load(1001)).toEqual(written(1, 7, withDraft));
    expect(await memories.load(1002)).toBeUndefined();
  });

  it('refuses a write over a version that is gone', async () => {
    await memories.save(1001, written(0, 7), after(1));
    expect(await memories.save(1001, written(1, 8), after(2))).toBe(true);
    expect(await memories.save(1001, written(1, 9), after(3))).toBe(false);
    expect(await memories.save(1001, written(0, 9), after(3))).toBe(false);
    expect(await memories.load(1001)).toEqual(written(2, 8));
  });

  it.each([0, 1])('lets one of many write over version %i', async (version) => {
    for (let before = 0; before < version; before += 1)
      await memories.save(1001, written(before, 1), after(0));
    const updates = Array.from({ length: 10 }, (_, n) => 10 + n);
    const saved = await Promise.all(
      updates.map((update) => memories.save(1001, written(version, update), after(1))),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await memories.load(1001)).toEqual(
      written(version + 1, updates[saved.indexOf(true)] ?? 0),
    );
  });
});
