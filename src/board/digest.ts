import { dayAt } from '../domain/day';
import { clockTime, longDay } from '../domain/indonesian-dates';
import type { Institution } from '../domain/institution';
import { labelsOf } from '../domain/institution-labels';
import { calmStatuses, gravity, isCalm } from '../domain/status-movement';
import { officerStatusLabel } from '../domain/status-label';
import { type Html, bold, html, italic, lines } from '../html';
import type { World } from '../ports';
import { closingLines } from './closing-lines';
import { countOf, openWork } from './open-work';
import { repairLines } from './overdue-repairs';
import { standingLine } from './silence-words';
import { stalledLines } from './stalled-registrations';
import { type Standing, standingsOf } from './standing-of';
import { type WaitingLine, waitingLines, waitingWords } from './waiting-lines';

/** Everything a digest says. */
export interface Digest {
  readonly at: Date;
  readonly zone: string;
  /** The worst first, then the longest silent. */
  readonly standings: readonly Standing[];
  /** How much is to be done. */
  readonly todo: number;
  /** Reports since the last digest, by institution. */
  readonly news: readonly { readonly institution: Institution; readonly reports: number }[];
  /** Who closed which case since the last digest, and how. */
  readonly closings: readonly Html[];
  /** What was returned and not mended, and registrations that stand still. */
  readonly stalled: readonly Html[];
  /** Reports to be looked at, open obstacles, and plans to be approved. */
  readonly waiting: readonly WaitingLine[];
  /** How late it comes, if it had to wait. */
  readonly lateSince?: Date;
  /** Hours in which the bot was down since the last digest. */
  readonly downHours: number;
}

/** Gathers the digest of these institutions; `since` is the time of the one before. */
export async function digestOf(
  institutions: readonly Institution[],
  world: World,
  now: Date,
  since: Date,
): Promise<Digest> {
  const ids = institutions.map(({ id }) => id);
  const [standings, work, counts, closings, stalled, waiting, outages] = await Promise.all([
    standingsOf(institutions, world, now),
    openWork(institutions, world, now),
    world.reports.countSince(ids, since),
    closingLines(institutions, world, since),
    stalledLines(institutions, world, now),
    waitingLines(institutions, world, now),
    world.outages.since(since),
  ]);
  return {
    at: now,
    zone: world.zone,
    standings: standings.toSorted(worstFirst),
    todo: countOf(work),
    news: newsOf(institutions, counts),
    closings,
    stalled: [...repairLines(work.repairs, institutions), ...stalled],
    waiting,
    downHours: hoursOf(outages),
  };
}

const newsOf = (institutions: readonly Institution[], counts: ReadonlyMap<string, number>) =>
  institutions.flatMap((institution) => {
    const reports = counts.get(institution.id) ?? 0;
    return reports === 0 ? [] : [{ institution, reports }];
  });

const hoursOf = (spans: readonly { readonly from: Date; readonly to: Date }[]) =>
  spans.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 3_600_000, 0);

const worstFirst = (one: Standing, other: Standing) =>
  gravity(other.reading.status) - gravity(one.reading.status) ||
  other.reading.silentDays - one.reading.silentDays ||
  one.institution.name.localeCompare(other.institution.name);

/**
 * The digest as lines, each of which stays whole when the message has to be split.
 *
 * Only officers are pointed to where something can be done about it.
 */
export function digestLines(digest: Digest, title: string, forOfficer: boolean): readonly Html[] {
  const { at, zone, standings, todo, news, closings, stalled, waiting, downHours } = digest;
  const labels = labelsOf(standings.map(({ institution }) => institution));
  const worrying = standings.filter(({ reading }) => !isCalm(reading.status));
  return [
    html`${bold(title)} · ${longDay(dayAt(at, zone))}`,
    ...lateLines(digest),
    ...(downHours >= 1
      ? [
          italic(
            `Bot sempat tidak aktif ${Math.round(downHours)} jam; BLK tidak dianggap lalai karenanya.`,
          ),
        ]
      : []),
    html``,
    html`Yang perlu perhatian: ${bold(worrying.length)} dari ${standings.length} BLK`,
    ...worrying.map(
      (one, n) => html`${n + 1}. ${standingLine(one, labels.get(one.institution.id))}`,
    ),
    html``,
    ...newsLines(news, labels),
    ...closings,
    ...stalled,
    ...waiting.map((one) => waitingWords(one, forOfficer)),
    todo === 0
      ? html`Tugas terbuka: tidak ada.`
      : html`Tugas terbuka: ${bold(todo)}${forOfficer ? ', lihat /tugas' : ''}`,
    html`Lainnya: ${calmWords(standings)}`,
  ];
}

const lateLines = ({ lateSince, zone }: Digest): readonly Html[] =>
  lateSince ? [italic(`Terlambat: seharusnya pukul ${clockTime(lateSince, zone)}.`)] : [];

const namesInLine = 10;

/** Ten names a line, so that a long list can be split as well. */
function newsLines(news: Digest['news'], labels: ReadonlyMap<string, string>): readonly Html[] {
  if (news.length === 0) return [html`Laporan baru: belum ada.`];
  const names = news.map(
    ({ institution: { id, name }, reports }) => `${labels.get(id) ?? name} (${reports})`,
  );
  return names.flatMap((_, n) => {
    if (n % namesInLine !== 0) return [];
    const some = names.slice(n, n + namesInLine).join(', ');
    return n === 0 ? html`Laporan baru: ${some}` : html`${some}`;
  });
}

function calmWords(standings: readonly Standing[]): string {
  const words = calmStatuses.map((status) => {
    const count = standings.filter(({ reading }) => reading.status === status).length;
    return `${officerStatusLabel(status).toLowerCase()} ${count}`;
  });
  return words.join(', ');
}

/** Telegram counts what is shown, up to 4,096; the markup of a line only makes the limit safer. */
const mostInMessage = 3_800;

/** Puts lines together into messages under Telegram's limit; no line is cut. */
export function messagesOf(given: readonly Html[]): readonly Html[] {
  const pages: Html[][] = [[]];
  let length = 0;
  for (const line of given) {
    if (length + line.markup.length + 1 > mostInMessage && length > 0) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(line);
    length += line.markup.length + 1;
  }
  return pages.map((page) => lines(...page));
}
