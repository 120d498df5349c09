import { changeLines, fieldLines, senderLine } from '../src/board/report-words';
import { activityKind } from '../src/domain/activity-kind';
import { reviewLabels } from '../src/domain/activity-report';
import { dayAt } from '../src/domain/day';
import { receiptOf } from '../src/domain/form-id';
import { clockTime, longDay, zoneLabel } from '../src/domain/indonesian-dates';
import { shortName } from '../src/domain/institution';
import { type ReviewMove, mayBeDone } from '../src/domain/review';
import { type Html, bold, html, italic, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { type InReview, asSeen } from './report-in-review';

/** A report as an officer reads it, with everything that was done with it and can be done. */
export async function reviewCard(
  title: Html,
  { report, institution }: InReview,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const { zone } = visitor;
  const { reportedAt, review, id } = report;
  const changes = await changeLines(report, zone, world);
  return {
    text: lines(
      title,
      bold(activityKind(report.kind).name),
      html`BLK: ${bold(shortName(institution))}`,
      await senderLine(report, world),
      ...fieldLines(report),
      html`Pemeriksaan: ${bold(reviewLabels[review])}`,
      ...changes,
      '',
      italic(
        `Diterima ${longDay(dayAt(reportedAt, zone))} pukul ${clockTime(reportedAt, zone)} ${zoneLabel(zone)}, nomor ${receiptOf(id)}`,
      ),
    ),
    buttons: buttonsFor({ report, institution }),
  };
}

function buttonsFor({ report }: InReview): readonly (readonly Button[])[] {
  const { photos, review, id } = report;
  const may = (does: ReviewMove, label: string, data: string): readonly Button[] =>
    mayBeDone(does, review) ? [{ label, data }] : [];
  const seen = asSeen(report);
  return [
    may('approve', 'Setujui', opens('periksa', `${id}.y${report.changes.length}`)),
    [
      ...may('return', 'Perlu perbaikan', opens('laporkembali', seen)),
      ...may('reject', 'Tolak', opens('laportolak', seen)),
    ],
    may('reopen', 'Buka lagi', opens('laporbuka', seen)),
    may('correct', 'Perbaiki untuk BLK', opens('perbaiki', seen)),
    photos.length === 0
      ? []
      : [{ label: `Lihat ${photos.length} foto`, data: opens('periksa', `${id}.foto`) }],
  ].filter(({ length }) => length > 0);
}
