import { type Person, greeting } from '../domain/person';

/** Whom to call at an institution, in one line for officers. */
export const contactWords = (people: readonly Person[]): string =>
  `Kontak: ${people.length === 0 ? 'belum ada' : people.map(named).join('; ')}`;

const named = (person: Person) =>
  `${greeting(person)}, ${person.phone ?? 'nomor telepon belum ada'}`;
