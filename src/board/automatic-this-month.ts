import { addMonths, dayAt, firstOfMonth, startOfDay } from '../domain/day';
import type { Institution } from '../domain/institution';
import type { World } from '../ports';
import type { Contact } from './contacts-of';

/** How many messages this person got or will get in the calendar month of `now` without having asked. */
export function automaticThisMonth(
  { person }: Pick<Contact, 'person'>,
  { zone }: Pick<Institution, 'zone'>,
  world: World,
  now: Date,
): Promise<number> {
  const first = firstOfMonth(dayAt(now, zone));
  return world.sent.automatic(
    person.id,
    startOfDay(first, zone),
    startOfDay(addMonths(first, 1), zone),
  );
}
