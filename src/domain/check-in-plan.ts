import { addWorkingDays, afterPauses, type Calendar } from './calendar';
import { addMonths, dayAt, daysBetween, firstOfMonth, startOfDay, type Day } from './day';
import { spanDays, type DaySpan } from './day-span';
import { isAnswered, type Expectation } from './expectation';
import type { Institution, Rhythm } from './institution';
import type { Period } from './period';
import type { Policy } from './policy';
import { nextAllowed, whyNot, whyNotLabel, type ManagerRules, type WhyNot } from './sending-window';

/** Everything that decides what is due for one expectation. */
export interface CheckInSituation {
  readonly expectation: Expectation;
  readonly institution: Pick<Institution, 'zone' | 'restDay'>;
  /** The leaves of this institution. */
  readonly leaves: readonly DaySpan[];
  /** The day on which the opening message of this period was sent. */
  readonly openingSentOn?: Day;
  readonly reminderSentOn?: Day;
  readonly taskMadeOn?: Day;
  /** The day the manager chose with *Nanti*; the reminder moves to it. */
  readonly askAgainOn?: Day;
  /** The last answer of any kind; one after the period makes a task about it pointless. */
  readonly lastAnswerAt?: Date;
  /** Automatic messages of any kind to this manager in the calendar month of now. */
  readonly automaticThisMonth: number;
  /** Nobody of the institution can be reached by the bot. */
  readonly unreachable: boolean;
}

/** Why nothing is due for an expectation. */
export type NothingDue =
  | WhyNot
  | 'answered'
  | 'excused'
  | 'not-open'
  | 'too-late'
  | 'not-yet'
  | 'done'
  | 'monthly-limit'
  | 'unreachable';

const nothingLabels: Readonly<Record<Exclude<NothingDue, WhyNot>, string>> = {
  answered: 'sudah lapor',
  excused: 'periode dibebaskan',
  'not-open': 'periode belum dibuka',
  'too-late': 'periode sudah lewat',
  'not-yet': 'belum waktunya',
  done: 'sudah disampaikan',
  'monthly-limit': 'batas pesan bulan ini tercapai',
  unreachable: 'tak terjangkau',
};

/** The reason in Indonesian, as it is stored beside what was not sent. */
export const nothingDueLabel = (why: NothingDue): string =>
  why in nothingLabels
    ? nothingLabels[why as Exclude<NothingDue, WhyNot>]
    : whyNotLabel(why as WhyNot);

/** What to do now for an expectation; `lookAgainAt` is given when time alone makes something due. */
export type CheckInPlan =
  | { readonly due: 'opening' | 'reminder'; readonly sendAt: Date }
  | { readonly due: 'officer-task' }
  | { readonly due: 'nothing'; readonly why: NothingDue; readonly lookAgainAt?: Date };

interface View extends CheckInSituation {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly today: Day;
}

const nothing = (why: NothingDue, lookAgainAt?: Date): CheckInPlan => ({
  due: 'nothing',
  why,
  ...(lookAgainAt && { lookAgainAt }),
});

/**
 * What is due for an expectation at `now`: the opening message, the reminder, an officer's task, or nothing.
 *
 * Working days count from the day the opening message was really sent, so that a late opening never
 * brings a burst, and stand still in leave; a short rhythm has fewer of them. Messages are due only on a day that still has a window,
 * and never after the period. The task follows also when every contact has blocked the bot, or the
 * dinas lets it send nothing by itself; it stays useful for as long again, unless an answer came after
 * the period.
 */
export function planCheckIn(
  situation: CheckInSituation,
  policy: Policy,
  calendar: Calendar,
  now: Date,
): CheckInPlan {
  const view = { ...situation, policy, calendar, now, today: todayOf(situation, now) };
  return settled(view) ?? taskPlan(view) ?? messagePlan(view);
}

/** Working days of a short period in which nobody is off. */
const shortPeriods: Readonly<Partial<Record<Rhythm, number>>> = { weekly: 5, 'two-weekly': 10 };

/**
 * Working days from the opening message to the reminder and to the task: those of the policy, but in a
 * weekly or two-weekly rhythm the reminder comes at the latest halfway and the task on the last of them,
 * so that no period is still asked about when the next one opens.
 */
export function checkInWaits(
  rhythm: Rhythm,
  policy: Pick<Policy, 'reminderWorkingDays' | 'officerTaskWorkingDays'>,
): { readonly reminder: number; readonly task: number } {
  const days = shortPeriods[rhythm] ?? Infinity;
  return {
    reminder: Math.min(policy.reminderWorkingDays, Math.floor(days / 2)),
    task: Math.min(policy.officerTaskWorkingDays, days - 1),
  };
}

const waitsOf = ({ expectation, policy }: View) => checkInWaits(expectation.period.rhythm, policy);

const todayOf = ({ institution }: CheckInSituation, now: Date): Day => dayAt(now, institution.zone);

function settled({ expectation, now, institution, taskMadeOn, lastAnswerAt }: View) {
  const { period, state, opensAt, deadlineAt } = expectation;
  if (isAnswered(expectation)) return nothing('answered');
  if (state === 'excused') return nothing('excused');
  if (now < opensAt) return nothing('not-open', startOfDay(period.opensOn, institution.zone));
  if (lastAnswerAt && lastAnswerAt >= deadlineAt) return nothing('answered');
  return taskMadeOn ? nothing('done') : undefined;
}

/** The task once it is due; it waits for the end of a leave, as everything does. */
function taskPlan(view: View): CheckInPlan | undefined {
  const { today, leaves, institution, calendar } = view;
  const dueOn = taskDueOn(view);
  if (!dueOn || today < dueOn) return undefined;
  const freeOn = afterPauses(today, leaves);
  if (freeOn > today) return nothing('leave', startOfDay(freeOn, institution.zone));
  const usefulUntil = addWorkingDays(dueOn, waitsOf(view).task, calendar, leaves);
  return today > usefulUntil ? nothing('too-late') : { due: 'officer-task' };
}

/** Nobody is called about a question that was never put, unless the bot has no way to put it. */
function taskDueOn(view: View): Day | undefined {
  const { openingSentOn, expectation, calendar, leaves } = view;
  const askedOn =
    openingSentOn ?? (isMute(view) ? afterPauses(expectation.period.opensOn, leaves) : undefined);
  return askedOn && addWorkingDays(askedOn, waitsOf(view).task, calendar, leaves);
}

const isMute = ({ unreachable, policy }: View): boolean =>
  unreachable || policy.maxAutomaticPerMonth === 0;

/** What keeps every message from this manager, whatever the hour. */
function barrier({ unreachable, automaticThisMonth, policy }: View): NothingDue | undefined {
  if (unreachable) return 'unreachable';
  return automaticThisMonth >= policy.maxAutomaticPerMonth ? 'monthly-limit' : undefined;
}

function messagePlan(view: View): CheckInPlan {
  const { expectation, today, openingSentOn, reminderSentOn } = view;
  if (today > expectation.period.closesOn) return waitForTask(view, 'too-late');
  if (!openingSentOn)
    return isOpeningUseful(expectation.period, today, view.policy)
      ? messageNow(view, 'opening')
      : waitForTask(view, 'too-late');
  if (reminderSentOn) return waitForTask(view, 'done');
  const dueOn = reminderDueOn(view, openingSentOn);
  if (dueOn > expectation.period.closesOn) return waitForTask(view, 'too-late');
  return today < dueOn ? waitForTask(view, 'not-yet', dueOn) : messageNow(view, 'reminder');
}

const reminderDueOn = (view: View, openingSentOn: Day): Day =>
  view.askAgainOn ??
  addWorkingDays(openingSentOn, waitsOf(view).reminder, view.calendar, view.leaves);

/** The monthly limit is lifted on the first of the next month. */
const nextMonth = ({ today }: View): Day => addMonths(firstOfMonth(today), 1);

/** Whether so little of a period is over by `today` that it may still be opened. */
export function isOpeningUseful(
  { opensOn, closesOn }: Pick<Period, 'opensOn' | 'closesOn'>,
  today: Day,
  policy: Pick<Policy, 'openingUntilShare'>,
): boolean {
  const length = spanDays({ from: opensOn, to: closesOn });
  return daysBetween(opensOn, today) < policy.openingUntilShare * length;
}

function messageNow(view: View, due: 'opening' | 'reminder'): CheckInPlan {
  const { now, today, institution } = view;
  const kept = barrier(view);
  if (kept) return waitForTask(view, kept, kept === 'monthly-limit' ? nextMonth(view) : undefined);
  const rules = managerRules(view);
  const sendAt = nextAllowed(now, rules);
  const sendOn = sendAt && dayAt(sendAt, institution.zone);
  if (sendAt && sendOn === today) return { due, sendAt };
  return waitForTask(view, whyNot(now, rules) ?? 'hours', sendOn);
}

const managerRules = ({ institution, leaves, policy, calendar }: View): ManagerRules => ({
  audience: 'manager',
  ...institution,
  leaves,
  urgent: false,
  windows: policy.windows,
  calendar,
});

/** Nothing now; the next look is on the day of the task or on `orOn`, whichever is first. */
function waitForTask(view: View, why: NothingDue, orOn?: Day): CheckInPlan {
  const [first] = [taskDueOn(view), orOn].filter((day) => day !== undefined).toSorted();
  return nothing(why, first && startOfDay(first, view.institution.zone));
}
