import type { Day } from './day';
import { obstacleLabel, type ObstacleId } from './obstacle';

/** Why nothing took place: an obstacle, or no reason given. */
export type NilReason = ObstacleId | 'no-reason';

/** An answer that says: nothing to report. */
export interface NilReport {
  /** The id of the form it came from. */
  readonly id: string;
  readonly institution: string;
  /** The day of the answer, in the zone of the institution. */
  readonly day: Day;
  readonly reason: NilReason;
  readonly note?: string;
  /** The id of the person who sent it. */
  readonly reportedBy: string;
  /** Whether an officer sent it for the institution. */
  readonly onBehalf: boolean;
  readonly reportedAt: Date;
}

/** The label of a reason, in Indonesian. */
export const nilReasonLabel = (reason: NilReason): string =>
  reason === 'no-reason' ? 'Tanpa alasan khusus' : obstacleLabel(reason);
