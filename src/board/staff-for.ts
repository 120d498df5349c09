import type { Institution } from '../domain/institution';
import type { Person } from '../domain/person';
import { reachOf, reaches } from '../domain/rights';
import type { World } from '../ports';

/** The officers, or the heads, within whose scope an institution lies and who can be written to. */
export async function staffFor(
  institution: Pick<Institution, 'id' | 'regency'>,
  role: 'officer' | 'head',
  world: World,
): Promise<readonly Person[]> {
  const staff = await world.people.staff();
  const inScope = staff.filter(
    (person) =>
      person.consent !== undefined &&
      person.grants.some((grant) => grant.role === role) &&
      reaches({ ...reachOf(person, false), institutions: [] }, institution),
  );
  const reached = await world.contacts.of(inScope.flatMap(({ telegramId }) => telegramId ?? []));
  return inScope.filter(
    ({ telegramId }) =>
      telegramId !== undefined && (reached.get(telegramId)?.state ?? 'ok') === 'ok',
  );
}
