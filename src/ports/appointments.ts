/** When a job looks at something next: one row a job and scope. */
export interface Appointment {
  readonly job: string;
  /** What it looks at: an institution, a person, or 'all'. */
  readonly scope: string;
  readonly at: Date;
}

/** A look that is due, taken by this process alone. */
export interface TakenLook extends Appointment {
  /** How often this slot has been begun, this time included. */
  readonly tries: number;
}

/** What became of a slot of a job. */
export interface JobRun {
  readonly job: string;
  readonly scope: string;
  /** The moment it was due. */
  readonly slot: Date;
  readonly state: 'done' | 'skipped' | 'failed';
  readonly at: Date;
  /** Whether it ran so late that what it says must admit it. */
  readonly late: boolean;
  /** What it did, in a few English words, without personal data. */
  readonly did: string;
}

/**
 * The diary of everything the bot does by itself.
 *
 * Each slot of a job has one row for good, so that two processes, a restart or a clock that jumps
 * back can't run it twice.
 */
export interface Appointments {
  /**
   * Enters appointments of which there is none already, thousands at once if need be.
   *
   * One whose slot has had its run is not entered again; a later slot is.
   */
  make(...appointments: readonly Appointment[]): Promise<void>;
  /**
   * Looks at it at `at` if that is sooner than planned, or if no look was planned: something has happened.
   *
   * It is never lost: while a look is running, another one follows it.
   */
  hurry(job: string, scope: string, at: Date): Promise<void>;
  /**
   * Takes up to `limit` looks due at `now`, the longest due first, each for one process.
   *
   * A process has two minutes for what it took; then others may take it. What a dead process of the
   * same `owner` held is due at once, and later each time that it died of it.
   */
  take(now: Date, owner: string, limit: number): Promise<readonly TakenLook[]>;
  /**
   * Records the run of a slot and moves the appointment on; without `next` there is none any more.
   *
   * Of several who settle one slot the first decides. A slot that is not later than this one gets a
   * name of its own, so `next` may lie in the past: it is due at once.
   */
  settle(run: JobRun, next: Date | undefined): Promise<void>;
  /** Puts a slot off after a failure, so that one bad row stalls nothing else; it keeps its name. */
  postpone(look: TakenLook, until: Date, why: string): Promise<void>;
  /** The moment of the next look, or the end of a running one's two minutes, for a clock moved by hand. */
  nextAt(): Promise<Date | undefined>;
  /** The newest run of each job in each state, for /sistem. */
  lastRuns(): Promise<readonly JobRun[]>;
}
