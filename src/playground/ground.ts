import path from 'node:path';
import type { CallLog } from './call-log';
import { openCallLog } from './call-log';
import type { Cast } from './cast';
import { openChanges, type Changes } from './changes';
import { openFaults, type Faults } from './faults';
import { openJournal, type Journal, type Table } from './journal';
import { openLimits, type Limits } from './limits';
import { openVault, type StoredFile, type Vault } from './vault';
import type { BotCommand, InlineAnswer, Message, ReplyKeyboard, UpdateKind, User } from './wire';

export interface Person {
  readonly user: User;
  readonly about: string;
  readonly section?: string;
  readonly phone?: string;
  readonly started: boolean;
  readonly blocked: boolean;
  readonly deactivated: boolean;
}

export type Membership = 'member' | 'administrator' | 'left' | 'kicked';

export interface Group {
  readonly id: number;
  readonly title: string;
  readonly about: string;
  readonly members: readonly number[];
  readonly bot: Membership;
  /** True when members, and so the bot, may not write. */
  readonly muted: boolean;
  readonly migratedTo?: number;
  /** Its forum topics, beside the general one. */
  readonly topics?: readonly Topic[];
}

/** A forum topic; its id is that of the message that opened it. */
export interface Topic {
  readonly id: number;
  readonly name: string;
}

/** A message with what the Bot API does not show of it. */
export interface Kept {
  readonly message: Message;
  /** The text as the bot sent it, before parsing. */
  readonly source?: string;
  readonly keyboard?: ReplyKeyboard | 'removed' | 'force';
  readonly pinned?: boolean;
}

export interface PendingUpdate {
  readonly id: number;
  readonly kind: UpdateKind;
  readonly body: unknown;
  /** Epoch milliseconds on the clock of the playground. */
  readonly expiresAt: number;
  /** Updates of one lane go to a webhook one after the other. */
  readonly lane: string;
}

export interface Query {
  readonly id: string;
  readonly personId: number;
  readonly chatId: number;
  readonly messageId: number;
  /** Epoch milliseconds on the clock of the playground. */
  readonly at: number;
  readonly answered: boolean;
}

/** What somebody typed after the bot's name, and what the bot offered for it. */
export interface InlineQuery {
  readonly id: string;
  readonly personId: number;
  readonly query: string;
  readonly offset: string;
  /** Epoch milliseconds on the clock of the playground. */
  readonly at: number;
  readonly answer?: InlineAnswer;
}

export interface Webhook {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
  readonly lastError?: { readonly date: number; readonly message: string };
}

/** Everything that is true on the playground; the other files are functions over it. */
export interface Ground {
  readonly token: string;
  readonly bot: User;
  now(): Date;
  readonly journal: Journal;
  readonly people: Table<Person>;
  readonly groups: Table<Group>;
  readonly messages: Table<Kept>;
  readonly updates: Table<PendingUpdate>;
  readonly queries: Table<Query>;
  readonly inlineQueries: Table<InlineQuery>;
  readonly commands: Table<readonly BotCommand[]>;
  readonly counters: Table<number>;
  readonly settings: Table<unknown>;
  readonly vault: Vault;
  readonly changes: Changes;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly limits: Limits;
  /** Message ids of each chat in order; rebuilt from the messages at the start. */
  readonly order: Map<number, number[]>;
}

export interface GroundOptions {
  readonly token: string;
  readonly bot: { readonly username: string; readonly firstName: string };
  readonly cast: Cast;
  readonly dir?: string;
  readonly now: () => Date;
}

/** Opens the ground from its folder, or an empty one in memory. */
export function openGround(options: GroundOptions): Ground {
  const { dir } = options;
  const journal = openJournal(dir === undefined ? undefined : path.join(dir, 'journal.jsonl'));
  const changes = openChanges();
  const files = journal.table<StoredFile>('files');
  const messages = journal.table<Kept>('messages');
  return {
    token: options.token,
    bot: botUser(options),
    now: options.now,
    journal,
    people: journal.table('people'),
    groups: journal.table('groups'),
    messages,
    updates: journal.table('updates'),
    queries: journal.table('queries'),
    inlineQueries: journal.table('inline-queries'),
    commands: journal.table('commands'),
    counters: journal.table('counters'),
    settings: journal.table('settings'),
    vault: openVault(files, dir === undefined ? undefined : path.join(dir, 'files')),
    changes,
    calls: openCallLog(changes),
    faults: openFaults(changes),
    limits: openLimits(),
    order: orderOf(messages),
  };
}

function botUser({ token, bot }: GroundOptions): User {
  const { firstName, username } = bot;
  return { id: Number.parseInt(token, 10), is_bot: true, first_name: firstName, username };
}

function orderOf(messages: Table<Kept>): Map<number, number[]> {
  const order = new Map<number, number[]>();
  for (const { message } of messages.values()) {
    const ids = order.get(message.chat.id) ?? [];
    order.set(message.chat.id, ids);
    ids.push(message.message_id);
  }
  for (const ids of order.values()) ids.sort((one, two) => one - two);
  return order;
}
