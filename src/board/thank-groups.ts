import type { ActivityReport } from '../domain/activity-report';
import { addDays, dayAt } from '../domain/day';
import { monthName } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type Period, periodOf, previousPeriod } from '../domain/period';
import { reportStreak } from '../domain/report-streak';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';

/** A report that has just come in. */
export interface Thanking {
  readonly institution: Institution;
  readonly report: Pick<ActivityReport, 'id' | 'endsOn'>;
  readonly at: Date;
}

/** The subject under which the thanks for a report can be taken back. */
export const thanksAbout = (report: string): string => `thanks:${report}`;

/** Thanks that come a week later sound hollow. */
const usefulDays = 7;
/** As far back as a row of periods is looked at. */
const streakDays = 800;

/**
 * Thanks the groups of an institution for its first report of a period, once each.
 *
 * Thanks that were taken back with a rejected report before anybody read them are said for the next one.
 */
export async function thankGroups(thanking: Thanking, world: World): Promise<void> {
  const { institution } = thanking;
  const period = periodFor(thanking);
  const groups = await world.groups.reaching([institution.id]);
  if (groups.length === 0) return;
  const from = addDays(period.opensOn, -streakDays);
  const before = await world.expectations.between([institution.id], from, period.opensOn);
  const text = thanks(institution, period, reportStreak(before, period));
  await world.outbox.put(
    groups.map(({ chat, thread }) => ({
      ...rowOf(thanking, period, text),
      key: `thanks:${chat}:${institution.id}:${period.id}`,
      chat,
      revives: true as const,
      ...(thread !== undefined && { thread }),
    })),
  );
}

/** The period that a report is about: the one before, if its activity ended in that. */
function periodFor({ institution, report, at }: Thanking): Period {
  const current = periodOf(dayAt(at, institution.zone), institution.rhythm);
  const before = previousPeriod(current);
  const isEarlier = report.endsOn >= before.opensOn && report.endsOn <= before.closesOn;
  return isEarlier ? before : current;
}

const rowOf = (
  { institution, report, at }: Thanking,
  { id }: Period,
  text: Html,
): Omit<OutgoingRow, 'key' | 'chat'> => ({
  kind: 'thanks',
  because: `laporan pertama ${id}`,
  about: thanksAbout(report.id),
  act: { do: 'say', card: { text } },
  at,
  within: { institution: institution.id, urgent: false },
  lapsesAt: new Date(at.getTime() + usefulDays * 24 * 3_600_000),
});

const thanks = (institution: Institution, period: Period, streak: number): Html =>
  lines(
    html`Terima kasih, BLK ${bold(shortName(institution))}. 🙏 Laporan kegiatan ${named(period)}
    sudah diterima dinas.`,
    streak >= 2
      ? `Sudah ${streak} ${counted[period.rhythm]} berturut-turut ada kegiatan. Semoga terus lancar.`
      : 'Semoga kegiatannya membawa manfaat.',
  );

const named = ({ rhythm, id }: Period) =>
  rhythm === 'monthly' ? `bulan ${monthName(id)}` : 'pekan ini';

const counted: Readonly<Record<Period['rhythm'], string>> = {
  monthly: 'bulan',
  weekly: 'pekan',
  'two-weekly': 'kali dua pekan',
};
