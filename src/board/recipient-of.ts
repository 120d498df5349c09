import type { World } from '../ports';
import { type Contact, contactsOf } from './contacts-of';

/** Who of an institution is written to: the person it is about, else its manager, else a deputy. */
export async function recipientOf(
  institution: string,
  about: string,
  world: World,
): Promise<Contact | undefined> {
  const contacts = await contactsOf(institution, world);
  return contacts.find(({ person }) => person.id === about) ?? contacts[0];
}
