import { uneditedChecklist } from '../../src/adapters/checklist-file';
import { editableChecklists } from '../../src/adapters/mongo/checklist-edits';
import { mongoDrafts } from '../../src/adapters/mongo/drafts';
import { mongoStores } from '../../src/adapters/mongo/mongo-stores';
import type { Store } from '../../src/adapters/mongo/connect';
import { posters } from '../../src/adapters/poster/posters';
import { sheets } from '../../src/adapters/spreadsheet/sheets';
import { systemChance } from '../../src/adapters/system';
import { defaultOffice } from '../../src/domain/notice';
import type { World } from '../../src/ports';
import { seedCast, seedInstitutions } from '../../src/seed';
import { type Ticks, ticking } from '../../src/ticking';
import { monday } from './bot-at-home';
import { type CollectingLog, collectingLog } from './collecting-log';
import { type Contents, indexesOnly, openDatabase } from './open-database';
import { type SettableClock, settableClock } from './settable-clock';

/** Everything the bot does by itself, on a database of its own, with the cast and without Telegram. */
export interface ClockworkAtHome {
  readonly clock: SettableClock;
  readonly store: Store;
  readonly world: World;
  readonly log: CollectingLog;
  /** The process of another start on the same database, under the same name. */
  process(world?: World): Ticks;
  /** A world that knows nothing this one has remembered. */
  newWorld(): World;
  close(): Promise<void>;
}

/** The chat of the one who is told of trouble. */
export const adminChat = 9001;

const withCast: Contents = {
  name: 'cast without groups',
  async fill(store, clock) {
    await indexesOnly.fill(store, clock);
    const world = { ...mongoStores(store, () => {}), clock, chance: systemChance };
    await seedInstitutions(world);
    await seedCast(world);
  },
};

/** Opens the clockwork at `at`; it ticks when told to. */
export async function clockworkAtHome(at = monday): Promise<ClockworkAtHome> {
  const clock = settableClock(at);
  const log = collectingLog();
  const { store, close } = await openDatabase(clock, withCast);
  const newWorld = (): World => ({
    ...mongoStores(store, () => {}),
    clock,
    chance: systemChance,
    link: (code) => `https://t.me/uji?start=${code}`,
    office: defaultOffice,
    program: { version: '0', startedAt: clock.now(), store: 'built-in', jobs: [] },
    zone: 'Asia/Makassar',
    menu: () => [],
    files: { fetch: () => Promise.resolve(undefined) },
    sheets,
    posters,
    checklists: editableChecklists(store, uneditedChecklist),
    drafts: mongoDrafts(store, (command) => command),
  });
  const world = newWorld();
  const needs = { owner: 'the only process', log, admins: [adminChat] };
  return {
    ...{ clock, store, world, log, newWorld, close },
    process: (its = newWorld()) => ticking({ ...needs, world: its }),
  };
}
