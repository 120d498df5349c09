import type { Institution } from '../domain/institution';
import { greeting } from '../domain/person';
import type { Html } from '../html';
import type { Visitor, World } from '../ports';
import type { Button } from '../talk';
import { contactsOf } from './contacts-of';
import { contactWords } from './contact-words';

/** What an officer entered for an institution. */
export interface Entered {
  /** Makes a repeat harmless. */
  readonly key: string;
  readonly words: (officer: string) => Html;
  readonly button?: Button;
}

/**
 * Tells the manager what an officer entered for their institution, at once: they were just on the telephone.
 *
 * Returns what the officer is to know of it: who was told, or whom to tell by other ways.
 */
export async function tellOnBehalf(
  { key, words, button }: Entered,
  institution: Institution,
  world: World,
  { now, person }: Visitor,
): Promise<string> {
  const [contact] = await contactsOf(institution.id, world);
  if (!contact) {
    const people = await world.people.of(institution.id);
    return `Pengelolanya belum dapat dihubungi lewat bot, mohon disampaikan langsung. ${contactWords(people, institution)}`;
  }
  const text = words(person ? `${greeting(person)} dari dinas` : 'Petugas dinas');
  await world.outbox.put([
    {
      key,
      kind: 'answer',
      because: 'dicatat petugas atas nama BLK',
      chat: contact.chat,
      person: contact.person.id,
      act: { do: 'say', card: { text, ...(button && { buttons: [[button]] }) } },
      at: now,
    },
  ]);
  return `${greeting(contact.person)} sudah kami beri tahu.`;
}
