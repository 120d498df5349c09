import type { GroupLink } from '../domain/group-link';

/** What a group hears of: these institutions, or all of those regencies. */
export type GroupSubject = GroupLink;

/** A Telegram group the bot is in, or was. */
export interface Group {
  readonly chat: number;
  readonly title: string;
  /** The forum topic that messages go to. */
  readonly thread?: number;
  /** The institutions it is linked to; absent while it is linked to none. */
  readonly institutions?: readonly string[] | 'all';
  /** The regencies whose institutions are meant by 'all': those of the officer who linked it. */
  readonly regencies?: readonly string[] | 'all';
  /** The person who linked it last; absent for an admin the office does not know as a person. */
  readonly linkedBy?: string;
  readonly linkedAt?: Date;
  /** The bot was removed, or the group is gone; what it was linked to is kept for its return. */
  readonly left?: boolean;
}

/** Who links a group, when, and from which of its forum topics. */
export interface Linking {
  readonly by?: string;
  readonly at: Date;
  readonly thread?: number;
}

/** The groups the bot is in, and what they hear of. */
export interface Groups {
  of(chat: number): Promise<Group | undefined>;
  /** Notes that the bot is in a group; true when it was not, as far as was known. */
  met(chat: number, title: string, at: Date): Promise<boolean>;
  /** Keeps a group's new title; a group that is not known stays so. */
  renamed(chat: number, title: string): Promise<void>;
  /** Links a group, in place of what it was linked to. */
  link(chat: number, subject: GroupSubject, linking: Linking): Promise<void>;
  /** Links a group to one institution more; one that heard of all hears of this one only. */
  add(chat: number, institution: string, linking: Linking): Promise<void>;
  /** Takes one institution away; a group without any is linked no more. */
  remove(chat: number, institution: string): Promise<void>;
  unlink(chat: number): Promise<void>;
  /** Sends to another forum topic from now on, or to the group as a whole. */
  writeTo(chat: number, thread: number | undefined): Promise<void>;
  /** Forgets a forum topic that is not there any more. */
  topicGone(chat: number, thread: number): Promise<void>;
  /** Notes that the bot is not in a group any more; true when it was. */
  gone(chat: number, at: Date): Promise<boolean>;
  /** Gives a group its new id; a second time changes nothing. */
  moved(from: number, to: number): Promise<void>;
  /** Linked groups the bot is in that hear of one of these institutions; those linked to all included. */
  reaching(institutions: readonly string[]): Promise<readonly Group[]>;
  /** Every group, also one that is not linked or that the bot is not in any more, by title. */
  all(): Promise<readonly Group[]>;
}
