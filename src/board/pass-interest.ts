import type { Course } from '../domain/course';
import type { Institution } from '../domain/institution';
import { shortName } from '../domain/institution';
import { type Interest, aboutInterest } from '../domain/interest';
import { shownPhone } from '../domain/reading-phone';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import { contactsOf } from './contacts-of';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** What somebody would like to take part in. */
export interface Wanted {
  readonly interest: Interest;
  readonly institution: Institution;
  readonly course?: Course;
}

/** Whom an interest was passed on to; nobody can be reached when it is neither. */
export type PassedTo = 'centre' | 'office' | 'nobody';

/**
 * Passes an interest on, once, to everybody of the centre who can be reached, else to its officers.
 *
 * The messages come before the record of them: after a crash in between they are put again under
 * the same keys.
 */
export async function passInterest(wanted: Wanted, world: World): Promise<PassedTo> {
  const { interest } = wanted;
  const toCentre = await rowsForCentre(wanted, world);
  const rows = toCentre.length > 0 ? toCentre : await rowsForOffice(wanted, world);
  if (rows.length === 0) return 'nobody';
  await world.outbox.put(rows);
  await world.interests.keep(interest);
  return toCentre.length > 0 ? 'centre' : 'office';
}

const keyOf = ({ id }: Interest) => `interest:${id}`;

async function rowsForCentre(wanted: Wanted, world: World): Promise<readonly OutgoingRow[]> {
  const { interest, institution } = wanted;
  const contacts = await contactsOf(institution.id, world);
  return contacts.map(({ person, chat }) => ({
    ...{ key: `${keyOf(interest)}:${person.id}`, kind: 'interest', because: 'ada peminat' },
    ...{ chat, person: person.id, at: interest.at, about: aboutInterest(interest.telegramId) },
    within: { institution: institution.id, urgent: true },
    act: { do: 'say', card: { text: words(wanted, 'Mohon dihubungi bila sempat.') } },
  }));
}

async function rowsForOffice(wanted: Wanted, world: World): Promise<readonly OutgoingRow[]> {
  const { interest, institution } = wanted;
  const officers = await staffFor(institution, 'officer', world);
  const hint = 'Pengelolanya belum dapat dihubungi lewat bot, mohon diteruskan.';
  const message = {
    ...({ kind: 'interest', key: keyOf(interest), because: 'ada peminat' } as const),
    ...{ about: aboutInterest(interest.telegramId), card: { text: words(wanted, hint) } },
  };
  return toStaff(officers, message, world, interest.at);
}

const words = ({ interest, institution, course }: Wanted, hint: string): Html =>
  lines(
    html`Ada yang berminat ikut pelatihan di BLK ${bold(shortName(institution))}.`,
    html`Nama: ${bold(interest.name)}`,
    interest.phone === undefined
      ? 'Nomor telepon: tidak diberikan'
      : html`Nomor telepon: ${shownPhone(interest.phone)}`,
    course && html`Pelatihan: ${bold(course.title)}`,
    interest.phone === undefined
      ? 'Ia akan menghubungi Anda sendiri, atau datang langsung.'
      : `${hint} Nomor ini hanya untuk keperluan pendaftaran.`,
  );
