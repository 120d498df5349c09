import type { Lane, MessageKind } from '../domain/message-kind';
import type { Act } from '../talk';
import type { Unreachable } from './contacts';
import type { Within } from './outbox';

/** What became of a message handed to Telegram. */
export type Delivery =
  | {
      readonly is: 'delivered';
      readonly message?: number;
      /** The other messages of an album. */
      readonly others?: readonly number[];
      /** The forum topic it was meant for is not there any more; it went to the group as a whole. */
      readonly topicGone?: true;
    }
  /** Telegram took it for too much; certainly not sent. */
  | { readonly is: 'flood'; readonly waitSeconds?: number; readonly why: string }
  /** Telegram or the way there is in trouble; certainly not sent. */
  | { readonly is: 'trouble'; readonly why: string }
  /** The request went out and no answer came back. */
  | { readonly is: 'unsure'; readonly why: string }
  | { readonly is: 'never'; readonly why: string; readonly contact?: Unreachable }
  /** The group is a supergroup now, with another id. */
  | { readonly is: 'moved'; readonly to: number }
  /** What was to be edited is gone, so this has to be done instead. */
  | { readonly is: 'instead'; readonly act: Act };

/** A row of the outbox on its way out. */
export interface Departing {
  readonly key: string;
  readonly chat: number;
  /** The forum topic of a group. */
  readonly thread?: number;
  readonly kind: MessageKind;
  readonly act: Act;
  /** How many messages Telegram counts it for. */
  readonly weight: number;
  /** How often it was tried before. */
  readonly tries: number;
  /** Whether it may be sent again when nobody knows whether it arrived. */
  readonly mayRepeat: boolean;
  readonly lapsesAt?: Date;
  readonly within?: Within;
  /** It was cancelled while it was being sent: the reason not to try again. */
  readonly unwanted?: string;
}

/** How a row ends that was being sent. */
export type Ending =
  | { readonly state: 'sent'; readonly message?: number; readonly others?: readonly number[] }
  | { readonly state: 'failed'; readonly why: string; readonly permanent: boolean };

/** Something that went out lately, told by the clock that Telegram counts by. */
export interface WentOut {
  readonly chat: number;
  readonly weight: number;
  /** When Telegram had it at the latest; absent while nobody knows. */
  readonly answeredAt?: Date;
}

/** How a row goes back among the scheduled ones. */
export interface Again {
  /** It keeps its place in the order unless it is put off. */
  readonly notBefore?: Date;
  readonly why: string;
  readonly chat?: number;
  readonly act?: Act;
}

/**
 * The sending side of the outbox. One dispatcher leads at a time, whatever the number of processes.
 *
 * `flow` is the clock that Telegram counts by and leases lapse by: real time, even where the
 * program's clock is played with. Every change of a row is conditional on the state before.
 */
export interface Departures {
  /** Takes or keeps the lead; returns until when (by `flow`), or nothing if somebody else leads. */
  lead(owner: string, flow: Date): Promise<Date | undefined>;
  resign(owner: string): Promise<void>;
  /** What went out within the last minute and a half. */
  lately(flow: Date): Promise<readonly WentOut[]>;
  /** The chats that wait after a failure, or did and were not served since, and until when. */
  heldChats(): Promise<ReadonlyMap<number, Date>>;
  /** Sends nothing at all before `until`, over restarts. */
  pause(until: Date, why: string): Promise<void>;
  pausedUntil(): Promise<Date | undefined>;
  /** Rows that are due, lane by lane, in each in the order they were put; leaves out the chats named. */
  dueOfAll(now: Date, most: number, without: readonly number[]): Promise<readonly Departing[]>;
  /** Rows of a lane that are due, in the order they were put; leaves out the chats named. */
  due(
    lane: Lane,
    now: Date,
    most: number,
    without: readonly number[],
  ): Promise<readonly Departing[]>;
  /** Marks a row as being sent, before anything is sent. */
  claim(key: string, owner: string, flow: Date): Promise<boolean>;
  end(key: string, owner: string, ending: Ending, at: { now: Date; flow: Date }): Promise<void>;
  again(key: string, owner: string, again: Again, flow: Date): Promise<void>;
  /** Lets a row wait that may not go yet. */
  putOff(key: string, until: Date, why: string): Promise<void>;
  /** Ends a row that was not sent. */
  drop(key: string, state: 'cancelled' | 'muted', why: string, now: Date): Promise<void>;
  /** Puts off all rows of a chat, so that none overtakes the one that failed. */
  hold(chat: number, until: Date): Promise<void>;
  /** Ends all scheduled rows of a chat but answers; returns how many. */
  mute(chat: number, why: string, now: Date): Promise<number>;
  /** Gives all scheduled rows of a chat to another; returns how many. */
  readdress(from: number, to: number): Promise<number>;
  /**
   * Settles rows whose sender died while sending, each as its kind says; returns how many.
   *
   * Dead is an owner who is known to be: the process that had our name before us; or who has not
   * been heard of since its lease ended. `mine` are the rows this process is sending.
   */
  recover(
    at: { readonly now: Date; readonly flow: Date },
    dead: { readonly owner: string } | { readonly lapsedAt: Date },
    mine: readonly string[],
  ): Promise<number>;
  /** Telegram's numbers of the message that a row became, or of the messages of an album. */
  messagesOf(key: string): Promise<readonly number[]>;
}
