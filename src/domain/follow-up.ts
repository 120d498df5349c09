import type { Policy } from './policy';

/** What was done about a worsening, in the words officers choose from. */
export const followUpActions = {
  call: 'Telepon',
  message: 'Pesan WhatsApp',
  visit: 'Kunjungan',
  meeting: 'Rapat di kantor',
  none: 'Tidak perlu tindakan',
} as const;

export type FollowUpAction = keyof typeof followUpActions;

/** How an officer closed an incident. */
export interface FollowUp {
  readonly action: FollowUpAction;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

/** Whether the centre answered after a follow-up; open while the time for it still runs. */
export type FollowUpEffect = 'answered' | 'no-answer' | 'open';

const dayMs = 24 * 60 * 60_000;

/** The label of an action, in Indonesian. */
export const followUpActionLabel = (action: FollowUpAction): string => followUpActions[action];

/** The instant from which an answer is no longer the effect of a follow-up. */
export const effectEndsAt = ({ at }: Pick<FollowUp, 'at'>, policy: Pick<Policy, 'effectDays'>) =>
  new Date(at.getTime() + policy.effectDays * dayMs);

/** The effect of a follow-up at `now`; `answers` are the instants at which the centre answered. */
export function followUpEffect(
  followUp: Pick<FollowUp, 'at'>,
  answers: readonly Date[],
  policy: Pick<Policy, 'effectDays'>,
  now: Date,
): FollowUpEffect {
  const endsAt = effectEndsAt(followUp, policy);
  const counts = (at: Date) => at >= followUp.at && at < endsAt && at <= now;
  if (answers.some(counts)) return 'answered';
  return now >= endsAt ? 'no-answer' : 'open';
}
