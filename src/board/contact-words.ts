import type { Institution } from '../domain/institution';
import { type Person, greeting } from '../domain/person';

const mostNamed = 4;

/**
 * Whom to call at an institution, in one line for officers; several such lines fit into a message.
 *
 * The number of the centre itself comes last: it is all there is where nobody has joined.
 */
export function contactWords(
  people: readonly Person[],
  { phone }: Pick<Institution, 'phone'>,
): string {
  const more = people.length - mostNamed;
  const named = [
    ...people.slice(0, mostNamed).map(words),
    ...(more > 0 ? [`${more} lainnya`] : []),
    ...(phone === undefined ? [] : [`telepon BLK ${phone}`]),
  ];
  return `Kontak: ${named.length === 0 ? 'belum ada' : named.join('; ')}`;
}

const words = (person: Person) =>
  `${greeting(person)}, ${person.phone ?? 'nomor telepon belum ada'}`;
