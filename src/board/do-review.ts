import type { Institution } from '../domain/institution';
import {
  type KeptReport,
  type ReportChange,
  type ReportContent,
  type ReviewMove,
  mayBeDone,
  stateAfter,
} from '../domain/review';
import type { Visitor, World } from '../ports';
import type { Reviewed } from '../ports/reviews';
import { tellOfReview } from './review-messages';
import { thanksAbout } from './thank-groups';

/** What somebody wants to do with a report, as they saw it. */
export interface Doing {
  /** The id of the form, or what a tap was about. */
  readonly id: string;
  readonly does: ReviewMove;
  readonly note?: string;
  readonly content?: ReportContent;
  readonly onBehalf?: boolean;
}

/**
 * Does something with a report, once, and tells the other side; or says who was faster.
 *
 * What follows the one write is keyed, so that doing it again after a crash changes nothing.
 */
export async function doReview(
  seen: KeptReport,
  { content, ...doing }: Doing,
  { institution, world, visitor }: { institution: Institution; world: World; visitor: Visitor },
): Promise<Reviewed> {
  const change = changeOf(seen, { ...doing, ...(content && { content }) }, visitor);
  const isRepeat = seen.changes.some(({ id }) => id === change.id);
  if (!isRepeat && !mayBeDone(doing.does, seen.review)) return { is: 'overtaken', report: seen };
  const done = await world.reviews.change(seen, change, content);
  if (done.is === 'overtaken') return done;
  await world.audit.note({
    id: `review:${seen.id}:${change.id}`,
    who: change.by,
    did: 'reviewed',
    what: `${doing.does} report ${seen.id}`,
    at: visitor.now,
  });
  if (change.does === 'reject')
    await world.outbox.cancel(thanksAbout(seen.id), 'dibatalkan: laporan ditolak', visitor.now);
  await world.appointments.hurry('status', institution.id, visitor.now);
  const { report } = done;
  await world.outbox.put(await tellOfReview({ report, change, institution }, world));
  return done;
}

function changeOf(
  seen: KeptReport,
  { content, ...doing }: Doing,
  { person, now }: Visitor,
): ReportChange {
  const { kind, details, startsOn, endsOn, men, women, photos } = seen;
  const before = { kind, details, startsOn, endsOn, men, women, photos };
  return {
    ...doing,
    by: person?.id ?? '',
    at: now,
    from: seen.review,
    to: stateAfter(doing.does),
    ...(content && { before }),
  };
}
