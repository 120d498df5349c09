import { addDays, dayAt, startOfDay } from './day';
import { daysCovered, spanDays, type DaySpan } from './day-span';
import type { Institution } from './institution';
import type { Period } from './period';
import type { Policy } from './policy';

/** Why a period is not expected of an institution. */
export type Excuse = 'leave' | 'joined-later' | 'archived' | 'rhythm-changed';

const excuseLabels: Readonly<Record<Excuse, string>> = {
  leave: 'libur pondok',
  'joined-later': 'baru bergabung',
  archived: 'tidak lagi didampingi',
  'rhythm-changed': 'ritme laporan diubah',
};

/** The label of an excuse, in Indonesian. */
export const excuseLabel = (excuse: Excuse): string => excuseLabels[excuse];

/** What answered a period; an obstacle is a nil report that gives the reason. */
export type AnswerKind = 'report' | 'nil' | 'obstacle';

export interface Answer {
  readonly kind: AnswerKind;
  readonly at: Date;
}

interface Duty {
  readonly institution: string;
  readonly period: Period;
  /** The first instant of the period in the institution's zone. */
  readonly opensAt: Date;
  /** From this instant on an answer is late: the end of the period, later when the bot was down in it. */
  readonly deadlineAt: Date;
}

/** One period's duty of one institution to answer, and what became of it. */
export type Expectation = Duty &
  (
    | { readonly state: 'expected' | 'missed' }
    | { readonly state: 'excused'; readonly excuse: Excuse }
    | {
        readonly state: 'reported' | 'nil';
        /** The weightiest answer: a report, else a nil report, else an obstacle. */
        readonly via: AnswerKind;
        /** The first answer; it decides whether the duty was met on time. */
        readonly answeredAt: Date;
        readonly onTime: boolean;
      }
  );

type Member = Pick<Institution, 'id' | 'zone' | 'registeredAt' | 'archivedAt'>;
type Share = Pick<Policy, 'excusedLeaveShare'>;

/**
 * The expectation that the opening of a period creates for an institution.
 *
 * It is excused from the start when the institution joined after the opening, was archived before
 * it, or rests for most of the period.
 */
export function openExpectation(
  member: Member,
  period: Period,
  leaves: readonly DaySpan[],
  policy: Share,
): Expectation {
  const opensAt = startOfDay(period.opensOn, member.zone);
  const deadlineAt = startOfDay(addDays(period.closesOn, 1), member.zone);
  const duty = { institution: member.id, period, opensAt, deadlineAt };
  const excuse = excuseOf(member, period, opensAt) ?? leaveExcuse(period, leaves, policy);
  return excuse ? { ...duty, state: 'excused', excuse } : { ...duty, state: 'expected' };
}

function excuseOf(member: Member, { opensOn }: Period, opensAt: Date): Excuse | undefined {
  if (member.archivedAt && member.archivedAt <= opensAt) return 'archived';
  // Whoever joins on the first day still has the whole period.
  return dayAt(member.registeredAt, member.zone) > opensOn ? 'joined-later' : undefined;
}

function leaveExcuse(
  { opensOn, closesOn }: Period,
  leaves: readonly DaySpan[],
  { excusedLeaveShare }: Share,
): Excuse | undefined {
  const days = { from: opensOn, to: closesOn };
  return daysCovered(leaves, days) >= excusedLeaveShare * spanDays(days) ? 'leave' : undefined;
}

const weight: Readonly<Record<AnswerKind, number>> = { obstacle: 0, nil: 1, report: 2 };

/**
 * The expectation after an answer for its period, which may come late, twice or out of order.
 *
 * Answers given in any order lead to the same result; an excused institution that answers has answered.
 */
export function answered(expectation: Expectation, { kind, at }: Answer): Expectation {
  const before = isAnswered(expectation) ? expectation : undefined;
  const via = before && weight[before.via] > weight[kind] ? before.via : kind;
  const answeredAt = before && before.answeredAt < at ? before.answeredAt : at;
  return {
    ...dutyOf(expectation),
    state: via === 'report' ? 'reported' : 'nil',
    via,
    answeredAt,
    onTime: answeredAt < expectation.deadlineAt,
  };
}

/** The expectation at `now`: missed once its deadline has come without an answer. */
export const closed = (expectation: Expectation, now: Date): Expectation =>
  expectation.state === 'expected' && now >= expectation.deadlineAt
    ? { ...expectation, state: 'missed' }
    : expectation;

/**
 * The expectation after leave was entered, shortened or withdrawn; `leaves` are all that hold now.
 *
 * An answer stands, and so does an excuse for another reason.
 */
export function withLeaves(
  expectation: Expectation,
  leaves: readonly DaySpan[],
  policy: Share,
  now: Date,
): Expectation {
  if (isAnswered(expectation) || isExcusedOtherwise(expectation)) return expectation;
  const duty = dutyOf(expectation);
  const excuse = leaveExcuse(expectation.period, leaves, policy);
  return excuse
    ? { ...duty, state: 'excused', excuse }
    : closed({ ...duty, state: 'expected' }, now);
}

const isExcusedOtherwise = (expectation: Expectation): boolean =>
  expectation.state === 'excused' && expectation.excuse !== 'leave';

/** A stretch of time in which the bot was down. */
export interface Outage {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The expectation with its end moved by the time the bot was down while the period was open.
 *
 * `outages` are all since it opened. The end is computed from that of the period, in `zone`, anew,
 * so that doing it twice changes nothing; a miss or lateness that the new end undoes is undone.
 */
export function withOutages(
  expectation: Expectation,
  outages: readonly Outage[],
  zone: string,
  now: Date,
): Expectation {
  const deadlineAt = deadlineWith(expectation, outages, zone);
  if (deadlineAt.getTime() === expectation.deadlineAt.getTime()) return expectation;
  if (isAnswered(expectation))
    return { ...expectation, deadlineAt, onTime: expectation.answeredAt < deadlineAt };
  return expectation.state === 'missed'
    ? closed({ ...expectation, deadlineAt, state: 'expected' }, now)
    : { ...expectation, deadlineAt };
}

/** The clock of a period stands still in an outage that begins before its end, and counts each moment once. */
function deadlineWith({ period, opensAt }: Duty, outages: readonly Outage[], zone: string): Date {
  let deadline = startOfDay(addDays(period.closesOn, 1), zone).getTime();
  let counted = opensAt.getTime();
  for (const { from, to } of outages.toSorted(earliestFirst)) {
    const start = Math.max(from.getTime(), counted);
    if (start >= deadline || to.getTime() <= start) continue;
    deadline += to.getTime() - start;
    counted = to.getTime();
  }
  return new Date(deadline);
}

const earliestFirst = (one: Outage, other: Outage) => one.from.getTime() - other.from.getTime();

type Answered = Extract<Expectation, { state: 'reported' | 'nil' }>;

/** Whether the institution has answered for the period in any way. */
export const isAnswered = (expectation: Expectation): expectation is Answered =>
  expectation.state === 'reported' || expectation.state === 'nil';

/** Whether an answer is missing at `now`: the period has opened, is not excused, and nobody answered. */
export const isMissing = (expectation: Expectation, now: Date): boolean =>
  (expectation.state === 'expected' || expectation.state === 'missed') &&
  now >= expectation.opensAt;

const dutyOf = ({ institution, period, opensAt, deadlineAt }: Expectation): Duty => ({
  institution,
  period,
  opensAt,
  deadlineAt,
});
