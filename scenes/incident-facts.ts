import { nameOf } from '../src/board/name-of';
import type { Day } from '../src/domain/day';
import { type Institution, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import type { KeptIncident } from '../src/ports/follow-ups';

/** An open incident that this officer may act on. */
export interface IncidentFacts {
  readonly incident: KeptIncident;
  readonly institution: Institution;
  /** Who takes care of it already, and until when. */
  readonly held?: { readonly by: string; readonly name: string; readonly until: Day };
}

/**
 * Finds the incident a button names, or the one that took its place when things got worse or began
 * again; the same words whether it is unknown, closed or out of scope.
 */
export async function prepareIncident(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Reading<IncidentFacts>> {
  const incident = await nowOpen(id, world);
  const institution =
    incident &&
    (await world.institutions.one(incident.institution, { ...visitor.reach, institutions: [] }));
  if (!institution || incident.closedAt)
    return unclear('Terima kasih, hal ini sudah selesai ditangani atau di luar wilayah Anda.');
  const held = await heldNow(incident, world, visitor);
  return understood({ incident, institution, ...(held && { held }) });
}

async function nowOpen(id: string, world: World): Promise<KeptIncident | undefined> {
  const named = await world.incidents.one(id);
  if (!named?.closedAt || named.followUp) return named;
  return (await world.incidents.openOf(named.institution)) ?? named;
}

/** On the day that was named nobody takes care any more: the ladder goes on. */
async function heldNow(
  { handlings }: KeptIncident,
  world: World,
  { today }: Visitor,
): Promise<IncidentFacts['held']> {
  const last = handlings.at(-1);
  if (!last || last.until <= today) return undefined;
  return { by: last.by, name: await nameOf(last.by, world, 'petugas lain'), until: last.until };
}

/** The centre an incident is about, as it is named in sentences. */
export const nameIn = ({ institution }: IncidentFacts): string => shortName(institution);
