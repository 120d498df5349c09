import type { MessageKind } from '../domain/message-kind';
import type { Person } from '../domain/person';
import type { OutgoingRow, World } from '../ports';
import type { Card } from '../talk';
import { officeMoment } from './office-moment';

/** A message to officers or heads. */
export interface ToStaff {
  readonly kind: MessageKind;
  /** Each person gets it once under this key. */
  readonly key: string;
  /** Why it is sent, in a few words. */
  readonly because: string;
  readonly card: Card | ((person: Person) => Card);
  /** The subject under which it can be cancelled. */
  readonly about?: string;
}

/** The rows that bring a message to these people, in the hours of the office. */
export async function toStaff(
  people: readonly Person[],
  { kind, key, because, card, about }: ToStaff,
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const notBefore = await officeMoment(world, now);
  return people.flatMap((person) => {
    if (person.telegramId === undefined) return [];
    const shown = typeof card === 'function' ? card(person) : card;
    return {
      key: `${key}:${person.id}`,
      kind,
      because,
      chat: person.telegramId,
      person: person.id,
      act: { do: 'say', card: shown },
      at: now,
      notBefore,
      within: 'office',
      ...(about !== undefined && { about }),
    };
  });
}
