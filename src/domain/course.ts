import { type Day, addDays, addMonths } from './day';
import type { Span } from './activity-report';

/** Where a plan stands: waiting and cancelled are up to the centre, the others to officers. */
export type CourseState = 'waiting' | 'approved' | 'returned' | 'cancelled';

/** The Indonesian names of the states. */
export const courseStateLabels: Readonly<Record<CourseState, string>> = {
  waiting: 'Menunggu persetujuan',
  approved: 'Disetujui',
  returned: 'Perlu perbaikan',
  cancelled: 'Dibatalkan',
};

/** What a centre plans. */
export interface CoursePlan {
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** How many people can take part. */
  readonly quota: number;
  readonly conditions: string;
  /** Whom those who want to take part may turn to. */
  readonly contact?: string;
}

/** What is done with a plan; changed and cancelled by the centre, the others by officers. */
export type CourseMove = 'approve' | 'return' | 'change' | 'cancel';

/** One thing that was done with a plan; `id` makes a repeat harmless. */
export interface CourseChange {
  readonly id: string;
  readonly does: CourseMove;
  readonly by: string;
  readonly at: Date;
  readonly from: CourseState;
  readonly note?: string;
  /** What a change replaced. */
  readonly before?: CoursePlan;
}

/** What became of those who took part, as numbers only. */
export interface GraduateCounts {
  readonly working: number;
  readonly business: number;
  readonly study: number;
  readonly notYet: number;
}

/** The kinds of graduates in the order in which they are asked, by their Indonesian names. */
export const graduateKinds: Readonly<Record<keyof GraduateCounts, string>> = {
  working: 'Bekerja',
  business: 'Wirausaha',
  study: 'Lanjut sekolah',
  notYet: 'Belum bekerja',
};

/** The answer to the question about graduates; `id` is that of the form it came from. */
export interface Graduates extends GraduateCounts {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** A planned course of one institution, with all that was done with it, oldest first. */
export interface Course extends CoursePlan {
  /** The id of the form it came from. */
  readonly id: string;
  readonly institution: string;
  readonly plannedBy: string;
  readonly plannedAt: Date;
  readonly state: CourseState;
  readonly changes: readonly CourseChange[];
  /** What was approved last, once something else stands in the plan, or it was cancelled. */
  readonly announced?: CoursePlan;
  /** The day on which the centre was reminded to report it. */
  readonly remindedOn?: Day;
  /** The day on which the centre was asked about graduates. */
  readonly askedOn?: Day;
  readonly graduates?: Graduates;
}

interface Rule {
  readonly from: readonly CourseState[];
  readonly to: CourseState;
}

const rules: Readonly<Record<CourseMove, Rule>> = {
  approve: { from: ['waiting', 'returned'], to: 'approved' },
  return: { from: ['waiting', 'approved'], to: 'returned' },
  change: { from: ['waiting', 'approved', 'returned'], to: 'waiting' },
  cancel: { from: ['waiting', 'approved', 'returned'], to: 'cancelled' },
};

/** The state a plan is in after this was done with it. */
export const courseStateAfter = (does: CourseMove): CourseState => rules[does].to;

/** What is kept of the version approved last, after this was done with a plan. */
export function announcedAfter(does: CourseMove, seen: Course): CoursePlan | undefined {
  if (does === 'approve') return undefined;
  return does !== 'return' && seen.state === 'approved' ? planIn(seen) : seen.announced;
}

/** A course as everybody may see it, in the version approved last; undefined when there is none. */
export function asAnnounced(course: Course): Course | undefined {
  if (course.state === 'approved') return course;
  if (course.state === 'cancelled' || !course.announced) return undefined;
  return withPlan(course, course.announced);
}

/** A cancelled course in the version that everybody saw; undefined when nobody did. */
export function asCancelled(course: Course): Course | undefined {
  const { state, changes, announced } = course;
  if (state !== 'cancelled') return undefined;
  if (announced) return withPlan(course, announced);
  return changes.at(-1)?.from === 'approved' ? course : undefined;
}

const withPlan = ({ contact: _, ...course }: Course, plan: CoursePlan): Course => ({
  ...course,
  ...plan,
});

/** Whether a plan says just the same as another. */
export const isSamePlan = (one: CoursePlan, other: CoursePlan): boolean =>
  planFields.every((field) => one[field] === other[field]);

const planFields = ['title', 'startsOn', 'endsOn', 'quota', 'conditions', 'contact'] as const;

/** Whether a course has ended by `today`; its last day belongs to it. */
export const isOver = ({ endsOn }: Pick<Course, 'endsOn'>, today: Day): boolean => endsOn < today;

/** Whether this may be done with a plan; once the course is over it stays as it is. */
export const mayMoveCourse = (
  does: CourseMove,
  course: Pick<Course, 'state' | 'endsOn'>,
  today: Day,
): boolean => rules[does].from.includes(course.state) && !isOver(course, today);

/** The states of plans that are likely to take place; a slow officer is no reason to forget one. */
export const takingPlace: readonly CourseState[] = ['waiting', 'approved'];

/** Days after the end in which a centre may still be reminded to report; later, it is stale. */
const reminderDays = 14;
const monthsUntilForgotten = 6;

/** The days on which the reminder to report a course may go, both included. */
export const reminderSpan = ({ endsOn }: Pick<Course, 'endsOn'>) => ({
  from: addDays(endsOn, 1),
  to: addDays(endsOn, reminderDays),
});

/** The days on which the question about graduates may go, both included; it may be none. */
export const graduatesSpan = (
  { endsOn }: Pick<Course, 'endsOn'>,
  { graduatesDays }: { readonly graduatesDays: number },
) => ({ from: addDays(endsOn, graduatesDays), to: addMonths(endsOn, monthsUntilForgotten) });

/** The earliest end of a course about which something may still be asked on `today`. */
export const oldestEndAsked = (today: Day): Day => addMonths(today, -monthsUntilForgotten - 1);

/** Whether one of these activities took place in the days of the course. */
export const isReported = (
  { startsOn, endsOn }: Pick<Course, 'startsOn' | 'endsOn'>,
  activities: readonly Span[],
): boolean => activities.some((each) => each.startsOn <= endsOn && each.endsOn >= startsOn);

/** How many graduates these counts are about; those that are not known yet count nothing. */
export const graduatesCounted = (counts: Partial<GraduateCounts>): number =>
  (Object.keys(graduateKinds) as (keyof GraduateCounts)[]).reduce(
    (sum, kind) => sum + (counts[kind] ?? 0),
    0,
  );

/** The plan in a course. */
export const planIn = ({
  title,
  startsOn,
  endsOn,
  quota,
  conditions,
  contact,
}: CoursePlan): CoursePlan => ({
  ...{ title, startsOn, endsOn, quota, conditions },
  ...(contact !== undefined && { contact }),
});
