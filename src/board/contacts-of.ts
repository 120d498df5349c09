import type { Person } from '../domain/person';
import type { World } from '../ports';

/** Somebody who can be written to. */
export interface Contact {
  readonly person: Person;
  readonly chat: number;
  readonly deputy: boolean;
}

/** Everybody of an institution who can be written to, managers before deputies. */
export async function contactsOf(institution: string, world: World): Promise<readonly Contact[]> {
  const people = await world.people.of(institution);
  const chats = people.flatMap(({ telegramId }) => telegramId ?? []);
  const reached = await world.contacts.of(chats);
  return people.flatMap((person) => {
    const { telegramId: chat, grants } = person;
    if (chat === undefined || !person.consent || (reached.get(chat)?.state ?? 'ok') !== 'ok')
      return [];
    const manages = grants.some(
      (grant) => grant.role === 'manager' && grant.institution === institution,
    );
    return [{ person, chat, deputy: !manages }];
  });
}
