import type { ActivityReport, NilReport, Span } from './domain/activity-report';
import type { Day } from './domain/day';
import type { Invitation } from './domain/invitation';
import type { FormOfAddress, Grant, Person, PublicContact, Role } from './domain/person';
import type { Reach } from './domain/rights';
import type { Announcements, Editions, Reads } from './ports/announcements';
import type { Drafts } from './ports/drafts';
import type { Sent } from './ports/sent';
import type { Sheets } from './ports/sheets';
import type { Visits } from './ports/visits';
import type { Clockwork } from './ports/clockwork';
import type { Contacts } from './ports/contacts';
import type { Groups } from './ports/groups';
import type { Courses } from './ports/courses';
import type { Interests } from './ports/interests';
import type { Posters } from './ports/posters';
import type { Files } from './ports/files';
import type { Health, Program } from './ports/health';
import type { Imports } from './ports/imports';
import type { Institutions } from './ports/institutions';
import type { Merges } from './ports/merges';
import type { Outbox } from './ports/outbox';
import type { Particulars } from './ports/particulars';
import type { EditableChecklists, Registrations } from './ports/registrations';
import type { Reviews } from './ports/reviews';
import type { Traces } from './ports/traces';
import type { MenuEntry } from './talk';

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
  /** The name on Telegram that others can write to, without the @. */
  readonly telegramUsername?: string;
  readonly person?: Person;
  readonly roles: ReadonlySet<Role>;
  readonly reach: Reach;
  /** The zone their day is counted in. */
  readonly zone: string;
  readonly now: Date;
  readonly today: Day;
}

/** The people who talk with the bot. */
export interface People {
  byTelegram(telegramId: number): Promise<Person | undefined>;
  byId(id: string): Promise<Person | undefined>;
  /** Knows somebody from now on, under `id` unless they are known already; grants nothing. */
  meet(telegramId: number, id: string, name: string): Promise<Person>;
  /** Gives a grant, once per `origin` (an invitation's code), and records name and consent. */
  join(id: string, joining: Joining): Promise<Person>;
  rename(
    id: string,
    to: { readonly name: string; readonly address: FormOfAddress; readonly at: Date },
  ): Promise<void>;
  /** Keeps the number at which somebody may be called; none takes it back. */
  callAt(id: string, phone: string | undefined): Promise<void>;
  /** Records that somebody agreed to a newer version of the notice. */
  agree(id: string, consent: NonNullable<Person['consent']>): Promise<void>;
  /** Keeps how somebody agreed to be named to the public for an institution, in place of what they agreed to before. */
  showToPublic(id: string, contact: PublicContact): Promise<void>;
  /** Names them to the public for this institution no longer. */
  hideFromPublic(id: string, institution: string): Promise<void>;
  /** Keeps the name somebody has on Telegram now wherever it is shown to the public; without one it is not shown. */
  calledOnTelegram(id: string, username: string | undefined): Promise<void>;
  /** Takes a role back, of an institution if it is one of those; their other roles stay. */
  endGrant(id: string, role: Role, institution?: string): Promise<void>;
  /** Changes which regencies an officer or a head looks after. */
  setScope(id: string, role: Role, regencies: readonly string[] | 'all'): Promise<void>;
  /** Those who run an institution, managers before deputies. */
  of(institution: string): Promise<readonly Person[]>;
  /** Those who run one of these institutions. */
  running(institutions: readonly string[]): Promise<readonly Person[]>;
  /** Everybody who is an officer or a head. */
  staff(): Promise<readonly Person[]>;
}

export interface Joining {
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
  /** Claims a valid code for one person; true again for the same person, false for anyone later. */
  claim(code: string, person: string, now: Date): Promise<boolean>;
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
  /** The activities of all kinds that ended on these days; those that were rejected are left out. */
  ended(institutions: readonly string[], from: Day, to: Day): Promise<readonly ActivityReport[]>;
  /** What the activity status of each of these institutions follows from. */
  standings(institutions: readonly string[]): Promise<ReadonlyMap<string, ReportStanding>>;
  /** How many reports of any kind each institution sent since `from`; those without any are left out. */
  countSince(institutions: readonly string[], from: Date): Promise<ReadonlyMap<string, number>>;
  /** When an institution reported since `from`, oldest first. */
  answersSince(institution: string, from: Date): Promise<readonly Date[]>;
}

export interface ReportStanding {
  /** The activities of the kinds that count, those ending last first; enough to find the last one. */
  readonly activities: readonly Span[];
  readonly lastAnswerAt?: Date;
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
  /** A page of what was done, newest first, and how much there is. */
  page(page: Page): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }>;
}

export interface AuditEntry {
  /** Makes a repeat harmless. */
  readonly id: string;
  readonly who: string;
  readonly did:
    | 'refused'
    | 'joined'
    | 'granted'
    | 'revoked'
    | 'invited'
    | 'reported'
    | 'reviewed'
    | 'took'
    | 'answered'
    | 'closed'
    | 'added'
    | 'changed'
    | 'archived'
    | 'imported'
    | 'merged'
    | 'handed-over'
    | 'visited'
    | 'agreed'
    | 'saw'
    | 'forgotten'
    | 'planned'
    | 'announced'
    | 'linked'
    | 'unlinked';
  readonly what: string;
  readonly at: Date;
}

export type { Contact, ContactState, Contacts, OnMigration, Unreachable } from './ports/contacts';
export type { Again, Delivery, Departing, Departures, Ending, WentOut } from './ports/departures';
export type { Institutions } from './ports/institutions';
export type { Held, Outbox, OutgoingRow, Within } from './ports/outbox';

/** What scenes and jobs may ask of the world. */
export interface World extends Clockwork {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly institutions: Institutions;
  readonly particulars: Particulars;
  readonly imports: Imports;
  readonly visits: Visits;
  readonly courses: Courses;
  readonly announcements: Announcements;
  readonly editions: Editions;
  readonly reads: Reads;
  readonly interests: Interests;
  readonly posters: Posters;
  readonly health: Health;
  readonly program: Program;
  readonly merges: Merges;
  readonly people: People;
  readonly invitations: Invitations;
  readonly reports: Reports;
  readonly reviews: Reviews;
  readonly audit: Audit;
  readonly traces: Traces;
  readonly outbox: Outbox;
  readonly contacts: Contacts;
  readonly groups: Groups;
  readonly sent: Sent;
  readonly drafts: Drafts;
  readonly files: Files;
  readonly sheets: Sheets;
  readonly registrations: Registrations;
  readonly checklists: EditableChecklists;
  /** Tells an outside dead man's switch that the bot is alive; false when it did not hear. */
  readonly heartbeat?: () => Promise<boolean>;
  /** The link that opens the bot with a code: `https://t.me/…?start=…`. */
  readonly link: (code: string) => string;
  /** The office that runs the bot, for notices. */
  readonly office: string;
  readonly zone: string;
  /** The commands these roles may use, in the order of /bantuan. */
  readonly menu: (roles: ReadonlySet<Role>) => readonly MenuEntry[];
}

/** An update as it came in; `lane` is the chat or person whose updates keep their order. */
export interface Arrival {
  readonly id: number;
  readonly lane: string;
  readonly body: object;
}

/** An update taken from the inbox to be handled. */
export interface Waiting extends Arrival {
  /** How often its handling has begun, this time included. */
  readonly starts: number;
  /** How often its handling has failed. */
  readonly failures: number;
}

/** Updates that were confirmed to Telegram and are still to be handled, or were. */
export interface Inbox {
  /** Stores updates durably; one that is there already is left as it is. */
  put(arrivals: readonly Arrival[], now: Date): Promise<void>;
  /** Lanes in which something is due. */
  lanesDue(now: Date): Promise<readonly string[]>;
  /** Takes a lane for one worker, or says that another has it. */
  lease(lane: string, owner: string, now: Date): Promise<boolean>;
  release(lane: string, owner: string): Promise<void>;
  /** The oldest update of a lane, if it is due; later ones wait for it. */
  next(lane: string, now: Date): Promise<Waiting | undefined>;
  done(id: number, now: Date): Promise<void>;
  retry(id: number, notBefore: Date, why: string): Promise<void>;
  /** Gives up on an update and keeps it for a person to look at. */
  setAside(id: number, now: Date, why: string): Promise<void>;
}

/** Lines for the operator; never personal data, never secrets. */
export interface Log {
  info(facts: object, line: string): void;
  warn(facts: object, line: string): void;
  error(facts: object, line: string): void;
}
