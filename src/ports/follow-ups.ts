import type { ActivityStatus } from '../domain/activity-status';
import type { Day } from '../domain/day';
import type { DoneStep, EscalationStep, Handling } from '../domain/escalation';
import type { Expectation, Outage } from '../domain/expectation';
import type { FollowUp } from '../domain/follow-up';
import type { Leave } from '../domain/leave';
import type { StatusReason } from '../domain/status-reason';

export type { Obstacle, Obstacles } from './obstacles';

/** An expectation as it is kept, with what was sent for it. */
export type KeptExpectation = Expectation & {
  readonly openingSentOn?: Day;
  readonly reminderSentOn?: Day;
  readonly taskMadeOn?: Day;
  readonly askAgainOn?: Day;
  /** When a button of its check-in was last tapped: a sign of life, if not an answer to the period. */
  readonly tappedAt?: Date;
};

/** The duty of each institution to answer, period by period. */
export interface Expectations {
  /** Creates the row of a period, once. */
  open(expectation: Expectation): Promise<void>;
  of(institution: string, period: string): Promise<KeptExpectation | undefined>;
  /** The rows of these institutions whose period opened within the days, oldest first. */
  between(institutions: readonly string[], from: Day, to: Day): Promise<readonly KeptExpectation[]>;
  /** Rows that nobody answered or closed yet, and in any case the newest, oldest first. */
  unsettled(institution: string): Promise<readonly KeptExpectation[]>;
  /** Writes `after` over `before` if nobody wrote in between; false when somebody did. */
  change(before: KeptExpectation, after: KeptExpectation): Promise<boolean>;
}

/** Leaves of institutions. */
export interface Leaves {
  /** Saves under the leave's id; a second time changes nothing. */
  add(leave: Leave): Promise<void>;
  /** Those that hold, oldest first; one that was withdrawn is not there any more. */
  of(institution: string): Promise<readonly Leave[]>;
  /** Those of all these institutions, oldest first. */
  ofAll(institutions: readonly string[]): Promise<readonly Leave[]>;
  one(id: string): Promise<Leave | undefined>;
  /**
   * Ends a leave earlier, on one of its days; `by` is the person who did.
   *
   * False when somebody has changed it since it was `seen`, or `to` is none of its days; true again
   * when the same person did just this before.
   */
  shorten(seen: Pick<Leave, 'id' | 'to'>, to: Day, by: string): Promise<boolean>;
  withdraw(id: string, by: string): Promise<void>;
}

/** The last known status of an institution, and the record of its changes. */
export interface Transition {
  readonly institution: string;
  readonly from?: ActivityStatus;
  readonly to: ActivityStatus;
  readonly at: Date;
  readonly reasons: readonly StatusReason[];
  readonly silentDays: number;
}

export interface Transitions {
  latest(institution: string): Promise<Transition | undefined>;
  latestOf(institutions: readonly string[]): Promise<ReadonlyMap<string, Transition>>;
  /** Records a change if the latest is still `from`; false when somebody else recorded one first. */
  record(transition: Transition): Promise<boolean>;
  /** The changes from `from` on, oldest first. */
  since(institutions: readonly string[], from: Date): Promise<readonly Transition[]>;
}

/** A worsening that is followed up: at most one is open per institution. */
export interface KeptIncident {
  readonly id: string;
  readonly institution: string;
  readonly status: ActivityStatus;
  readonly openedAt: Date;
  readonly zone: string;
  readonly done: readonly DoneStep[];
  readonly handlings: readonly Handling[];
  readonly closedAt?: Date;
  readonly followUp?: FollowUp;
}

export interface Incidents {
  /** Opens an incident unless one is open; returns the open one, or this one if it was closed since. */
  open(incident: KeptIncident): Promise<KeptIncident>;
  openOf(institution: string): Promise<KeptIncident | undefined>;
  openIn(institutions: readonly string[]): Promise<readonly KeptIncident[]>;
  one(id: string): Promise<KeptIncident | undefined>;
  /** Marks a step as done, once; false when it was done already or the incident is closed. */
  stepDone(id: string, step: EscalationStep, at: Date): Promise<boolean>;
  /** Says that somebody takes care; false when it is closed. The same person and day again change nothing. */
  handle(id: string, handling: Handling): Promise<boolean>;
  /** Closes it, with what an officer did about it, if anybody did; false when it was closed otherwise before. */
  close(id: string, at: Date, followUp?: FollowUp): Promise<boolean>;
  /** Those closed with a follow-up since `from`, to measure what it led to. */
  followedUp(institutions: readonly string[], from: Date): Promise<readonly KeptIncident[]>;
}

/** Something an officer is to do. */
export interface Task {
  /** Says what it is about, so that it is made once: 'call:bina-iman:2026-12'. */
  readonly id: string;
  readonly institution: string;
  readonly kind: 'call' | 'follow-up' | 'visit' | 'review' | 'registration' | 'expiry';
  readonly why: string;
  readonly dueOn: Day;
  readonly madeAt: Date;
  readonly doneAt?: Date;
  readonly doneBy?: string;
}

export interface Tasks {
  /** Makes it once; false when it was made before, even if it is done by now. */
  make(task: Task): Promise<boolean>;
  /** Those to be done, the earliest due first. */
  open(institutions: readonly string[]): Promise<readonly Task[]>;
  one(id: string): Promise<Task | undefined>;
  /** Marks it as done; false when somebody else did before, or it lapsed. */
  done(id: string, by: string, at: Date): Promise<boolean>;
  /** Takes back what the same person marked as done; false when somebody else did, or it lapsed. */
  undo(id: string, by: string): Promise<boolean>;
  /** Ends the tasks of an institution that an answer made pointless; nobody did them. Returns how many. */
  lapse(institution: string, kind: Task['kind'], at: Date): Promise<number>;
}

/** When the bot was down, so that nobody is blamed for it. */
export interface Outages {
  /** Says that the bot is alive at `now`. */
  beat(now: Date): Promise<void>;
  /** When any process last said that it is alive. */
  lastBeat(): Promise<Date | undefined>;
  /** Keeps an outage by its beginning; a second time with a later end makes it longer. */
  record(outage: Outage): Promise<void>;
  /** Those that ended after `from`, oldest first. */
  since(from: Date): Promise<readonly Outage[]>;
}

/** A paper or licence with an end. */
export interface Expiry {
  readonly id: string;
  readonly institution: string;
  readonly what: string;
  readonly on: Day;
}

export interface Expiries {
  /** Keeps it under its id; a later one replaces it. */
  put(expiry: Expiry): Promise<void>;
  /** Forgets one: there is no such end any more, or what it is about is gone. */
  forget(id: string): Promise<void>;
  /** The ends of an institution's papers, the earliest first. */
  of(institution: string): Promise<readonly Expiry[]>;
}
