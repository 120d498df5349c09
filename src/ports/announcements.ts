import type { Announcement, AnnouncementEnd, Wording } from '../domain/announcement';
import type { Edition } from '../domain/edition';

/** What the office announces. */
export interface Announcements {
  /** Keeps a draft under its id; a second time changes nothing. */
  add(announcement: Announcement): Promise<void>;
  one(id: string): Promise<Announcement | undefined>;
  /**
   * Those somebody may see, the newest first: their own, and what goes to some of the regencies they look
   * after, once it is no draft. Dropped drafts are left out.
   */
  page(
    seer: { readonly by: string; readonly regencies: readonly string[] | 'all' },
    page: { readonly skip: number; readonly limit: number },
  ): Promise<{ readonly announcements: readonly Announcement[]; readonly total: number }>;
  /** Plans a draft for `firstAt`; false when it is a draft no more. The same moment again is no change. */
  plan(id: string, firstAt: Date): Promise<boolean>;
  /** Ends it, a draft alone by dropping it; false when it was ended so before, or is past that. */
  end(id: string, how: AnnouncementEnd, why?: string): Promise<boolean>;
  /** Takes back that it was stopped, by whoever goes on with what was being sent. */
  goOn(id: string): Promise<void>;
  /** Gives it another wording, once under the wording's id. */
  reword(id: string, wording: Wording): Promise<void>;
  /** The ids of those that are planned. */
  planned(): Promise<readonly string[]>;
}

/** The sendings of announcements. */
export interface Editions {
  /** Settles who gets it; of several who begin one the first decides, and its row is returned. */
  begin(edition: Edition): Promise<Edition>;
  one(id: string): Promise<Edition | undefined>;
  /** Those of an announcement, the newest first. */
  of(announcement: string): Promise<readonly Edition[]>;
  /** Those of which something is still to be sent or told, and those that ended after `since`. */
  running(since: Date): Promise<readonly Edition[]>;
  /** Takes the right to tell how it goes, which somebody has once in so many milliseconds. */
  mayTell(id: string, now: Date, everyMs: number): Promise<boolean>;
  /** Ends a round; false when somebody did so before. */
  finish(id: string, round: number, now: Date): Promise<boolean>;
  /** Begins another round after `round`, also of what was stopped; false when it was begun before. */
  again(id: string, round: number): Promise<boolean>;
  /** Stops sending it, or takes it back altogether. */
  end(id: string, how: 'stoppedAt' | 'withdrawnAt', now: Date): Promise<void>;
  /** Follows a group to its new id. */
  moved(from: number, to: number): Promise<void>;
}

/** Who said that they read a sending. */
export interface Reads {
  /** Notes that somebody read it in a chat; true the first time, and the first time after `since`. */
  note(read: Read, since?: Date): Promise<boolean>;
  /** How many read it, in one chat or in all, ever or since a moment. */
  count(
    edition: string,
    which: { readonly chat?: number; readonly since: Date | undefined },
  ): Promise<number>;
  of(edition: string, since: Date | undefined): Promise<readonly Read[]>;
}

export interface Read {
  readonly edition: string;
  readonly chat: number;
  readonly telegramId: number;
  /** Whom the office knows as a person. */
  readonly person?: string;
  readonly at: Date;
}
