import { cast } from '../../src/cast';
import type { BotAtHome } from './bot-at-home';

/** Makes Fauzi an officer of a regency in which no centre of the cast lies. */
export const anOfficerElsewhere = (home: BotAtHome): Promise<void> =>
  anOfficerOf(home, 'Kabupaten Berau', cast.fauzi);

/** Makes somebody without a role an officer of one regency. */
export async function anOfficerOf(
  { world }: BotAtHome,
  regency: string,
  member: { readonly id: number; readonly firstName: string },
): Promise<void> {
  const at = world.clock.now();
  const name = member.firstName;
  const { id } = await world.people.meet(member.id, name.toUpperCase(), name);
  await world.people.join(id, {
    name,
    address: 'Bapak',
    grant: { role: 'officer', regencies: [regency], since: at },
    origin: 'test',
    consent: { version: 1, at },
  });
}
