import type { ActivityStatus } from './activity-status';
import { addWorkingDays, afterPauses, workingDaysBetween, type Calendar } from './calendar';
import { dayAt, type Day } from './day';
import type { DaySpan } from './day-span';
import type { EscalationWaits, Policy } from './policy';
import { gravity } from './status-movement';

/** Who is told of a worsening, in this order. */
export const escalationSteps = ['manager', 'deputy', 'officer', 'head'] as const;

export type EscalationStep = (typeof escalationSteps)[number];

/** A step that is over. */
export interface DoneStep {
  readonly step: EscalationStep;
  readonly at: Date;
}

/** *Saya tangani*: somebody takes care until a day, on which the ladder goes on. */
export interface Handling {
  readonly by: string;
  readonly at: Date;
  readonly until: Day;
}

/** A worsening that is being followed up. */
export interface Incident {
  readonly institution: string;
  /** The status that started it. */
  readonly status: ActivityStatus;
  readonly openedAt: Date;
  /** The IANA zone in which its days are counted. */
  readonly zone: string;
  /** The steps that were taken or skipped, and when. */
  readonly done: readonly DoneStep[];
  /** The steps for which there is somebody who can be reached. */
  readonly present: readonly EscalationStep[];
  /** Every time somebody took care, in order; a later one replaces the one before it. */
  readonly handlings: readonly Handling[];
  /** The leaves of the institution, in which the ladder stands still. */
  readonly leaves: readonly DaySpan[];
  readonly closedAt?: Date;
}

/** A step with its day; `skip` is set when there is nobody to tell. */
export interface DueStep {
  readonly step: EscalationStep;
  readonly dueOn: Day;
  readonly skip?: 'absent';
}

/**
 * The steps that are due at `now` and not yet done, in order; none once the incident is closed.
 *
 * Nothing is due in leave, nor while somebody takes care. On the day they named the ladder goes on: the
 * first step that came due meanwhile is due that day, and those after it keep their distance to it.
 */
export function dueSteps(
  incident: Incident,
  policy: Pick<Policy, 'escalation'>,
  calendar: Calendar,
  now: Date,
): readonly DueStep[] {
  const today = dayAt(now, incident.zone);
  if (afterPauses(today, incident.leaves) !== today) return [];
  return pendingSteps(incident, policy, calendar).filter(({ dueOn }) => dueOn <= today);
}

/** Every step not yet done with the day on which it falls due; none once the incident is closed. */
export function pendingSteps(
  incident: Incident,
  policy: Pick<Policy, 'escalation'>,
  calendar: Calendar,
): readonly DueStep[] {
  if (incident.closedAt) return [];
  const ladder: Ladder = { incident, waits: policy.escalation, calendar };
  const delay = delayOf(ladder);
  return escalationSteps
    .filter((step) => !incident.done.some((each) => each.step === step))
    .map((step) => ({
      step,
      dueOn: afterPauses(
        notBefore(handledUntil(incident), dueOn(ladder, step, delay)),
        incident.leaves,
      ),
      ...(!incident.present.includes(step) && { skip: 'absent' as const }),
    }));
}

/** The day until which the incident is in somebody's hands; undefined when nobody took it. */
export const handledUntil = ({ handlings }: Pick<Incident, 'handlings'>): Day | undefined =>
  handlings.at(-1)?.until;

interface Ladder {
  readonly incident: Incident;
  readonly waits: EscalationWaits;
  readonly calendar: Calendar;
}

const dueOn = ({ incident, waits, calendar }: Ladder, step: EscalationStep, delay: number): Day =>
  addWorkingDays(
    dayAt(incident.openedAt, incident.zone),
    waits[step] + delay,
    calendar,
    incident.leaves,
  );

/**
 * By how many working days the handlings have moved the ladder.
 *
 * Each moves it from the first step that was pending at the time to the day it named, or to the day
 * on which the next handling replaced it.
 */
const delayOf = (ladder: Ladder): number =>
  ladder.incident.handlings.reduce((delay, handling, index) => {
    const { zone, done, handlings, leaves } = ladder.incident;
    const pending = escalationSteps.find(
      (step) => !done.some((each) => each.step === step && each.at <= handling.at),
    );
    if (!pending) return delay;
    const replaced = handlings[index + 1];
    const replacedOn = replaced ? dayAt(replaced.at, zone) : handling.until;
    const until = replacedOn < handling.until ? replacedOn : handling.until;
    const due = dueOn(ladder, pending, delay);
    return delay + workingDaysBetween(due, until, ladder.calendar, leaves);
  }, 0);

/** The day named may itself be no working day, and nothing happens before it. */
const notBefore = (earliest: Day | undefined, day: Day): Day =>
  earliest && earliest > day ? earliest : day;

/** Whether a status is an improvement that ends the incident: anything better than the status it began with. */
export const endsIncident = ({ status }: Pick<Incident, 'status'>, now: ActivityStatus): boolean =>
  gravity(now) < gravity(status);
