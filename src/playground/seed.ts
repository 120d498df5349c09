import type { Cast, CastGroup, CastPerson } from './cast';
import type { Ground } from './ground';
import { present } from './omit';
import type { User } from './wire';

/**
 * Puts people and groups on the ground. Names and descriptions follow the cast; what happened to
 * them since (started, blocked, joined, kicked) stays.
 */
export function seed(ground: Ground, cast: Cast): void {
  for (const person of cast.people) seedPerson(ground, person);
  for (const group of cast.groups) seedGroup(ground, group);
  ground.changes.tell({ kind: 'people' });
}

function seedPerson(ground: Ground, person: CastPerson): void {
  const { about, section, phone, started = false, deactivated = false } = person;
  const before = ground.people.get(person.id);
  ground.people.set(person.id, {
    user: userOf(person),
    about,
    ...present({ section, phone }),
    started: before?.started === true || started,
    blocked: before?.blocked ?? false,
    deactivated: before?.deactivated ?? deactivated,
  });
}

function userOf({ id, firstName, lastName, username, languageCode = 'id' }: CastPerson): User {
  return {
    id,
    is_bot: false,
    first_name: firstName,
    ...present({ last_name: lastName, username }),
    language_code: languageCode,
  };
}

function seedGroup(ground: Ground, group: CastGroup): void {
  const before = ground.groups.get(group.id);
  const { id, title, about, members } = group;
  const rank = group.botIsAdmin === true ? 'administrator' : 'member';
  const fresh = { members, bot: group.botIsMember ? rank : 'left', muted: false } as const;
  ground.groups.set(id, { ...(before ?? fresh), id, title, about });
}
