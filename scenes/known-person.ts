import type { Person } from '../src/domain/person';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';

/** Finds whoever talks, if they have agreed to be known. */
export const preparePerson = (_world: World, { person }: Visitor): Promise<Reading<Person>> =>
  Promise.resolve(
    person?.consent
      ? understood(person)
      : unclear(
          'Mohon maaf, data Anda belum ada pada kami. Silakan bergabung lewat tautan undangan dari dinas.',
        ),
  );
