import type { MessageKind } from '../domain/message-kind';
import type { Act } from '../talk';

/** Messages on their way out; a key that is there already is left as it is, unless its row says otherwise. */
export interface Outbox {
  put(rows: readonly OutgoingRow[]): Promise<void>;
  /**
   * Takes back what is scheduled about a subject, and returns how many rows that were.
   *
   * A row being sent at this moment goes out, but is not tried again if that fails.
   */
  cancel(about: string, why: string, now: Date): Promise<number>;
  /** Files messages under another subject. */
  refile(keys: readonly string[], about: string): Promise<void>;
}

/** The hours of the office, those that managers usually have, or those of the people of an institution. */
export type Within =
  'office' | 'managers' | { readonly institution: string; readonly urgent: boolean };

/** Why a message may not go now, and from when on it may; never, when there is no `until`. */
export interface Held {
  readonly why: string;
  readonly until?: Date;
}

/** A message to be sent, or one that is deliberately not sent. */
export interface OutgoingRow {
  /** Makes a repeat harmless. */
  readonly key: string;
  readonly chat: number;
  /** The forum topic of a group; where it is gone, the message goes to the group as a whole. */
  readonly thread?: number;
  /** Says in which lane the row goes, and whether it is repeated when its answer was lost. */
  readonly kind: MessageKind;
  readonly act: Act;
  readonly at: Date;
  /** A subject under which rows can be cancelled, such as `check-in:bina-iman:2026-12`. */
  readonly about?: string;
  /** Why it is sent, in a few Indonesian words without personal data; kept beside it. */
  readonly because?: string;
  /** The person it is meant for. */
  readonly person?: string;
  /** The earliest moment it may go; `at` unless told. */
  readonly notBefore?: Date;
  /** Outside these hours it waits for the next of them, whenever it comes up to be sent. */
  readonly within?: Within;
  /** From here on it is of no use, and is cancelled instead of sent. */
  readonly lapsesAt?: Date;
  /** Takes the place of a row with its key that was cancelled before it went. */
  readonly revives?: true;
  /** Stores that it is not sent, and why: `dibatalkan: sudah lapor`, `dibisukan: libur`. */
  readonly settled?: { readonly state: 'cancelled' | 'muted'; readonly why: string };
}
