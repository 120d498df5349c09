import { type Day, dayAt } from '../domain/day';
import { shortDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { labelsOf } from '../domain/institution-labels';
import {
  type OverdueStep,
  overdueReport,
  overdueSteps,
  repairDays,
} from '../domain/overdue-repair';
import type { KeptReport } from '../domain/review';
import { type Html, bold, html, lines } from '../html';
import type { World } from '../ports';
import type { Button, Card } from '../talk';
import { type Registering, registrationsOf } from './registration-of';
import { stepTitle } from './registration-words';
import { titleOf } from './report-words';

type Kept = Pick<World, 'registrations' | 'checklists' | 'reviews'>;

/** Something the office returned and nobody has mended for a week. */
export type Repair = { readonly institution: Institution; readonly since: Day } & (
  | { readonly is: 'report'; readonly report: KeptReport }
  | { readonly is: 'step'; readonly step: OverdueStep['step'] }
);

/** Finds what was returned to these institutions and has not been mended for 7 days, the longest first. */
export async function overdueRepairs(
  institutions: readonly Institution[],
  world: Kept,
  now: Date,
): Promise<readonly Repair[]> {
  const [returned, registering] = await Promise.all([
    world.reviews.returned(institutions.map(({ id }) => id)),
    registrationsOf(institutions, world),
  ]);
  const at = new Map(institutions.map((one) => [one.id, one]));
  return [
    ...returned.flatMap((report) => reportIn(report, at.get(report.institution), now)),
    ...registering.flatMap((one) => stepsIn(one, now)),
  ].toSorted((one, other) => one.since.localeCompare(other.since));
}

function reportIn(
  report: KeptReport,
  institution: Institution | undefined,
  now: Date,
): readonly Repair[] {
  const since = institution && overdueReport(report, dayIn(institution, now));
  return since ? [{ is: 'report', institution, since, report }] : [];
}

const stepsIn = (
  { institution, checklist, registration, path }: Registering,
  now: Date,
): readonly Repair[] =>
  overdueSteps(checklist, registration, path, dayIn(institution, now)).map((overdue) => ({
    is: 'step',
    institution,
    ...overdue,
  }));

const dayIn = ({ zone }: Institution, now: Date) => ({ today: dayAt(now, zone), zone });

/** What is to be mended, as it is named in a sentence. */
export const repairTitle = (repair: Repair): string =>
  repair.is === 'report'
    ? `laporan ${titleOf(repair.report)}`
    : `langkah ${stepTitle(repair.step)}`;

/** What was returned and not mended, a line each, for the office; none when there is nothing. */
export function repairLines(
  repairs: readonly Repair[],
  institutions: readonly Institution[],
): readonly Html[] {
  if (repairs.length === 0) return [];
  const labels = labelsOf(institutions);
  return [
    html`Dikembalikan dan belum diperbaiki ${repairDays} hari: ${bold(repairs.length)}`,
    ...repairs.map((repair) => {
      const { institution, since } = repair;
      const name = labels.get(institution.id) ?? shortName(institution);
      return html`– ${name}: ${repairTitle(repair)}, sejak ${shortDay(since)}`;
    }),
  ];
}

/** More would be a list, and the message asks how the centre is. */
const mostNamed = 2;

/** Adds what waits to be mended to what a centre is asked, with the buttons that open it. */
export async function withRepairs(
  card: Card,
  institution: Institution,
  world: Kept,
  now: Date,
): Promise<Card> {
  const repairs = await overdueRepairs([institution], world, now);
  if (repairs.length === 0) return card;
  const more = repairs.length - mostNamed;
  const named = repairs
    .slice(0, mostNamed)
    .map(repairTitle)
    .join(more > 0 ? ', ' : ' dan ');
  return {
    ...card,
    text: lines(
      card.text,
      html`Bila sempat, mohon dilengkapi: ${bold(named)}${more > 0 ? `, dan ${more} lainnya` : ''}.`,
    ),
    buttons: [...(card.buttons ?? []), ...repairs.slice(0, mostNamed).map((one) => [mending(one)])],
  };
}

/** The button that opens it for whoever is to mend it. */
const mending = (repair: Repair): Button =>
  repair.is === 'report'
    ? {
        label: `Perbaiki laporan ${shortDay(repair.report.endsOn)}`,
        data: `perbaiki:${repair.report.id}.${repair.report.changes.length}`,
      }
    : {
        label: `Perbaiki langkah ${repair.step.id}`,
        data: `progres:${repair.institution.id}.s.${repair.step.id}`,
      };
