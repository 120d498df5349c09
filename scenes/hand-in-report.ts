import { afterAnswer } from '../src/board/after-answer';
import { thankGroups } from '../src/board/thank-groups';
import type { ActivityReport } from '../src/domain/activity-report';
import type { Institution } from '../src/domain/institution';
import type { ReportContent } from '../src/domain/review';
import type { Visitor, World } from '../src/ports';

/** Saves an activity report under its form's id, once, and does what follows from it. */
export async function handInReport(
  { id, content, onBehalf }: { id: string; content: ReportContent; onBehalf: boolean },
  institution: Institution,
  visitor: Visitor,
  world: World,
): Promise<ActivityReport> {
  const report: ActivityReport = {
    id,
    institution: institution.id,
    ...content,
    reportedBy: visitor.person?.id ?? '',
    onBehalf,
    reportedAt: visitor.now,
    version: 1,
    review: 'received',
  };
  await world.reports.submitActivity(report);
  await thankGroups({ institution, report, at: visitor.now }, world);
  await afterAnswer({ institution, kind: 'report', at: visitor.now, on: report.endsOn }, world);
  return report;
}
