import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import { mongoInbox } from '../../../src/adapters/mongo/inbox';
import { startInboxWorker } from '../../../src/adapters/telegram/work-inbox';
import type { Inbox } from '../../../src/ports';
import { openDatabase } from '../../support/bot-at-home';
import { type CollectingLog, collectingLog } from '../../support/collecting-log';
import { type SettableClock, settableClock } from '../../support/settable-clock';

let clock: SettableClock;
let database: { store: Store; close(): Promise<void> };
let inbox: Inbox;
let log: CollectingLog;
let handled: number[];
let aside: number[];
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  clock = settableClock('2026-11-23T01:00:00Z');
  database = await openDatabase(clock);
  await ensureIndexes(database.store);
  inbox = mongoInbox(database.store);
  log = collectingLog();
  handled = [];
  aside = [];
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await database.close();
});

const put = (...ids: readonly number[]) =>
  inbox.put(
    ids.map((id) => ({ id, lane: 'person:1', body: { id } })),
    clock.now(),
  );

interface Working {
  readonly owner?: string;
  readonly inbox?: Inbox;
  readonly handle?: (id: number) => Promise<void> | void;
}

function work({ owner = 'one', inbox: its = inbox, handle = () => undefined }: Working = {}) {
  const worker = startInboxWorker({
    inbox: its,
    async handle(body) {
      const { id } = body as { id: number };
      await handle(id);
      handled.push(id);
    },
    onAside: ({ id }) => Promise.resolve(void aside.push(id)),
    ...{ owner, clock, log },
  });
  stops.push(worker.stop);
  return worker;
}

async function until(look: () => boolean): Promise<void> {
  while (!look()) await pause(5);
}

/** An inbox that counts how often it is asked for work. */
function counting(): { inbox: Inbox; asked: () => number } {
  let asked = 0;
  const lanesDue: Inbox['lanesDue'] = (now) => {
    asked += 1;
    return inbox.lanesDue(now);
  };
  return { inbox: { ...inbox, lanesDue }, asked: () => asked };
}

const fails = (id: number) => {
  if (id === 7) throw new Error('poison');
};

/** Lets the back-off of a failing update pass, until it is given up. */
async function untilGivenUp(nudge: () => void): Promise<void> {
  while (aside.length === 0) {
    clock.advance(20_000);
    nudge();
    await pause(5);
  }
}

describe('the worker of the inbox', () => {
  it('handles the updates of a lane in their order, each once', async () => {
    await put(3, 1, 2);
    await put(2);
    const { nudge } = work();
    nudge();
    await until(() => handled.length >= 3);
    await put(1, 4);
    nudge();
    await until(() => handled.length >= 4);
    expect(handled).toEqual([1, 2, 3, 4]);
  });

  it('sets a poison update aside, and goes on with the lane', async () => {
    await put(7, 8);
    const { nudge } = work({ handle: fails });
    await untilGivenUp(nudge);
    await until(() => handled.length > 0);
    expect({ handled, aside }).toEqual({ handled: [8], aside: [7] });
    expect(log.lines.filter((line) => line.includes('An update failed'))).toHaveLength(5);
  });

  it('lets later updates wait for one that is tried again, without asking on and on', async () => {
    await put(7, 8);
    const { inbox: counted, asked } = counting();
    work({ inbox: counted, handle: fails }).nudge();
    await until(() => log.lines.length > 0);
    await pause(200);
    expect(handled).toEqual([]);
    expect(asked()).toBeLessThan(6);
  });

  it('leaves a lane to another process until its lease has lapsed, without asking on and on', async () => {
    await put(1);
    await inbox.lease('person:1', 'a dead process', clock.now());
    const { inbox: counted, asked } = counting();
    const { nudge } = work({ inbox: counted });
    await pause(200);
    expect(handled).toEqual([]);
    expect(asked()).toBeLessThan(6);
    clock.advance(20_000);
    nudge();
    await until(() => handled.length === 1);
  });

  it('keeps a lane as long as it works on it', async () => {
    await put(1, 2, 3, 4, 5);
    const takenAway: boolean[] = [];
    const handle = async () => {
      clock.advance(8_000);
      takenAway.push(await inbox.lease('person:1', 'another process', clock.now()));
    };
    work({ handle }).nudge();
    await until(() => handled.length === 5);
    expect(takenAway).toEqual([false, false, false, false, false]);
  });

  it('waits a moment when the database is away', async () => {
    await put(1);
    const { inbox: counted, asked } = counting();
    const next = () => Promise.reject(new Error('away'));
    work({ inbox: { ...counted, next } }).nudge();
    await pause(200);
    expect(asked()).toBeLessThan(6);
    expect(log.lines.length).toBeLessThan(6);
  });
});
