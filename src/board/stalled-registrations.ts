import { dayAt } from '../domain/day';
import { shortDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type StalledStep, stalledStep } from '../domain/stalled-step';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';
import { type Registering, registrationsOf } from './registration-of';
import { stepTitle } from './registration-words';

/** A registration in which nothing has moved for 30 days. */
export interface StalledRegistration {
  readonly institution: Institution;
  readonly stalled: StalledStep;
}

/** Finds the registrations of these institutions that stand still at `now`, the longest first. */
export async function stalledRegistrations(
  institutions: readonly Institution[],
  world: Pick<World, 'registrations' | 'checklists'>,
  now: Date,
): Promise<readonly StalledRegistration[]> {
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

/** One line for officers; nothing when nothing stands still. */
export const stalledLines = (all: readonly StalledRegistration[]): readonly Html[] =>
  all.length === 0
    ? []
    : [
        html`Pendaftaran belum bergerak 30 hari: ${bold(all.length)}`,
        ...all.map(
          ({ institution, stalled: { step, since, waitsFor } }) =>
            html`– ${shortName(institution)}: ${stepTitle(step)}, sejak
            ${shortDay(since)}${waitsFor === 'office' ? ', menunggu petugas' : ''}`,
        ),
      ];

/** One kind line for the people of a centre; nothing when it is the office that is waited for. */
export function stalledLineFor(all: readonly StalledRegistration[]): Html | undefined {
  const mine = all.find(({ stalled }) => stalled.waitsFor === 'centre');
  return (
    mine &&
    html`Langkah pendaftaran ${bold(stepTitle(mine.stalled.step))} terakhir kami catat
    ${shortDay(mine.stalled.since)}. Adakah yang bisa kami bantu?`
  );
}
