import { afterAnswer } from '../src/board/after-answer';
import type { Institution } from '../src/domain/institution';
import type { NilReason, NilReport } from '../src/domain/nil-report';
import type { Visitor, World } from '../src/ports';

interface NilAnswers {
  readonly reason: NilReason;
  readonly note?: string | undefined;
}

/** Saves a nil report under its form's id, once, and does what follows from it. */
export async function handInNil(
  { id, answers, onBehalf }: { id: string; answers: NilAnswers; onBehalf: boolean },
  institution: Institution,
  visitor: Visitor,
  world: World,
): Promise<void> {
  const report: NilReport = {
    id,
    institution: institution.id,
    day: visitor.today,
    reason: answers.reason,
    ...(answers.note === undefined ? {} : { note: answers.note }),
    reportedBy: visitor.person?.id ?? '',
    onBehalf,
    reportedAt: visitor.now,
  };
  await world.reports.submitNil(report);
  await afterAnswer({ institution, kind: 'nil', at: visitor.now, on: visitor.today }, world);
}
