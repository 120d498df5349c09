import { type Standing, standingOf } from '../board/standing-of';
import { recoveryMessages } from '../board/recovery-message';
import { dayAt } from '../domain/day';
import { type Handling, endsIncident } from '../domain/escalation';
import type { Institution } from '../domain/institution';
import { startsEscalation } from '../domain/status-movement';
import type { World } from '../ports';
import type { Transition } from '../ports/follow-ups';
import { eachInstitution, gone, institutionAt } from './each-institution';
import type { Job } from './job';

/**
 * Looks whether the status of an institution has changed, and writes the change down.
 *
 * The appointment is only a shortcut to the moment at which time can change it; the domain is asked
 * again. What follows from a change is derived from the last one written, so a look that was cut
 * short is made good by the next.
 */
export const status: Job = {
  name: 'status',
  about: 'memeriksa status keaktifan',
  scopes: eachInstitution,
  next: (_scope, _world, now) => Promise.resolve(now),
  async run({ scope, world, now }) {
    const institution = await institutionAt(scope, world);
    if (!institution) return gone;
    const standing = await standingOf(institution, world, now);
    const before = await world.transitions.latest(scope);
    const change = changeOf(standing, before, now);
    if (change) await world.transitions.record(change);
    const latest = change ?? before;
    if (latest) await followUp(latest, standing, world, now);
    return { did: standing.reading.status, next: standing.reading.nextLookAt ?? inAWeek(now) };
  },
};

/** Facts that no clock foresees are told to the job; the weekly look is for those nobody told. */
const inAWeek = (now: Date) => new Date(now.getTime() + 7 * 24 * 3_600_000);

function changeOf(
  { institution, reading }: Standing,
  before: Transition | undefined,
  now: Date,
): Transition | undefined {
  if (before?.to === reading.status) return undefined;
  return {
    institution: institution.id,
    ...(before && { from: before.to }),
    to: reading.status,
    at: now,
    reasons: reading.reasons,
    silentDays: reading.silentDays,
  };
}

/** Short enough for a button, and the same for the same change. */
const incidentId = (institution: string, at: Date) =>
  `${institution}.${Math.floor(at.getTime() / 1000).toString(36)}`;

/** A worsening opens an incident; an improvement closes it and says how long the silence was. */
async function followUp(latest: Transition, standing: Standing, world: World, now: Date) {
  const { institution } = standing;
  if (startsEscalation(latest.from, latest.to)) {
    const id = incidentId(institution.id, latest.at);
    const handlings = await supersede(id, institution, world, now);
    await world.incidents.open({
      id,
      institution: institution.id,
      status: latest.to,
      openedAt: latest.at,
      zone: institution.zone,
      done: [],
      handlings,
    });
    await world.appointments.hurry('escalation', institution.id, now);
    return;
  }
  const incident = await world.incidents.openOf(institution.id);
  if (!incident || !endsIncident(incident, latest.to)) return;
  await world.outbox.cancel(`incident:${incident.id}`, 'dibatalkan: sudah ada kabar', now);
  await world.outbox.put(await recoveryMessages(incident, standing, world, now));
  await world.incidents.close(incident.id, now);
}

/** Ends the incident that was open when things got worse still; whoever takes care of it keeps doing so. */
async function supersede(
  id: string,
  { id: institution, zone }: Institution,
  world: World,
  now: Date,
): Promise<readonly Handling[]> {
  const before = await world.incidents.openOf(institution);
  if (!before || before.id === id) return [];
  await world.incidents.close(before.id, now);
  await world.outbox.cancel(`incident:${before.id}`, 'dibatalkan: keadaan berubah', now);
  return before.handlings.filter(({ until }) => until > dayAt(now, zone)).slice(-1);
}
