import type { StatusFacts } from '../domain/activity-status';
import { dayAt } from '../domain/day';
import { shortName } from '../domain/institution';
import { officerStatusLabel } from '../domain/status-label';
import { isCalm } from '../domain/status-movement';
import { effectiveDays } from '../domain/silent-days';
import { type StatusReason, reasonText } from '../domain/status-reason';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { KeptIncident } from '../ports/follow-ups';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';
import { activityWords } from './silence-words';
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
  const card = {
    text: recoveryText(standing, incident, silence(incident, reason, standing.facts, now), now),
  };
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

/** Good news only where nothing is left to do; who was active before is so again. */
function recoveryText(
  standing: Standing,
  incident: KeptIncident,
  silenceWords: string,
  now: Date,
): Html {
  const { institution, reading } = standing;
  const name = bold(shortName(institution));
  const label = officerStatusLabel(reading.status).toLowerCase();
  const again = wasActiveBefore(standing, incident) ? 'kembali' : 'sekarang';
  return lines(
    isCalm(reading.status)
      ? html`✅ ${name} ${again} ${label} setelah ${silenceWords}.`
      : html`ℹ️ ${name} sekarang ${label} (${reasonText(reading.reasons[0])}), setelah
        ${silenceWords}.`,
    `Kegiatan terakhir: ${activityWords(standing, dayAt(now, institution.zone))}.`,
  );
}

const wasActiveBefore = ({ facts }: Standing, { openedAt, zone }: KeptIncident): boolean =>
  facts.activities.some(({ startsOn }) => startsOn < dayAt(openedAt, zone));

/** How long it lasted, counted as the status counts, and what was missing. */
function silence(
  { openedAt, zone }: KeptIncident,
  reason: StatusReason | undefined,
  { leaves, outages = [] }: StatusFacts,
  now: Date,
): string {
  const since = reason && 'since' in reason ? reason.since : dayAt(openedAt, zone);
  const pauses = reason?.kind === 'no-answer' ? [...leaves, ...outages] : leaves;
  const days = effectiveDays(since, dayAt(now, zone), pauses);
  return `${days} hari ${missing[reason?.kind ?? 'new'] ?? ''}`.trim();
}

const missing: Partial<Readonly<Record<StatusReason['kind'], string>>> = {
  silent: 'tanpa kegiatan',
  'never-started': 'tanpa kegiatan',
  'no-answer': 'tanpa kabar',
  'open-obstacle': 'dengan kendala',
};
