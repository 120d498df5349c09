import { dayAt } from '../domain/day';
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
  const person = await world.people.byTelegram(from.id);
  return {
    telegramId: from.id,
    telegramName: from.name,
    ...(person ? { person } : {}),
    roles: rolesOf(person, isAdmin),
    reach: reachOf(person, isAdmin),
    zone: world.zone,
    now,
    today: dayAt(now, world.zone),
  };
}
