import { type CastMember, castMembers } from './cast';
import { firstInstitutions } from './domain/first-institutions';
import { formId } from './domain/form-id';
import { noticeVersion } from './domain/notice';
import type { World } from './ports';

type Seeded = Pick<World, 'institutions' | 'people' | 'clock' | 'chance'>;

/** Puts the first three institutions in their place; those that are there stay as they are. */
export const seedInstitutions = ({ institutions, clock }: Seeded): Promise<void> =>
  institutions.found(firstInstitutions.map((one) => ({ ...one, registeredAt: clock.now() })));

/** Gives the people of the playground their roles, once. */
export async function seedCast(
  { people, clock, chance }: Seeded,
  members: readonly CastMember[] = castMembers,
): Promise<void> {
  for (const { id, firstName, role, address = 'Bapak/Ibu' } of members) {
    if (!role) continue;
    const now = clock.now();
    const { id: person } = await people.meet(id, formId(chance.bytes(8)), firstName);
    await people.join(person, {
      name: firstName,
      address,
      grant: { ...role, since: now },
      origin: 'playground',
      consent: { version: noticeVersion, at: now },
    });
  }
}
