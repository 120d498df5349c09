import { activityField, type ActivityDetails, type ActivityField } from './activity-field';
import { activityKind, type ActivityKindId } from './activity-kind';
import { asDay, type Day } from './day';
import { longDay } from './indonesian-dates';
import { shownCount } from './reading-count';

/** Where a report stands: the first two are set by the bot, the others by officers. */
export type ReviewState = 'received' | 'corrected' | 'approved' | 'needs-work' | 'rejected';

/** The Indonesian names of the review states. */
export const reviewLabels: Readonly<Record<ReviewState, string>> = {
  received: 'Diterima',
  corrected: 'Diperbaiki',
  approved: 'Disetujui',
  'needs-work': 'Perlu perbaikan',
  rejected: 'Ditolak',
};

/** A photo as Telegram keeps it; `uniqueId` is the same for everybody, `fileId` fetches it. */
export interface Photo {
  readonly fileId: string;
  readonly uniqueId: string;
}

/** One activity of one institution. */
export interface ActivityReport {
  /** The id of the form it came from. */
  readonly id: string;
  readonly institution: string;
  readonly kind: ActivityKindId;
  readonly details: ActivityDetails;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly men: number;
  readonly women: number;
  readonly photos: readonly Photo[];
  /** The id of the person who sent it. */
  readonly reportedBy: string;
  /** Whether an officer sent it for the institution. */
  readonly onBehalf: boolean;
  readonly reportedAt: Date;
  readonly version: number;
  readonly review: ReviewState;
}

/** The days an activity took, both included. */
export interface Span {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/**
 * When an activity took place: from its start to its end, or on its one day.
 *
 * A kind that asks for no date took place on the day it was reported.
 */
export function spanOf(kind: ActivityKindId, details: ActivityDetails, reportedOn: Day): Span {
  const { fields } = activityKind(kind);
  const first = (...names: readonly ActivityField[]): Day | undefined =>
    names
      .filter((name) => fields.includes(name))
      .map(dayIn(details))
      .find(Boolean);
  const startsOn = first('startsOn', 'heldOn', 'opensOn') ?? reportedOn;
  const endsOn = first('endsOn', 'heldOn', 'closesOn') ?? startsOn;
  return { startsOn, endsOn: endsOn < startsOn ? startsOn : endsOn };
}

const dayIn = (details: ActivityDetails) => (name: ActivityField) =>
  asDay(String(details[name] ?? ''));

/** A value the way people see it: days in full, counts with points, nothing as a dash. */
export function shownValue(field: ActivityField, value: string | number | undefined): string {
  if (value === undefined || value === '') return '–';
  if (typeof value === 'number') return shownCount(value);
  const isDay = ['day', 'past-day'].includes(activityField(field).reads);
  const day = isDay ? asDay(value) : undefined;
  return day ? longDay(day) : value;
}

/** Every field of a report in the order it was asked, as label and value. */
export const reportLines = ({
  kind,
  details,
}: Pick<ActivityReport, 'kind' | 'details'>): readonly (readonly [string, string])[] =>
  activityKind(kind).fields.map((field) => [
    activityField(field).label,
    shownValue(field, details[field]),
  ]);

export { nilReasonLabel, type NilReason, type NilReport } from './nil-report';
