import { dayAt } from '../domain/day';
import type { Person } from '../domain/person';
import { reachOf, rolesOf } from '../domain/rights';
import type { Visitor, World } from '../ports';
import type { Sender } from '../talk';

/** Looks up who is talking and what they may do at `now`; rights are never remembered from before. */
export async function visitorOf(
  world: World,
  from: Sender,
  isAdmin: boolean,
  now: Date,
): Promise<Visitor> {
  const person = await knownPerson(world, from);
  return {
    telegramId: from.id,
    telegramName: from.name,
    ...(from.username !== undefined && { telegramUsername: from.username }),
    ...(person ? { person } : {}),
    roles: rolesOf(person, isAdmin),
    reach: reachOf(person, isAdmin),
    zone: world.zone,
    now,
    today: dayAt(now, world.zone),
  };
}

/** A name on Telegram that was given up may be somebody else's by now, and must not stay in public. */
async function knownPerson(world: World, { id, username }: Sender): Promise<Person | undefined> {
  const person = await world.people.byTelegram(id);
  const isStale = person?.publicContacts?.some(
    (contact) => contact.by === 'telegram' && contact.username !== username,
  );
  if (!person || !isStale) return person;
  await world.people.calledOnTelegram(person.id, username);
  return world.people.byTelegram(id);
}
