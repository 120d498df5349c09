import { dayAt } from '../domain/day';
import { shortDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { labelsOf } from '../domain/institution-labels';
import { type StalledStep, stalledDays, stalledStep } from '../domain/stalled-step';
import { type Html, bold, html, lines } from '../html';
import type { World } from '../ports';
import type { Card } from '../talk';
import { type Registering, registrationsOf } from './registration-of';
import { stepTitle } from './registration-words';

type Kept = Pick<World, 'registrations' | 'checklists'>;

interface Stalled {
  readonly institution: Institution;
  readonly stalled: StalledStep;
}

/** Finds the registrations of these institutions in which nothing has moved for 30 days, the longest first. */
async function stalledRegistrations(
  institutions: readonly Institution[],
  world: Kept,
  now: Date,
): Promise<readonly Stalled[]> {
  const all = await registrationsOf(institutions, world);
  return all
    .flatMap((registering) => {
      const stalled = stalledIn(registering, now);
      return stalled ? [{ institution: registering.institution, stalled }] : [];
    })
    .toSorted((one, other) => (one.stalled.since < other.stalled.since ? -1 : 1));
}

function stalledIn({ institution, checklist, registration, path }: Registering, now: Date) {
  const { zone } = institution;
  return stalledStep(checklist, registration, path, { today: dayAt(now, zone), zone });
}

/** The registrations that stand still at `now`, a line each, for the office; none when none does. */
export async function stalledLines(
  institutions: readonly Institution[],
  world: Kept,
  now: Date,
): Promise<readonly Html[]> {
  const all = await stalledRegistrations(institutions, world, now);
  if (all.length === 0) return [];
  const labels = labelsOf(institutions);
  return [
    html`Pendaftaran belum bergerak ${stalledDays} hari: ${bold(all.length)}`,
    ...all.map(
      ({ institution, stalled: { step, since, waitsFor } }) =>
        html`– ${labels.get(institution.id) ?? shortName(institution)}: ${stepTitle(step)}, sejak
        ${shortDay(since)}${waitsFor === 'office' ? ', menunggu petugas' : ''}`,
    ),
  ];
}

/** Adds the step in which a centre has not moved to what it is asked; nothing when the office is to act. */
export async function withStalledStep(
  card: Card,
  institution: Institution,
  world: Kept,
  now: Date,
): Promise<Card> {
  const [found] = await stalledRegistrations([institution], world, now);
  if (found?.stalled.waitsFor !== 'centre') return card;
  const { step, since } = found.stalled;
  return {
    ...card,
    text: lines(
      card.text,
      html`Langkah pendaftaran ${bold(stepTitle(step))} terakhir kami catat ${shortDay(since)}.
      Bila ada kemajuan, mohon dikabarkan.`,
    ),
    buttons: [
      ...(card.buttons ?? []),
      [{ label: 'Progres pendaftaran', data: `progres:${institution.id}.s.${step.id}` }],
    ],
  };
}
