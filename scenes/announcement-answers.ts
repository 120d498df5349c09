import type { ActivityStatus } from '../src/domain/activity-status';
import type { Announcement, Attachment, Audience } from '../src/domain/announcement';
import { dayAt } from '../src/domain/day';
import { clockTime } from '../src/domain/indonesian-dates';
import type { Foregone } from '../src/scene';
import type { AnnouncementFacts } from './announcement-facts';
import { type announcementSteps, regenciesPicked, regencyPicks } from './announcement-steps';

/** What the questions of an announcement were answered with. */
export type AnnouncementAnswers = {
  readonly [K in keyof typeof announcementSteps]: Exclude<
    ReturnType<(typeof announcementSteps)[K]['read']>,
    { readonly ok: false }
  >['value'];
};

/** The audience that the answers say. */
export function audienceIn(answers: AnnouncementAnswers, facts: AnnouncementFacts): Audience {
  const { who, to = 'both' } = answers;
  if (who === 'groups' || who === 'managers') return { who };
  // The picks stand under the name of what was picked.
  const picks = answers[who] ?? [];
  if (who === 'institutions') return { who, institutions: picks, to };
  if (who === 'regencies') return { who, regencies: regenciesPicked(picks, facts), to };
  return who === 'stages'
    ? { who, stages: picks }
    : { who, statuses: picks as readonly ActivityStatus[] };
}

/**
 * What was answered before, so that only what is to be different is asked.
 *
 * A draft keeps its time; what was sent or planned and is used again is asked for a new one.
 */
export function answersOf(
  announcement: Announcement,
  facts: AnnouncementFacts,
): Readonly<Record<string, Foregone>> {
  const { audience, attachment, wordings } = announcement;
  return {
    who: audience.who,
    ...picksOf(audience, facts),
    ...('to' in audience && { to: audience.to }),
    ...attachmentAnswers(attachment),
    text: wordings.at(-1)?.text ?? '',
    ...(announcement.state === 'draft' && timeAnswers(announcement)),
  };
}

function timeAnswers({ firstAt, repeat, zone }: Announcement): Readonly<Record<string, Foregone>> {
  if (!firstAt) return { when: 'now' };
  const on = dayAt(firstAt, zone);
  return { when: repeat, on, hour: clockTime(firstAt, zone) };
}

function picksOf(audience: Audience, facts: AnnouncementFacts): Readonly<Record<string, Foregone>> {
  switch (audience.who) {
    case 'institutions':
      return { institutions: { picks: audience.institutions } };
    case 'regencies':
      return { regencies: { picks: regencyPicks(audience.regencies, facts) } };
    case 'statuses':
      return { statuses: { picks: audience.statuses } };
    case 'stages':
      return { stages: { picks: audience.stages } };
    default:
      return {};
  }
}

function attachmentAnswers(attachment: Attachment | undefined): Readonly<Record<string, Foregone>> {
  if (!attachment) return { attached: 'nothing' };
  if (attachment.kind === 'photos') return { attached: 'photos', photos: attachment.photos };
  const { fileId, name } = attachment;
  return { attached: 'document', document: { file: { fileId, name, bytes: 0 } } };
}
