import { type ActivityTotals, activityTotals } from '../domain/activity-totals';
import { monthName } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import type { Period } from '../domain/period';
import { shownCount } from '../domain/reading-count';
import { type Html, bold, html, lines } from '../html';
import type { World } from '../ports';

/**
 * What the institutions of a group did in a month, for everybody in the group to read.
 *
 * Nothing is said of who did not report, nor how many there are; and nothing at all when nobody did.
 */
export async function groupTotals(
  institutions: readonly Institution[],
  { id, opensOn, closesOn }: Period,
  { reports }: World,
): Promise<Html | undefined> {
  const ids = institutions.map((one) => one.id);
  const totals = activityTotals(await reports.ended(ids, opensOn, closesOn));
  if (totals.reports === 0) return undefined;
  const [only, other] = institutions;
  const head =
    only && !other
      ? html`Alhamdulillah, kegiatan BLK ${bold(shortName(only))} pada bulan ${monthName(id)}:`
      : html`📊 ${bold(`Rekap kegiatan bulan ${monthName(id)}`)}`;
  return lines(
    head,
    other ? `• ${shownCount(totals.institutions)} BLK mengirim laporan` : undefined,
    ...totalLines(totals),
    'Terima kasih atas kegiatan dan laporannya. 🙏',
  );
}

function totalLines({ reports, men, women, passed }: ActivityTotals): readonly string[] {
  const peserta = `${shownCount(men + women)} peserta (L ${shownCount(men)}, P ${shownCount(women)})`;
  return [
    `• ${shownCount(reports)} laporan kegiatan`,
    ...(men + women > 0 ? [`• ${peserta}`] : []),
    ...(passed > 0 ? [`• ${shownCount(passed)} orang lulus pelatihan`] : []),
  ];
}
