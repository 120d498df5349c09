import { type Calendar, workingDaysBetween } from '../domain/calendar';
import { dayAt } from '../domain/day';
import type { Institution } from '../domain/institution';
import type { KeptReport } from '../domain/review';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';

/** Something that waits for an officer, and the command behind which it is. */
export interface WaitingLine {
  readonly words: Html;
  readonly where: string;
}

/** The line as its reader can use it: whoever is no officer is not sent to a command of officers. */
export const waitingWords = ({ words, where }: WaitingLine, isOfficer: boolean): Html =>
  isOfficer ? html`${words}, lihat /${where}` : words;

/** What waits for an officer beside the tasks: reports to be looked at, obstacles that are open, plans to be approved. */
export async function waitingLines(
  institutions: readonly Pick<Institution, 'id'>[],
  world: World,
  now: Date,
): Promise<readonly WaitingLine[]> {
  const ids = institutions.map(({ id }) => id);
  const [{ reports, total }, obstacles, plans, calendar] = await Promise.all([
    world.reviews.waiting(ids, { skip: 0, limit: 1 }),
    world.obstacles.open(ids),
    world.courses.waiting(ids, dayAt(now, world.zone)),
    world.rules.calendar(),
  ]);
  const untaken = obstacles.filter(({ handledBy }) => handledBy === undefined).length;
  const free = untaken === 0 ? '' : `, ${untaken} belum ada yang menangani`;
  return [
    ...line(
      total,
      html`Laporan menunggu diperiksa: ${bold(total)}${overdue(reports[0], calendar, world.zone, now)}`,
      'periksa',
    ),
    ...line(obstacles.length, html`Kendala terbuka: ${bold(obstacles.length)}${free}`, 'kendala'),
    ...line(plans, html`Rencana pelatihan menunggu persetujuan: ${bold(plans)}`, 'jadwal'),
  ];
}

const line = (count: number, words: Html, where: string): readonly WaitingLine[] =>
  count === 0 ? [] : [{ words, where }];

/** What managers are promised: their report is looked at within these working days. */
const promisedDays = 3;

/** Says so when the oldest report has waited for longer than its manager was promised. */
function overdue(
  report: KeptReport | undefined,
  calendar: Calendar,
  zone: string,
  now: Date,
): string {
  if (!report) return '';
  const since = report.changes.at(-1)?.at ?? report.reportedAt;
  const days = workingDaysBetween(dayAt(since, zone), dayAt(now, zone), calendar);
  return days > promisedDays ? `, yang tertua sudah ${days} hari kerja` : '';
}
