import { dayAt, daysBetween } from '../domain/day';
import { shortName } from '../domain/institution';
import { officerStatusLabel } from '../domain/status-label';
import type { StatusReason } from '../domain/status-reason';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { KeptIncident } from '../ports/follow-ups';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';
import { lastActivityWords } from './silence-words';
import type { Standing } from './standing-of';

/** Tells everybody who heard of a worsening that it is over, and how long the silence lasted. */
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
  const reason = await reasonOf(incident, world);
  const card = { text: recoveryText(standing, silence(incident, reason, now)) };
  const because = `membaik setelah ${officerStatusLabel(incident.status).toLowerCase()}`;
  return toStaff(
    staff.flat(),
    { kind: 'recovery', key: `recovery:${incident.id}`, because, card },
    world,
    now,
  );
}

/** Why it began, as it was written down at that moment. */
async function reasonOf({ institution, openedAt }: KeptIncident, world: World) {
  const changes = await world.transitions.since([institution], openedAt);
  return changes.find(({ at }) => at.getTime() === openedAt.getTime())?.reasons[0];
}

function recoveryText(standing: Standing, silenceWords: string): Html {
  const { institution, reading } = standing;
  const label = officerStatusLabel(reading.status).toLowerCase();
  return lines(
    html`✅ ${bold(shortName(institution))} kembali ${label} setelah ${silenceWords}.`,
    `Kegiatan terakhir: ${lastActivityWords(standing)}.`,
  );
}

/** How long it lasted, in calendar days, and what was missing. */
function silence(
  { openedAt, zone }: KeptIncident,
  reason: StatusReason | undefined,
  now: Date,
): string {
  const since = reason && 'since' in reason ? reason.since : dayAt(openedAt, zone);
  return `${daysBetween(since, dayAt(now, zone))} hari ${missing[reason?.kind ?? 'new'] ?? ''}`.trim();
}

const missing: Partial<Readonly<Record<StatusReason['kind'], string>>> = {
  silent: 'tanpa kegiatan',
  'never-started': 'tanpa kegiatan',
  'no-answer': 'tanpa kabar',
  'open-obstacle': 'dengan kendala',
};
