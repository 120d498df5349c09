import type { Course } from '../domain/course';
import { dayAt } from '../domain/day';
import { clockTime, longDay, zoneLabel } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import type { Interest } from '../domain/interest';
import { shownPhone } from '../domain/reading-phone';
import { bold, html, lines } from '../html';
import type { Card } from '../talk';
import { courseDates } from './public-words';

/** What somebody would like to take part in. */
export interface Wanted {
  readonly interest: Interest;
  readonly institution: Institution;
  readonly course?: Course;
}

/** Tells of an interest that waits for a call, with the button that closes it. */
export function waitingInterest(wanted: Wanted, hint: string): Card {
  const { id, phone } = wanted.interest;
  if (phone === undefined)
    return interestCard(
      wanted,
      'Nomornya tidak diberikan; ia kami sarankan datang langsung ke BLK.',
    );
  return {
    ...interestCard(wanted, `${hint} Nomor ini hanya untuk keperluan pendaftaran.`),
    buttons: [[{ label: 'Sudah saya hubungi', data: `peminat:${id}` }]],
  };
}

/** The same interest once somebody has called. */
export const handledInterest = (wanted: Wanted, by: string): Card => {
  const { interest, institution } = wanted;
  const at = momentIn(interest.handledAt ?? interest.at, institution);
  return {
    ...interestCard(wanted, `✅ Sudah dihubungi oleh ${by}, ${at}.`),
    buttons: [[{ label: 'Peminat lain', data: 'peminat' }]],
  };
};

const interestCard = ({ interest, institution, course }: Wanted, last: string): Card => ({
  text: lines(
    html`Ada yang berminat ikut pelatihan di BLK ${bold(shortName(institution))}.`,
    `Disampaikan: ${momentIn(interest.at, institution)}`,
    html`Nama: ${bold(interest.name)}`,
    interest.phone === undefined
      ? 'Nomor telepon: tidak diberikan'
      : html`Nomor telepon: ${shownPhone(interest.phone)}`,
    course && html`Pelatihan: ${bold(course.title)}, ${courseDates(course)}`,
    last,
  ),
});

const momentIn = (at: Date, { zone }: Institution): string =>
  `${longDay(dayAt(at, zone))} pukul ${clockTime(at, zone)} ${zoneLabel(zone)}`;
