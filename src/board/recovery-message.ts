import { dayAt, daysBetween } from '../domain/day';
import { shortName } from '../domain/institution';
import { officerStatusLabel } from '../domain/status-label';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { KeptIncident } from '../ports/follow-ups';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';
import { lastActivityWords } from './silence-words';
import type { Standing } from './standing-of';

/** Tells everybody who heard of a worsening that it is over, and how long it lasted. */
export async function recoveryMessages(
  incident: KeptIncident,
  standing: Standing,
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const told = incident.done.map(({ step }) => step);
  const staff = await Promise.all(
    (['officer', 'head'] as const)
      .filter((role) => told.includes(role))
      .map((role) => staffFor(standing.institution, role, world)),
  );
  const card = { text: recoveryText(incident, standing, now) };
  return toStaff(
    staff.flat(),
    { kind: 'recovery', key: `recovery:${incident.id}`, card },
    world,
    now,
  );
}

function recoveryText({ openedAt }: KeptIncident, standing: Standing, now: Date): Html {
  const { institution, reading } = standing;
  const days = daysBetween(dayAt(openedAt, institution.zone), dayAt(now, institution.zone));
  const label = officerStatusLabel(reading.status).toLowerCase();
  return lines(
    html`✅ ${bold(shortName(institution))} kembali ${label}, ${days} hari setelah pemberitahuan.`,
    `Kegiatan terakhir: ${lastActivityWords(standing)}.`,
  );
}
