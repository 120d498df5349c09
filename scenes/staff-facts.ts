import { type Grant, type Person, roleName } from '../src/domain/person';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import { regencyWords } from './regencies-step';

/** A grant of somebody of the office. */
export type StaffGrant = Extract<Grant, { readonly role: 'officer' | 'head' }>;

/** Somebody of the office, in one of their roles. */
export interface StaffFacts {
  readonly person: Person;
  readonly grant: StaffGrant;
}

/** The roles somebody has in the office. */
export const staffGrants = ({ grants }: Person): readonly StaffGrant[] =>
  grants.filter((grant): grant is StaffGrant => grant.role === 'officer' || grant.role === 'head');

/** Finds whom a button `role.person` names; the roles may have changed since it was shown. */
export async function staffNamed(
  world: World,
  _visitor: Visitor,
  ask: string,
): Promise<Reading<StaffFacts>> {
  const [, role, id] = /^(officer|head)\.(.+)$/su.exec(ask) ?? [];
  const person = id === undefined ? undefined : await world.people.byId(id);
  const grant = person && staffGrants(person).find((one) => one.role === role);
  return person && grant
    ? understood({ person, grant })
    : unclear('Mohon maaf, peran itu sudah tidak ada. Silakan buka /petugas lagi.');
}

/** What a button says that names somebody in a role. */
export const staffAsk = ({ person, grant }: StaffFacts): string => `${grant.role}.${person.id}`;

/** A role with what it reaches, in words. */
export const grantWords = ({ role, regencies }: StaffGrant): string =>
  `${roleName(role)} · ${regencyWords(regencies)}`;
