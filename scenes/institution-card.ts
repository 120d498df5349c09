import { standingOf } from '../src/board/standing-of';
import { dayAt } from '../src/domain/day';
import { longDay, shortDay, weekdayName, zoneLabel } from '../src/domain/indonesian-dates';
import type { Institution } from '../src/domain/institution';
import { kindLabel, rhythmLabel } from '../src/domain/institution-words';
import { type Particular, particularLine } from '../src/domain/particular';
import { roleName } from '../src/domain/person';
import { officerStatusLabel } from '../src/domain/status-label';
import { type Html, bold, html } from '../src/html';
import type { World } from '../src/ports';
import { isolated } from '../src/domain/isolated';

/** What describes an institution, line by line. */
export const describing = (institution: Institution): readonly Html[] => [
  html`Jenis: ${bold(kindLabel(institution.kind))}`,
  html`Tempat: ${bold(placeOf(institution))}`,
  html`Kejuruan: ${bold(institution.trade)}`,
  html`Hari libur: ${bold(weekdayName(institution.restDay))} · Ritme kabar:
  ${bold(rhythmLabel(institution.rhythm))} · ${zoneLabel(institution.zone)}`,
];

const placeOf = ({ village, district, regency }: Institution): string =>
  [village, `Kec. ${isolated(district)}`, regency]
    .flatMap((part) => (part === undefined ? [] : isolated(part)))
    .join(', ');

/** How it stands and who looks after it; nothing of that is known of one in the archive. */
export async function standingLines(
  institution: Institution,
  world: World,
  now: Date,
): Promise<readonly Html[]> {
  const { archivedAt, registeredAt, zone, id, phone } = institution;
  if (archivedAt) return [html`Diarsipkan ${longDay(dayAt(archivedAt, zone))}`];
  const [{ reading }, people] = await Promise.all([
    standingOf(institution, world, now),
    world.people.of(id),
  ]);
  const named = people.map(({ name, phone, grants }) => {
    const role = grants.some((one) => one.role === 'manager' && one.institution === id)
      ? 'manager'
      : 'deputy';
    return `${isolated(name)} (${roleName(role).toLowerCase()}${phone === undefined ? '' : `, ${phone}`})`;
  });
  return [
    html`Keadaan: ${bold(officerStatusLabel(reading.status))}`,
    html`Kontak: ${bold(named.length === 0 ? 'belum ada' : named.join(', '))}`,
    ...(phone === undefined ? [] : [html`Telepon BLK: ${bold(phone)}`]),
    html`Terdaftar sejak ${shortDay(dayAt(registeredAt, zone))}`,
  ];
}

const sortTitles = { aid: 'Bantuan', equipment: 'Peralatan', instructor: 'Instruktur' } as const;
const mostShown = 8;

/** Aid, equipment and instructors under their titles; only so many of each, so that a message holds them. */
export function particularLines(all: readonly Particular[]): readonly Html[] {
  return (['aid', 'equipment', 'instructor'] as const).flatMap((sort) => {
    const some = all.filter((one) => one.sort === sort);
    if (some.length === 0) return [];
    const more = some.length - mostShown;
    return [
      html``,
      bold(sortTitles[sort]),
      ...some.slice(0, mostShown).map((one) => html`• ${particularLine(one, shortDay)}`),
      ...(more > 0 ? [html`… dan ${more} lagi`] : []),
    ];
  });
}
