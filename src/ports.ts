import type { ActivityReport, NilReport } from './domain/activity-report';
import type { Day } from './domain/day';
import type { Institution } from './domain/institution';
import type { Invitation } from './domain/invitation';
import type { FormOfAddress, Grant, Person, Role } from './domain/person';
import type { Reach } from './domain/rights';
import type { Act } from './talk';

/** The one clock of the program. */
export interface Clock {
  now(): Date;
}

/** Randomness that nobody can guess. */
export interface Chance {
  bytes(count: number): Uint8Array;
}

/** Who is talking, with the rights they hold at this very moment. */
export interface Visitor {
  readonly telegramId: number;
  readonly telegramName: string;
  readonly person?: Person;
  readonly roles: ReadonlySet<Role>;
  readonly reach: Reach;
  /** The zone their day is counted in. */
  readonly zone: string;
  readonly now: Date;
  readonly today: Day;
}

/** The institutions; every look takes the reach of who looks. */
export interface Institutions {
  within(reach: Reach): Promise<readonly Institution[]>;
  one(id: string, reach: Reach): Promise<Institution | undefined>;
  /** Adds those that are not there yet, and leaves the others as they are. */
  found(institutions: readonly Institution[]): Promise<void>;
}

/** The people who talk with the bot. */
export interface People {
  byTelegram(telegramId: number): Promise<Person | undefined>;
  byId(id: string): Promise<Person | undefined>;
  /** Binds a person to a grant, once per `origin` (an invitation's code), and records their consent. */
  join(joining: Joining): Promise<Person>;
  rename(id: string, name: string, address: FormOfAddress): Promise<void>;
  /** Those who manage an institution, its deputies after its managers. */
  of(institution: string): Promise<readonly Person[]>;
}

export interface Joining {
  readonly telegramId: number;
  readonly name: string;
  readonly address: FormOfAddress;
  readonly grant: Grant;
  readonly origin: string;
  readonly consent: { readonly version: number; readonly at: Date };
}

/** Single-use invitations. */
export interface Invitations {
  /** Stores an invitation once per `origin` and returns the stored one, whose code may be an earlier try's. */
  issue(invitation: Invitation, origin: string): Promise<Invitation>;
  byCode(code: string): Promise<Invitation | undefined>;
  /** Claims a code for one person; true again for the same person, false for anyone later. */
  claim(code: string, telegramId: number, now: Date): Promise<boolean>;
}

export type Submitted = 'saved' | 'already';

/** What was reported: activities and nil reports. */
export interface Reports {
  /** Saves under the report's id; a second time changes nothing. */
  submitActivity(report: ActivityReport): Promise<Submitted>;
  submitNil(report: NilReport): Promise<Submitted>;
  /** A page of reports of all kinds, newest first. */
  history(institutions: readonly string[], page: Page): Promise<History>;
  /** One report, if it belongs to one of these institutions. */
  one(id: string, institutions: readonly string[]): Promise<HistoryEntry | undefined>;
  /** The last day on which an activity that counts took place, up to `today`. */
  lastActivityOn(institution: string, today: Day): Promise<Day | undefined>;
}

export interface Page {
  readonly skip: number;
  readonly limit: number;
}

export type HistoryEntry =
  | { readonly kind: 'activity'; readonly report: ActivityReport }
  | { readonly kind: 'nil'; readonly report: NilReport };

export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
}

/** Who did or tried what; never holds what was said. */
export interface Audit {
  note(entry: AuditEntry): Promise<void>;
}

export interface AuditEntry {
  /** Makes a repeat harmless. */
  readonly id: string;
  readonly who: string;
  readonly did: 'refused' | 'joined' | 'invited' | 'reported';
  readonly what: string;
  readonly at: Date;
}

/** Messages on their way out; a key that is there already is left as it is. */
export interface Outbox {
  put(rows: readonly OutgoingRow[]): Promise<void>;
}

/** Answers go before reminders and alerts, those before announcements. */
export type Lane = 'answer' | 'notice' | 'bulk';

export interface OutgoingRow {
  readonly key: string;
  readonly chat: number;
  readonly lane: Lane;
  readonly act: Act;
  readonly at: Date;
}

/** What scenes and jobs may ask of the world. */
export interface World {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly institutions: Institutions;
  readonly people: People;
  readonly invitations: Invitations;
  readonly reports: Reports;
  readonly audit: Audit;
  readonly outbox: Outbox;
  /** The link that opens the bot with a code: `https://t.me/…?start=…`. */
  readonly link: (code: string) => string;
  /** The office that runs the bot, for notices. */
  readonly office: string;
  readonly zone: string;
}
