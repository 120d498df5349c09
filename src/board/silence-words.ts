import type { Day } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import { shortName } from '../domain/institution';
import { reasonText } from '../domain/status-reason';
import { officerStatusLabel } from '../domain/status-label';
import { type Html, bold, html } from '../html';
import type { Standing } from './standing-of';

/** One line for officers: which centre, how it stands, since when and why. */
export function standingLine({ institution, reading }: Standing, label: string | undefined): Html {
  const overlays = [
    ...(reading.overlays.onLeave ? ['libur'] : []),
    ...(reading.overlays.unreachable ? ['tak terjangkau'] : []),
  ];
  const also = overlays.length === 0 ? '' : ` (${overlays.join(', ')})`;
  return html`${bold(label ?? shortName(institution))}: ${officerStatusLabel(reading.status)}${also},
  ${reasonText(reading.reasons[0])}`;
}

/** When something last took place, in words. */
export const lastActivityWords = ({ reading }: Pick<Standing, 'reading'>): string =>
  reading.lastActivityOn ? longDay(reading.lastActivityOn) : 'belum pernah dilaporkan';

/** The same on a day on which something may still run: its end has not taken place yet. */
export function activityWords(standing: Pick<Standing, 'reading'>, today: Day): string {
  const [reason] = standing.reading.reasons;
  return reason.kind === 'running' && reason.until > today
    ? `sedang berlangsung sampai ${longDay(reason.until)}`
    : lastActivityWords(standing);
}
