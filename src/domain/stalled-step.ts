import {
  type Checklist,
  type ChecklistStep,
  type RegistrationPath,
  isOfOffice,
  stagesOn,
} from './checklist';
import { type Day, dayAt, daysBetween } from './day';
import { type Registration, isClosed, stateOf } from './registration';

/** A step that has stood still, since when, and for whom it waits. */
export interface StalledStep {
  readonly step: ChecklistStep;
  readonly since: Day;
  readonly waitsFor: 'centre' | 'office';
}

/** How long a step may stand still before it is mentioned, in calendar days. */
export const stalledDays = 30;

/**
 * The step that has been without movement for 30 days, the longest one of several.
 *
 * That is a step somebody began; or, when nothing is on its way, the next one that is required. A
 * registration in which nothing ever happened is not begun, and nothing stands still in it. What was
 * returned is on its way, but told of apart and earlier: see `overdueSteps`.
 */
export function stalledStep(
  checklist: Checklist,
  registration: Registration,
  path: RegistrationPath,
  day: { readonly today: Day; readonly zone: string },
): StalledStep | undefined {
  const stages = stagesOn(checklist, path);
  const steps = stages.flatMap((stage) => stage.steps);
  const onTheWay = steps.flatMap((step) => {
    const record = registration.steps[step.id];
    return record === undefined || record.state === 'todo' || isClosed(record.state)
      ? []
      : [{ step, record }];
  });
  const [oldest] = onTheWay
    .filter(({ record }) => record.state !== 'returned')
    .map(({ step, record: { at, state } }) =>
      standing(step, dayAt(at, day.zone), state === 'submitted'),
    )
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));
  const candidate = onTheWay.length === 0 ? nextRequired(stages, registration, day.zone) : oldest;
  return candidate && daysBetween(candidate.since, day.today) >= stalledDays
    ? candidate
    : undefined;
}

const standing = (step: ChecklistStep, since: Day, submitted: boolean): StalledStep => ({
  step,
  since,
  waitsFor: submitted || isOfOffice(step) ? 'office' : 'centre',
});

function nextRequired(
  stages: ReturnType<typeof stagesOn>,
  registration: Registration,
  zone: string,
): StalledStep | undefined {
  const [last] = Object.values(registration.steps)
    .map(({ at }) => at)
    .toSorted((one, other) => other.getTime() - one.getTime());
  const step = stages
    .filter(({ required }) => required)
    .flatMap((stage) => stage.steps)
    .find(({ id }) => !isClosed(stateOf(registration, id)));
  return last && step && standing(step, dayAt(last, zone), false);
}
