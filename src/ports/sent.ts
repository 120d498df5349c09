import type { MessageKind } from '../domain/message-kind';

/** What the outbox sent, is about to send, or did not send and why. */
export interface SentRow {
  readonly key: string;
  readonly chat: number;
  readonly kind: MessageKind;
  readonly person?: string;
  readonly state: 'scheduled' | 'sending' | 'sent' | 'failed' | 'cancelled' | 'muted';
  /** When that state was reached; the planned moment while it is scheduled. */
  readonly at: Date;
  /** Why it was to be sent. */
  readonly because?: string;
  /** Why it was not sent. */
  readonly why?: string;
  /** Nobody knows whether it arrived, and Telegram is still asked for it. */
  readonly isAsked?: boolean;
}

/** How many messages are in each state; of the failed ones, of how many nobody knows, and are asked for. */
export type SentTally = Readonly<Record<SentRow['state'] | 'unknown' | 'asked', number>>;

/** Looks into the outbox, for limits, ledgers and a clock that is moved by hand. */
export interface Sent {
  /** Messages nobody asked for that a person got, or is to get, from `from` until before `to`. */
  automatic(person: string, from: Date, to: Date): Promise<number>;
  /** Every automatic message of a stretch of time, in the order of time. */
  ledger(from: Date, to: Date): Promise<readonly SentRow[]>;
  /** The messages about a subject, in the order in which they were put. */
  about(about: string): Promise<readonly SentRow[]>;
  tally(about: string): Promise<SentTally>;
  /** Which of these messages there are. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether anything is being sent, or is due at `now`. */
  isBusy(now: Date): Promise<boolean>;
  /** The moment at which the next row is to go. */
  nextAt(): Promise<Date | undefined>;
}
