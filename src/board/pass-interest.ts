import { aboutInterest, interestRow } from '../domain/interest';
import type { OutgoingRow, World } from '../ports';
import type { Card } from '../talk';
import { contactsOf } from './contacts-of';
import { heldBack } from './held-back';
import { type Wanted, waitingInterest } from './interest-card';
import { officeMoment } from './office-moment';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** To whom an interest goes, and from when on they read it; nobody can be reached when it is neither. */
export type Passed =
  { readonly to: 'centre' | 'office'; readonly at: Date } | { readonly to: 'nobody' };

/**
 * Passes an interest on, once, to everybody of the centre who can be reached, else to its officers.
 *
 * The messages come before the record of them: after a crash in between they are put again under
 * the same keys.
 */
export async function passInterest(wanted: Wanted, world: World): Promise<Passed> {
  const { interest } = wanted;
  const toCentre = await forCentre(wanted, world);
  const { rows, at } = toCentre.rows.length > 0 ? toCentre : await forOffice(wanted, world);
  if (rows.length === 0) return { to: 'nobody' };
  await world.outbox.put(rows);
  await world.interests.keep(interest);
  return { to: rows === toCentre.rows ? 'centre' : 'office', at };
}

interface Going {
  readonly rows: readonly OutgoingRow[];
  readonly at: Date;
}

async function forCentre(wanted: Wanted, world: World): Promise<Going> {
  const { interest, institution } = wanted;
  const within = { institution: institution.id, urgent: true };
  const held = await heldBack(within, world, interest.at);
  // In a leave without an end nobody there would ever be told.
  if (held && !held.until) return { rows: [], at: interest.at };
  const card = waitingInterest(wanted, 'Mohon dihubungi bila sempat.');
  const contacts = await contactsOf(institution.id, world);
  const rows = contacts.map(({ person, chat }) => ({
    ...{ key: interestRow(interest.id, person.id), kind: 'interest', because: 'ada peminat' },
    ...{ chat, person: person.id, at: interest.at, about: aboutInterest(interest.telegramId) },
    ...{ within, act: { do: 'say', card } },
  })) satisfies readonly OutgoingRow[];
  return { rows, at: held?.until ?? interest.at };
}

async function forOffice(wanted: Wanted, world: World): Promise<Going> {
  const { interest, institution } = wanted;
  const [officers, at] = await Promise.all([
    staffFor(institution, 'officer', world),
    officeMoment(world, interest.at),
  ]);
  const hint = 'Pengelolanya belum dapat dihubungi lewat bot, mohon diteruskan.';
  const card: Card = waitingInterest(wanted, hint);
  const message = {
    // Each row is under the key of its reader, as `interestRow` writes it.
    ...({ kind: 'interest', key: `interest:${interest.id}`, because: 'ada peminat' } as const),
    ...{ about: aboutInterest(interest.telegramId), card },
  };
  return { rows: await toStaff(officers, message, world, interest.at), at };
}
