import { type CastGroup, type CastMember, castGroups, castMembers } from './cast';
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

/** Lets the bot be in the groups of the playground, linked to whom they are for, once. */
export async function seedGroups(
  { groups, clock }: Pick<World, 'groups' | 'clock'>,
  members: readonly CastGroup[] = castGroups,
): Promise<void> {
  for (const { id, title, botIsMember, linked } of members) {
    if (!botIsMember || (await groups.of(id))) continue;
    const at = clock.now();
    await groups.met(id, title, at);
    if (linked === 'all') await groups.link(id, { institutions: 'all', regencies: 'all' }, { at });
    else if (linked) await groups.link(id, { institutions: linked }, { at });
  }
}
