import { alertCard, concernCard } from '../board/alert-message';
import { automaticThisMonth } from '../board/automatic-this-month';
import { type Contact, contactsOf } from '../board/contacts-of';
import { staffFor } from '../board/staff-for';
import { type Standing, standingOf } from '../board/standing-of';
import { toStaff } from '../board/to-staff';
import { type Day, dayAt, startOfDay } from '../domain/day';
import { type EscalationStep, dueSteps, escalationSteps, pendingSteps } from '../domain/escalation';
import type { Person } from '../domain/person';
import { reachOf } from '../domain/rights';
import { nextAllowed } from '../domain/sending-window';
import { officerStatusLabel } from '../domain/status-label';
import type { OutgoingRow, World } from '../ports';
import type { KeptIncident } from '../ports/follow-ups';
import { eachInstitution, gone, institutionAt } from './each-institution';
import type { Job } from './job';

/** Climbs the ladder of a worsening: manager, deputy, officer, head, each after their working days. */
export const escalation: Job = {
  name: 'escalation',
  about: 'menjalankan tangga tindak lanjut',
  scopes: eachInstitution,
  next: () => Promise.resolve(undefined),
  async run({ scope, world, now }) {
    const institution = await institutionAt(scope, world);
    if (!institution) return gone;
    const kept = await world.incidents.openOf(scope);
    if (!kept) return { did: 'nothing is open', next: undefined };
    const climb = await stand(kept, await standingOf(institution, world, now), world, now);
    const due = dueSteps(climb.incident, climb.standing.policy, climb.calendar, now);
    for (const { step, skip } of due) await take(step, skip !== undefined, climb);
    const taken = due.map(({ step, skip }) => (skip ? `skipped ${step}` : step));
    return { did: taken.join(', ') || 'not yet', next: await nextLook(scope, climb) };
  },
};

interface Climb {
  readonly kept: KeptIncident;
  readonly incident: Parameters<typeof dueSteps>[0];
  readonly standing: Standing;
  readonly calendar: Parameters<typeof dueSteps>[2];
  readonly contacts: readonly Contact[];
  readonly officers: readonly Person[];
  readonly heads: readonly Person[];
  readonly world: World;
  readonly now: Date;
}

async function stand(
  kept: KeptIncident,
  standing: Standing,
  world: World,
  now: Date,
): Promise<Climb> {
  const { institution, facts } = standing;
  const [calendar, contacts, officers, heads] = await Promise.all([
    world.rules.calendar(),
    contactsOf(institution.id, world),
    staffFor(institution, 'officer', world),
    staffFor(institution, 'head', world),
  ]);
  const reached = {
    manager: contacts.some(({ deputy }) => !deputy),
    deputy: contacts.some(({ deputy }) => deputy),
    officer: officers.length > 0,
    head: heads.length > 0,
  };
  const present = escalationSteps.filter((step) => reached[step]);
  const incident = { ...kept, present, leaves: facts.leaves };
  return { kept, incident, standing, calendar, contacts, officers, heads, world, now };
}

/** The messages first, under keys of their own; then the note that the step was taken. */
async function take(step: EscalationStep, skipped: boolean, climb: Climb): Promise<void> {
  const { world, kept, now } = climb;
  if (!skipped) await world.outbox.put(await rowsOf(step, climb));
  await world.incidents.stepDone(kept.id, step, now);
}

function rowsOf(step: EscalationStep, climb: Climb): Promise<readonly OutgoingRow[]> {
  switch (step) {
    case 'manager':
      return Promise.all(
        climb.contacts.filter(({ deputy }) => !deputy).map((one) => concern(step, one, climb)),
      );
    case 'deputy':
      return Promise.all(
        climb.contacts.filter(({ deputy }) => deputy).map((one) => concern(step, one, climb)),
      );
    case 'officer':
      return alerts(step, climb.officers, climb);
    case 'head':
      return alerts(step, climb.heads, climb);
  }
}

/** A manager is asked within the monthly limit and the hours of the pesantren, or not at all. */
async function concern(step: EscalationStep, contact: Contact, climb: Climb): Promise<OutgoingRow> {
  const { standing, world, kept, now, calendar } = climb;
  const { institution, policy, facts } = standing;
  const { chat, person } = contact;
  const sent = await automaticThisMonth(contact, institution, world, now);
  const notBefore = nextAllowed(now, {
    audience: 'manager',
    zone: institution.zone,
    restDay: institution.restDay,
    leaves: facts.leaves,
    urgent: true,
    windows: policy.windows,
    calendar,
  });
  const row: OutgoingRow = {
    key: `alert:${kept.id}:${step}:${person.id}`,
    about: `incident:${kept.id}`,
    kind: 'alert',
    because: becauseOf(step, kept),
    chat,
    person: person.id,
    act: { do: 'say', card: concernCard(standing, person) },
    at: now,
    within: { institution: institution.id, urgent: true },
    ...(notBefore && { notBefore }),
  };
  if (sent >= policy.maxAutomaticPerMonth) return muted(row, 'batas pesan bulan ini tercapai');
  return notBefore ? row : muted(row, 'tidak ada waktu kirim dalam setahun');
}

const stepWords: Readonly<Record<EscalationStep, string>> = {
  manager: 'pengelola',
  deputy: 'wakil',
  officer: 'petugas',
  head: 'kepala',
};

const becauseOf = (step: EscalationStep, { status }: KeptIncident): string =>
  `tangga ${stepWords[step]}: ${officerStatusLabel(status).toLowerCase()}`;

const muted = (row: OutgoingRow, why: string): OutgoingRow => ({
  ...row,
  settled: { state: 'muted', why: `dibisukan: ${why}` },
});

async function alerts(
  step: 'officer' | 'head',
  people: readonly Person[],
  climb: Climb,
): Promise<readonly OutgoingRow[]> {
  const { standing, world, kept, now } = climb;
  // Also those who cannot be written to: a call may still reach them.
  const contacts = await world.people.of(kept.institution);
  const rows = people.map(async (person) => {
    const others = await alsoOpen(person, kept, world);
    const card = alertCard({ incident: kept.id, standing, contacts, others, audience: step });
    const key = `alert:${kept.id}:${step}`;
    return toStaff(
      [person],
      { kind: 'alert', key, because: becauseOf(step, kept), card, about: `incident:${kept.id}` },
      world,
      now,
    );
  });
  return (await Promise.all(rows)).flat();
}

/** Other centres in this person's scope with an open incident. */
async function alsoOpen(person: Person, { institution }: KeptIncident, world: World) {
  const inScope = await world.institutions.within({ ...reachOf(person, false), institutions: [] });
  const open = await world.incidents.openIn(inScope.map(({ id }) => id));
  const ids = new Set(open.map((one) => one.institution).filter((id) => id !== institution));
  return inScope.filter(({ id }) => ids.has(id));
}

async function nextLook(institution: string, climb: Climb): Promise<Date | undefined> {
  const { world, standing, calendar, now } = climb;
  const kept = await world.incidents.openOf(institution);
  if (!kept) return undefined;
  const pending = pendingSteps({ ...climb.incident, ...kept }, standing.policy, calendar);
  const first = pending
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(0);
  if (first === undefined) return undefined;
  const day = laterOf(first, dayAt(now, standing.institution.zone));
  const opening = startOfDay(day, standing.institution.zone);
  return opening > now ? opening : undefined;
}

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
