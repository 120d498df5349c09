import type { Day } from './day';
import { spanHolds, type DaySpan } from './day-span';

/** Why a pesantren rests, in the words people choose from. */
export const leaveReasons = {
  semester: 'Libur semester',
  exams: 'Ujian',
  ramadan: 'Ramadan dan Idulfitri',
  event: 'Acara pondok',
  other: 'Lainnya',
} as const;

export type LeaveReason = keyof typeof leaveReasons;

/** Days on which an institution rests: nothing is asked of it, and its silent days stand still. */
export interface Leave extends DaySpan {
  readonly id: string;
  readonly institution: string;
  readonly reason: LeaveReason;
  readonly note?: string;
  /** The id of the person who entered it. */
  readonly enteredBy: string;
  readonly enteredAt: Date;
}

/** The label of a reason, in Indonesian. */
export const leaveReasonLabel = (reason: LeaveReason): string => leaveReasons[reason];

/** The leave that holds on `day`, the one that lasts longest when there are several. */
export const leaveOn = <T extends DaySpan>(leaves: readonly T[], day: Day): T | undefined =>
  leaves
    .filter((leave) => spanHolds(leave, day))
    .toSorted((one, other) => (one.to < other.to ? 1 : -1))
    .at(0);

/**
 * The leave ended at `to`: what an officer does when a leave is entered for too long.
 *
 * Undefined when nothing is left of it; a later `to` changes nothing, since shortening never lengthens.
 */
export function shortenLeave<T extends DaySpan>(leave: T, to: Day): T | undefined {
  if (to < leave.from) return undefined;
  return to < leave.to ? { ...leave, to } : leave;
}
