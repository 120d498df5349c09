import { cast } from '../../src/cast';
import type { BotAtHome } from './bot-at-home';

/** Makes Fauzi an officer of a regency in which no centre of the cast lies. */
export async function anOfficerElsewhere({ world }: BotAtHome): Promise<void> {
  const at = world.clock.now();
  const { id } = await world.people.meet(cast.fauzi.id, 'FAUZI', 'Fauzi');
  await world.people.join(id, {
    name: 'Fauzi',
    address: 'Bapak',
    grant: { role: 'officer', regencies: ['Kabupaten Berau'], since: at },
    origin: 'test',
    consent: { version: 1, at },
  });
}
