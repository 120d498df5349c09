import { mongoContacts } from '../../src/adapters/mongo/contacts';
import type { Store } from '../../src/adapters/mongo/connect';
import { mongoDepartures } from '../../src/adapters/mongo/departures';
import { mongoOutbox } from '../../src/adapters/mongo/outbox';
import { type DispatchNeeds, startDispatcher } from '../../src/adapters/telegram/dispatch';
import { type Limits, newPace } from '../../src/adapters/telegram/pace';
import { type TelegramDoor, openTelegram } from '../../src/adapters/telegram/telegram-door';
import { castMembers, castToken } from '../../src/cast';
import { plain } from '../../src/html';
import { loseContact } from '../../src/lose-contact';
import { moveChat } from '../../src/move-chat';
import type { LocalTelegram } from '../../src/playground/playground';
import type { Contacts, Departures, Outbox, OutgoingRow } from '../../src/ports';
import { monday, openLocalTelegram } from './bot-at-home';
import { type CollectingLog, collectingLog } from './collecting-log';
import { eventually } from './eventually';
import { indexesOnly, openDatabase } from './open-database';
import { type PushableClock, pushableClock } from './pushable-clock';
import { type SettableClock, settableClock } from './settable-clock';

/** So much room that no test waits for it. */
export const roomy: Limits = {
  overall: { most: 10_000, inMs: 1_000 },
  automatic: { most: 10_000, inMs: 1_000 },
  person: [{ most: 10_000, inMs: 1_000 }],
  group: [{ most: 10_000, inMs: 1_000 }],
};

/** A row as the database has it. */
export interface KeptRow {
  readonly _id: string;
  readonly chat: number;
  readonly state: string;
  readonly why?: string;
  readonly permanent?: boolean;
  readonly tries: number;
  readonly notBefore: Date;
  readonly doneAt?: Date;
}

/** An outbox with a database and a Telegram of its own, and dispatchers to start as one likes. */
export interface SendingRoom {
  readonly telegram: LocalTelegram;
  readonly door: TelegramDoor;
  readonly store: Store;
  readonly clock: SettableClock;
  /** Real time, which can be pushed ahead. */
  readonly flow: PushableClock;
  readonly log: CollectingLog;
  readonly outbox: Outbox;
  readonly departures: Departures;
  readonly contacts: Contacts;
  readonly migrations: (readonly [from: number, to: number])[];
  start(needs?: Partial<DispatchNeeds>): Dispatcher;
  row(key: string): Promise<KeptRow>;
  /** The states of all rows by key. */
  states(): Promise<Readonly<Record<string, string>>>;
  /** Waits until a row is in one of these states, and returns it. */
  until(key: string, ...states: readonly string[]): Promise<KeptRow>;
  /** Waits until a row was tried so often and is to be tried again, and returns it. */
  untilPutOff(key: string, tries?: number): Promise<KeptRow>;
  /** Waits until nothing is scheduled or being sent. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

export type Dispatcher = ReturnType<typeof startDispatcher>;

/** Opens the room; its dispatchers are stopped with it. */
export async function sendingRoom(): Promise<SendingRoom> {
  const clock = settableClock(monday);
  const { store, close } = await openDatabase(clock, indexesOnly);
  const playground = await openLocalTelegram(clock);
  const { telegram } = playground;
  const door = openTelegram({ token: castToken, apiRoot: playground.apiRoot });
  const running: Dispatcher[] = [];
  const log = collectingLog();
  const departures = mongoDepartures(store);
  const contacts = mongoContacts(store);
  const migrations: (readonly [number, number])[] = [];
  const flow = pushableClock();
  const onMigration = [
    (from: number, to: number) => Promise.resolve(void migrations.push([from, to])),
  ];
  const needs = {
    ...{ departures, contacts, clock, flow, log, owner: 'first', pace: newPace(roomy) },
    perform: (row) => door.send(row, (key) => departures.messagesOf(key)),
    heldBack: () => Promise.resolve(undefined),
    isAlive: door.isAlive,
    loseContact: loseContact({ contacts, departures, clock }),
    moveChat: moveChat({ contacts, departures, onMigration, clock }),
    lot: () => 1,
  } satisfies DispatchNeeds;
  const kept = store.collection<KeptRow>('outbox');
  const row = async (key: string) => {
    const found = await kept.findOne({ _id: key });
    if (!found) throw new Error(`There is no row ${key}`);
    return found;
  };
  return {
    ...{ telegram, door, store, clock, flow, log, departures, contacts, migrations, row },
    outbox: mongoOutbox(store, () => running.forEach(({ nudge }) => nudge())),
    start(other = {}) {
      const started = startDispatcher({ ...needs, ...other });
      running.push(started);
      return started;
    },
    async states() {
      const all = await kept.find().sort({ order: 1 }).toArray();
      return Object.fromEntries(all.map(({ _id, state }) => [_id, state]));
    },
    until: (key, ...states) =>
      eventually(async () => {
        running.forEach(({ nudge }) => nudge());
        const found = await row(key);
        return states.includes(found.state) && found;
      }),
    untilPutOff: (key, tries = 1) =>
      eventually(async () => {
        const found = await row(key);
        return found.state === 'scheduled' && found.tries === tries && found;
      }),
    async quiet() {
      const open = { state: { $in: ['scheduled', 'sending'] } };
      await eventually(async () => (await kept.countDocuments(open)) === 0);
    },
    async stop() {
      await Promise.all(running.map((each) => each.stop()));
      await playground.stop();
      await close();
    },
  };
}

/** Everybody of the cast who pressed Start. */
export const people = castMembers.filter(({ role }) => role).map(({ id }) => id);

/** A row that says `words`, which are its key as well. */
export const saying = (words: string, more: Partial<OutgoingRow> = {}): OutgoingRow => ({
  key: words,
  chat: 1001,
  kind: 'alert',
  act: { do: 'say', card: { text: plain(words) } },
  at: new Date(monday),
  ...more,
});

/** What the bot said in a chat, in order. */
export const saidIn = (telegram: LocalTelegram, chat: number): readonly string[] =>
  telegram
    .chat(chat)
    .filter(({ from }) => from.isBot)
    .map(({ text }) => text);
