import type { KeptExpectation } from '../ports/follow-ups';

/** The two messages of a check-in. */
export type CheckInStage = 'opening' | 'reminder';

/** The kind of message that each of the two is. */
export const checkInKind = { opening: 'check-in', reminder: 'reminder' } as const;

/** Why it is sent, as it is kept beside it. */
export function checkInReason(
  stage: CheckInStage,
  { period, askAgainOn }: Pick<KeptExpectation, 'period' | 'askAgainOn'>,
): string {
  if (stage === 'opening') return `sapaan pembuka ${period.id}`;
  return askAgainOn ? `diminta menyapa lagi ${period.id}` : `belum ada kabar ${period.id}`;
}
