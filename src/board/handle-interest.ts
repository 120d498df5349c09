import { aboutInterest } from '../domain/interest';
import type { Visitor, World } from '../ports';
import type { Card } from '../talk';
import { contactsOf } from './contacts-of';
import { type Wanted, handledInterest } from './interest-card';
import { nameOf } from './name-of';
import { interestRow } from './pass-interest';
import { staffFor } from './staff-for';

/** Whether an interest is not kept any more, or is not theirs to handle; else how it looks now. */
export type Handled =
  { readonly is: 'gone' | 'refused' } | { readonly is: 'shown'; readonly card: Card };

/** Notes that somebody called who is interested, once, and shows it to everybody who was told. */
export async function handleInterest(id: string, visitor: Visitor, world: World): Promise<Handled> {
  const by = visitor.person?.id;
  const found = await world.interests.one(id);
  if (!found) return { is: 'gone' };
  const institution = await world.institutions.one(found.institution, visitor.reach);
  if (!institution || by === undefined) return { is: 'refused' };
  const interest = await world.interests.handle(id, { by, at: visitor.now });
  if (!interest) return { is: 'gone' };
  const course = found.course === undefined ? undefined : await world.courses.one(found.course);
  const wanted = { interest, institution, ...(course && { course }) };
  const name = await nameOf(interest.handledBy ?? by, world, 'rekan Anda');
  const card = handledInterest(wanted, name);
  await showOthers(wanted, card, by, world);
  return { is: 'shown', card };
}

/** Brings the messages of the others up to date; who was not told has none. */
async function showOthers(
  { interest, institution }: Wanted,
  card: Card,
  by: string,
  world: World,
): Promise<void> {
  const [contacts, officers] = await Promise.all([
    contactsOf(institution.id, world),
    staffFor(institution, 'officer', world),
  ]);
  const told = [
    ...contacts.map(({ person, chat }) => ({ id: person.id, chat })),
    ...officers.flatMap(({ id, telegramId: chat }) => (chat === undefined ? [] : [{ id, chat }])),
  ].filter(({ id }) => id !== by);
  await world.outbox.put(
    told.map(({ id, chat }) => ({
      ...{ key: `${interestRow(interest.id, id)}:handled`, kind: 'interest' as const, chat },
      ...{ person: id, at: world.clock.now(), about: aboutInterest(interest.telegramId) },
      because: 'peminat sudah dihubungi',
      act: { do: 'edit', of: { row: interestRow(interest.id, id) }, card, only: true } as const,
    })),
  );
}
