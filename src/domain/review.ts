import { activityField, activityFields, type ActivityField } from './activity-field';
import { activityKind } from './activity-kind';
import { shownValue, type ActivityReport, type ReviewState } from './activity-report';

/** What is done with a report after it came in; the last one by the centre, the others by officers. */
export type ReviewMove = 'approve' | 'return' | 'reject' | 'reopen' | 'correct';

/** What of a report can be corrected. */
export type ReportContent = Pick<
  ActivityReport,
  'kind' | 'details' | 'startsOn' | 'endsOn' | 'men' | 'women' | 'photos'
>;

/** One thing that was done with a report: who, when, and what it was before. */
export interface ReportChange {
  /** Makes a repeat harmless: the id of the form, or what a tap was about. */
  readonly id: string;
  readonly does: ReviewMove;
  readonly by: string;
  readonly at: Date;
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly note?: string;
  /** Whether an officer corrected it for the centre. */
  readonly onBehalf?: boolean;
  /** What a correction replaced. */
  readonly before?: ReportContent;
}

/** A report with everything that was done with it, oldest first; their number is its revision. */
export type KeptReport = ActivityReport & { readonly changes: readonly ReportChange[] };

interface Rule {
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
}

const unsettled: readonly ReviewState[] = ['received', 'corrected', 'needs-work'];

const rules: Readonly<Record<ReviewMove, Rule>> = {
  approve: { from: unsettled, to: 'approved' },
  return: { from: ['received', 'corrected'], to: 'needs-work' },
  reject: { from: unsettled, to: 'rejected' },
  reopen: { from: ['approved', 'rejected'], to: 'needs-work' },
  correct: { from: unsettled, to: 'corrected' },
};

/** The states in which a report waits for an officer. */
export const waitingStates: readonly ReviewState[] = ['received', 'corrected'];

/** The states a report may be in for this to be done with it. */
export const mayBeDone = (does: ReviewMove, state: ReviewState): boolean =>
  rules[does].from.includes(state);

/** The state a report is in after this was done with it. */
export const stateAfter = (does: ReviewMove): ReviewState => rules[does].to;

/**
 * The states in which a report is no activity.
 *
 * It counts from the moment it came in, checked or not: a slow officer must not make a centre look
 * quiet. Once an officer rejected it, it stays a sign of life but is no activity any more, else
 * a mistaken report would keep a centre active for a quarter.
 */
export const notCounted: readonly ReviewState[] = ['rejected'];

const wordsForCentre: Readonly<Record<ReviewState, string>> = {
  received: 'Diterima, menunggu diperiksa petugas',
  corrected: 'Sudah diperbaiki, menunggu diperiksa petugas',
  approved: 'Sudah diverifikasi petugas',
  'needs-work': 'Mohon dilengkapi',
  rejected: 'Belum dapat dicatat sebagai kegiatan',
};

/** Where a report stands, in kind words for the people it came from. */
export const reviewWordsForCentre = (state: ReviewState): string => wordsForCentre[state];

/** What an officer last wrote about a report, as long as it is still to be heeded. */
export function standingNote({ review, changes }: KeptReport): ReportChange | undefined {
  return review === 'needs-work' || review === 'rejected'
    ? changes.findLast(({ note }) => note !== undefined)
    : undefined;
}

/** One field of a report that a correction changed, as people read it. */
export interface ChangedField {
  readonly label: string;
  readonly was: string;
  readonly became: string;
}

/** What the n-th change of a report changed in its content, field by field; none for a mere review. */
export function changedFields(report: KeptReport, n: number): readonly ChangedField[] {
  const before = report.changes[n]?.before;
  if (!before) return [];
  const after = report.changes.slice(n + 1).find((later) => later.before)?.before ?? report;
  return [
    differing('Jenis kegiatan', activityKind(before.kind).name, activityKind(after.kind).name),
    ...fieldNames.map((field) =>
      differing(
        activityField(field).label,
        shownValue(field, before.details[field]),
        shownValue(field, after.details[field]),
      ),
    ),
    differing('Foto', photosIn(before), photosIn(after, before)),
  ].filter((one) => one !== undefined);
}

/** Whether a correction would leave a report as it is. */
export const isSameContent = (now: ReportContent, then: ReportContent): boolean =>
  now.kind === then.kind &&
  fieldNames.every((field) => now.details[field] === then.details[field]) &&
  photosIn(now, then) === photosIn(then);

const fieldNames = Object.keys(activityFields) as readonly ActivityField[];

const differing = (label: string, was: string, became: string): ChangedField | undefined =>
  was === became ? undefined : { label, was, became };

/** As many photos as before may still be others. */
function photosIn({ photos }: ReportContent, before?: ReportContent): string {
  const words = `${photos.length} foto`;
  const areOthers =
    before?.photos.length === photos.length &&
    photos.some(({ uniqueId }, n) => uniqueId !== before.photos[n]?.uniqueId);
  return areOthers ? `${words} lain` : words;
}

/** How many of the reports that count were verified; a rejected one counts neither way. */
export function verifiedShare(counts: ReadonlyMap<ReviewState, number>): {
  readonly verified: number;
  readonly all: number;
  readonly percent: number;
} {
  const verified = counts.get('approved') ?? 0;
  const all = [...counts].reduce(
    (sum, [state, count]) => sum + (notCounted.includes(state) ? 0 : count),
    0,
  );
  return { verified, all, percent: all === 0 ? 0 : Math.round((100 * verified) / all) };
}
