import { greeting } from '../domain/person';
import type { World } from '../ports';

/** How people speak of somebody; `otherwise` stands for who is not known any more. */
export async function nameOf(
  person: string,
  world: Pick<World, 'people'>,
  otherwise: string,
): Promise<string> {
  const known = await world.people.byId(person);
  return known ? greeting(known) : otherwise;
}
