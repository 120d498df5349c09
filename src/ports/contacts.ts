/** Whether messages reach a chat, and if not, why; 'silenced' is a group in which the bot may not write. */
export type ContactState =
  'ok' | 'blocked' | 'deactivated' | 'never-started' | 'left' | 'gone' | 'silenced';

/** Why messages do not reach a chat. */
export type Unreachable = Exclude<ContactState, 'ok'>;

/** What is known of the way to a chat. */
export interface Contact {
  readonly chat: number;
  readonly state: ContactState;
  readonly since: Date;
  /** The supergroup that the group became. */
  readonly movedTo?: number;
}

/** Which chats the bot can reach; one that nothing is known of is taken to be reachable. */
export interface Contacts {
  unreachable(chat: number, why: Unreachable, at: Date): Promise<void>;
  /** Says that messages reach a chat; true when they did not before. */
  reachable(chat: number, at: Date): Promise<boolean>;
  /** What is known of these chats, by chat. */
  of(chats: readonly number[]): Promise<ReadonlyMap<number, Contact>>;
  /** Remembers for good that a group became a supergroup. */
  moved(from: number, to: number, at: Date): Promise<void>;
}

/** Told when a group has a new id, so that whoever keeps the old one can replace it; may be told twice. */
export type OnMigration = (from: number, to: number) => Promise<void>;
