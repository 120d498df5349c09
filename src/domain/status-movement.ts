import type { ActivityStatus } from './activity-status';

/** From the best to the worst; apart from the first it is the order of precedence, reversed. */
const fromBestToWorst: readonly ActivityStatus[] = [
  'active',
  'not-started',
  'needs-attention',
  'presumed-passive',
  'no-word',
  'passive',
];

/** How grave a status is: 0 is the best; only comparisons mean anything. */
export const gravity = (status: ActivityStatus): number => fromBestToWorst.indexOf(status);

/** The statuses that need nobody; digests only count them. */
export const calmStatuses: readonly ActivityStatus[] = ['active', 'not-started'];

/** Whether a status needs nobody. */
export const isCalm = (status: ActivityStatus): boolean => calmStatuses.includes(status);

/** Whether a change of status is for the worse or for the better. */
export function movement(from: ActivityStatus, to: ActivityStatus): 'worse' | 'better' | 'same' {
  if (from === to) return 'same';
  return gravity(to) > gravity(from) ? 'worse' : 'better';
}

/**
 * Whether a change of status starts an escalation: every worsening that time or silence brought about.
 *
 * A confirmed passive status does not, since an officer who was there has just acted; nor does
 * a first status, which nothing came before.
 */
export const startsEscalation = (from: ActivityStatus | undefined, to: ActivityStatus): boolean =>
  from !== undefined && movement(from, to) === 'worse' && to !== 'passive' && to !== 'not-started';
