import { type Person, greeting } from '../domain/person';

const mostNamed = 4;

/** Whom to call at an institution, in one line for officers; several such lines fit into a message. */
export function contactWords(people: readonly Person[]): string {
  const more = people.length - mostNamed;
  const named = [
    ...people.slice(0, mostNamed).map(words),
    ...(more > 0 ? [`${more} lainnya`] : []),
  ];
  return `Kontak: ${named.length === 0 ? 'belum ada' : named.join('; ')}`;
}

const words = (person: Person) =>
  `${greeting(person)}, ${person.phone ?? 'nomor telepon belum ada'}`;
