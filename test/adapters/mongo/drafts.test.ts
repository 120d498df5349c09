import type { Store } from '../../../src/adapters/mongo/connect';
import { mongoDrafts } from '../../../src/adapters/mongo/drafts';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import { mongoMemories } from '../../../src/adapters/mongo/memories';
import { type Draft, blank } from '../../../src/conversation/memory';
import { monday, openDatabase } from '../../support/bot-at-home';
import { settableClock } from '../../support/settable-clock';
import { after } from '../../support/stores-at-home';

let store: Store;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ store, close } = await openDatabase(settableClock(monday)));
  await ensureIndexes(store);
});
afterEach(() => close());

const aDraft = (id: string, touched: number, heard: Draft['heard'] = { day: { words: '1' } }) => ({
  ...{ id, command: 'lapor', argument: '', heard },
  ...{ startedAt: after(0), touchedAt: after(touched) },
});
const remember = (chat: number, version: number, ...drafts: readonly Draft[]) => {
  const memory = { ...blank, drafts, ...(drafts[0] && { open: drafts[0].id }) };
  const last = { update: 1, acts: [] };
  // The chat itself was written to later: its drafts are idle all the same.
  return mongoMemories(store).save(chat, { version, memory, last }, after(9999));
};
const drafts = () => mongoDrafts(store, (command) => `Form ${command}`);

describe('mongoDrafts', () => {
  it('finds the forms that were left in between, also where the chat went on', async () => {
    await remember(1, 0, aDraft('OLD', 5), aDraft('IDLE', 20), aDraft('NEW', 40));
    await remember(2, 0, aDraft('EMPTY', 20, {}));
    expect(await drafts().idleBetween(after(10), after(30))).toEqual([
      { id: 'IDLE', chat: 1, title: 'Form lapor', touchedAt: after(20) },
    ]);
  });

  it('drops the old ones, remembers that it did, and leaves the others', async () => {
    await remember(1, 0, aDraft('OLD', 5), aDraft('NEW', 40));
    await remember(2, 0, aDraft('EMPTY', 5, {}));
    expect(await drafts().drop(after(30))).toBe(2);
    expect(await drafts().drop(after(30))).toBe(0);
    expect((await mongoMemories(store).load(1))?.memory).toEqual({
      drafts: [aDraft('NEW', 40)],
      ended: [{ id: 'OLD', how: 'forgotten' }],
    });
    expect((await mongoMemories(store).load(2))?.memory.drafts).toEqual([]);
  });

  it('never takes away what somebody writes in the same moment', async () => {
    for (let chat = 1; chat <= 20; chat += 1) await remember(chat, 0, aDraft(`OLD ${chat}`, 5));
    const chats = Array.from({ length: 20 }, (_, n) => n + 1);
    const [, ...saved] = await Promise.all([
      drafts().drop(after(30)),
      ...chats.map((chat) => remember(chat, 1, aDraft(`OLD ${chat}`, 50))),
    ]);
    for (const chat of chats) {
      const kept = (await mongoMemories(store).load(chat))?.memory.drafts ?? [];
      // Whoever was too late is told so, and answers again from what is there now.
      expect(kept).toHaveLength(saved[chat - 1] ? 1 : 0);
    }
  });

  it('asks with an index, however many chats there are', async () => {
    const filter = { 'memory.drafts.touchedAt': { $gt: after(0), $lte: after(9) } };
    const explained = await store.db!.command({ explain: { find: 'chats', filter } });
    expect(JSON.stringify(explained['queryPlanner'])).not.toContain('COLLSCAN');
  });
});
