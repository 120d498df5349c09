import { type Checklist, type ChecklistStep, type RegistrationPath, stagesOn } from './checklist';
import { type Day, dayAt, daysBetween } from './day';
import type { Registration } from './registration';
import type { KeptReport } from './review';

/** For how many calendar days what the office returned may lie before it is mentioned again. */
export const repairDays = 7;

/** The day that is asked about, and the zone in which days are counted. */
interface Today {
  readonly today: Day;
  readonly zone: string;
}

/** The day since which a report has waited to be mended, once that is 7 days. */
export function overdueReport({ review, changes }: KeptReport, day: Today): Day | undefined {
  const returned = changes.findLast(({ to }) => to === 'needs-work');
  return review === 'needs-work' && returned ? overdueSince(returned.at, day) : undefined;
}

/** A step that was returned and has not moved for 7 days. */
export interface OverdueStep {
  readonly step: ChecklistStep;
  readonly since: Day;
}

/** The steps that were returned and have not moved for 7 days; a ticked paper is a movement too. */
export const overdueSteps = (
  checklist: Checklist,
  { steps }: Pick<Registration, 'steps'>,
  path: RegistrationPath,
  day: Today,
): readonly OverdueStep[] =>
  stagesOn(checklist, path)
    .flatMap((stage) => stage.steps)
    .flatMap((step) => {
      const record = steps[step.id];
      const since = record?.state === 'returned' ? overdueSince(record.at, day) : undefined;
      return since ? [{ step, since }] : [];
    });

function overdueSince(at: Date, { today, zone }: Today): Day | undefined {
  const since = dayAt(at, zone);
  return daysBetween(since, today) >= repairDays ? since : undefined;
}
