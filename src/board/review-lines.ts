import { type ReviewState, reviewLabels } from '../domain/activity-report';
import type { Institution } from '../domain/institution';
import { verifiedShare, waitingStates } from '../domain/review';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';

/** How much of what was reported since `since` was verified, and where the rest stands. */
export async function reviewLines(
  institutions: readonly Institution[],
  world: World,
  since: Date,
): Promise<readonly Html[]> {
  const counts = await world.reviews.counts(
    institutions.map(({ id }) => id),
    since,
  );
  if (counts.size === 0) return [];
  const { verified, all, percent } = verifiedShare(counts);
  const count = (states: readonly ReviewState[]) =>
    states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const rest = [
    { label: 'menunggu diperiksa', of: count(waitingStates) },
    { label: reviewLabels['needs-work'].toLowerCase(), of: count(['needs-work']) },
    { label: reviewLabels.rejected.toLowerCase(), of: count(['rejected']) },
  ].filter(({ of }) => of > 0);
  return [
    html`Laporan kegiatan terverifikasi: ${bold(verified)} dari ${all} (${percent}%)${rest
      .map(({ label, of }) => `, ${label} ${of}`)
      .join('')}.`,
  ];
}
