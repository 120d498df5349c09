import type { ReviewState } from '../domain/activity-report';
import type { KeptReport, ReportChange, ReportContent } from '../domain/review';

/** Activity reports with all that was done with them; nil reports are not reviewed. */
export interface Reviews {
  /** Those that wait for an officer, oldest first. */
  waiting(institutions: readonly string[], page: ReviewPage): Promise<ReviewList>;
  /** Those that do not wait: approved, returned or rejected, newest first. */
  settled(institutions: readonly string[], page: ReviewPage): Promise<ReviewList>;
  /** Those that were returned and wait for their centre to mend them. */
  returned(institutions: readonly string[]): Promise<readonly KeptReport[]>;
  /** One report, if it belongs to one of these institutions. */
  one(id: string, institutions: readonly string[]): Promise<KeptReport | undefined>;
  /**
   * Does something with a report unless somebody did something since it was `seen`.
   *
   * State, content and record are one write; a repeat of the same change is done already.
   */
  change(seen: KeptReport, change: ReportChange, content?: ReportContent): Promise<Reviewed>;
  /** How many activity reports since `from` are in each state; states without any are left out. */
  counts(institutions: readonly string[], from: Date): Promise<ReadonlyMap<ReviewState, number>>;
}

export interface ReviewPage {
  readonly skip: number;
  readonly limit: number;
}

export interface ReviewList {
  readonly reports: readonly KeptReport[];
  readonly total: number;
}

/** Whether it was done, or somebody was faster; with the report as it is now. */
export interface Reviewed {
  readonly is: 'done' | 'overtaken';
  readonly report: KeptReport;
}
