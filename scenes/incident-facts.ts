import { type Institution, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import type { KeptIncident } from '../src/ports/follow-ups';

/** An open incident that this officer may act on. */
export interface IncidentFacts {
  readonly incident: KeptIncident;
  readonly institution: Institution;
}

/**
 * Finds the incident a button names, or the one that took its place when things got worse or began
 * again; the same words whether it is unknown, closed or out of scope.
 */
export async function prepareIncident(
  world: World,
  { reach }: Visitor,
  id: string,
): Promise<Reading<IncidentFacts>> {
  const incident = await nowOpen(id, world);
  const institution =
    incident &&
    (await world.institutions.one(incident.institution, { ...reach, institutions: [] }));
  if (!institution || incident.closedAt)
    return unclear('Terima kasih, hal ini sudah selesai ditangani atau di luar wilayah Anda.');
  return understood({ incident, institution });
}

async function nowOpen(id: string, world: World): Promise<KeptIncident | undefined> {
  const named = await world.incidents.one(id);
  if (!named?.closedAt || named.followUp) return named;
  return (await world.incidents.openOf(named.institution)) ?? named;
}

/** The centre an incident is about, as it is named in sentences. */
export const nameIn = ({ institution }: IncidentFacts): string => shortName(institution);
