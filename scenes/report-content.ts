import type { ActivityKindId } from '../src/domain/activity-kind';
import { type Photo, spanOf } from '../src/domain/activity-report';
import type { Day } from '../src/domain/day';
import type { ReportContent } from '../src/domain/review';
import { detailsIn } from './activity-steps';

interface ReportAnswers extends Readonly<Record<string, unknown>> {
  readonly kind: ActivityKindId;
  readonly photos: readonly Photo[];
}

/** What the answers of a form say of an activity; `reportedOn` dates a kind that asks for no day. */
export function contentIn(answers: ReportAnswers, reportedOn: Day): ReportContent {
  const { kind, photos } = answers;
  const details = detailsIn(answers);
  return {
    kind,
    details,
    ...spanOf(kind, details, reportedOn),
    men: countIn(details.men),
    women: countIn(details.women),
    photos,
  };
}

const countIn = (value: string | number | undefined) => (typeof value === 'number' ? value : 0);
