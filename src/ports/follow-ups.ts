import type { ActivityStatus } from '../domain/activity-status';
import type { Day } from '../domain/day';
import type { DoneStep, EscalationStep, Handling } from '../domain/escalation';
import type { Expectation, Outage } from '../domain/expectation';
import type { FollowUp } from '../domain/follow-up';
import type { Leave } from '../domain/leave';
import type { ObstacleId } from '../domain/obstacle';
import type { StatusReason } from '../domain/status-reason';

/** An expectation as it is kept, with what was sent for it. */
export type KeptExpectation = Expectation & {
  readonly openingSentOn?: Day;
  readonly reminderSentOn?: Day;
  readonly taskMadeOn?: Day;
  readonly askAgainOn?: Day;
};

/** The duty of each institution to answer, period by period. */
export interface Expectations {
  /** Creates the row of a period, once. */
  open(expectation: Expectation): Promise<void>;
  of(institution: string, period: string): Promise<KeptExpectation | undefined>;
  /** The rows of these institutions whose period opened within the days, oldest first. */
  between(institutions: readonly string[], from: Day, to: Day): Promise<readonly KeptExpectation[]>;
  /** Rows whose deadline has not come, or that nobody closed yet. */
  unsettled(institution: string): Promise<readonly KeptExpectation[]>;
  /** Writes `after` over `before` if nobody wrote in between; false when somebody did. */
  change(before: KeptExpectation, after: KeptExpectation): Promise<boolean>;
}

/** Leaves of institutions. */
export interface Leaves {
  /** Saves under the leave's id; a second time changes nothing. */
  add(leave: Leave): Promise<void>;
  of(institution: string): Promise<readonly Leave[]>;
  one(id: string): Promise<Leave | undefined>;
  /** Ends a leave earlier; `by` is the person who did. */
  shorten(id: string, to: Day, by: string): Promise<void>;
  withdraw(id: string, by: string): Promise<void>;
}

/** Something that keeps an institution from being active. */
export interface Obstacle {
  readonly id: string;
  readonly institution: string;
  readonly kind: ObstacleId;
  readonly note: string;
  readonly statedBy: string;
  readonly statedAt: Date;
  readonly closedAt?: Date;
}

export interface Obstacles {
  add(obstacle: Obstacle): Promise<void>;
  /** The open ones of these institutions, oldest first. */
  open(institutions: readonly string[]): Promise<readonly Obstacle[]>;
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
  /** Opens an incident unless one is open; returns the open one. */
  open(incident: KeptIncident): Promise<KeptIncident>;
  openOf(institution: string): Promise<KeptIncident | undefined>;
  openIn(institutions: readonly string[]): Promise<readonly KeptIncident[]>;
  one(id: string): Promise<KeptIncident | undefined>;
  /** Marks a step as done, once; false when it was done already or the incident is closed. */
  stepDone(id: string, step: EscalationStep, at: Date): Promise<boolean>;
  handle(id: string, handling: Handling): Promise<boolean>;
  /** Closes it, with what an officer did about it, if anybody did. */
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
  make(task: Task): Promise<boolean>;
  open(institutions: readonly string[]): Promise<readonly Task[]>;
  one(id: string): Promise<Task | undefined>;
  done(id: string, by: string, at: Date): Promise<boolean>;
  /** Ends the tasks of an institution that an answer made pointless. */
  lapse(institution: string, kind: Task['kind'], at: Date): Promise<number>;
}

/** When the bot was down, so that nobody is blamed for it. */
export interface Outages {
  /** Says that the bot is alive at `now`; returns the last time it said so. */
  beat(now: Date): Promise<Date | undefined>;
  record(outage: Outage): Promise<void>;
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
  put(expiry: Expiry): Promise<void>;
  of(institution: string): Promise<readonly Expiry[]>;
}
