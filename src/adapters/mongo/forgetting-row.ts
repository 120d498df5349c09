import type { BorneName, Forgetting } from '../../domain/forgetting';
import type { Person } from '../../domain/person';

/** A forgetting as it is kept; once it is done, only its id and its moments are left. */
export type ForgettingRow = Omit<Forgetting, 'id'> & {
  readonly _id: string;
  readonly doneAt?: Date;
};

/** Whether there is something left to do. */
export const isOpen = ({ doneAt, telegramId }: Partial<ForgettingRow>): boolean =>
  !doneAt && telegramId !== undefined;

type PersonRow = Omit<Person, 'id'> & {
  readonly _id: string;
  readonly names?: readonly BorneName[];
};

/** What has to be known of a person in order to find their traces when their row is gone. */
export const forgettingOf = (
  { id, telegramId, at }: Pick<Forgetting, 'id' | 'telegramId' | 'at'>,
  person: PersonRow | null,
  /** The numbers they gave when they would have liked to take part. */
  given: readonly string[],
): ForgettingRow => ({
  ...{ _id: id, telegramId, at },
  names: person ? [...namesOf(person, at), ...usernamesOf(person)] : [],
  grants: person?.grants ?? [],
  ...(person && { person: person._id }),
  ...(person?.phone !== undefined && { phone: person.phone }),
  phones: [...given, ...(person?.publicContacts ?? []).flatMap(({ phone }) => phone ?? [])],
});

/** The first name holds since ever: others may have written of somebody before they joined. */
function namesOf({ name, names = [], consent }: PersonRow, at: Date): readonly BorneName[] {
  const [first, ...later] = names;
  if (first) return [{ name: first.name }, ...later];
  // Who never joined was never introduced to anybody by this name.
  return consent ? [{ name }] : [{ name, since: at }];
}

/** The names on Telegram by which the public could write to them. */
const usernamesOf = ({ publicContacts = [] }: PersonRow): readonly BorneName[] =>
  publicContacts.flatMap(({ username, at }) =>
    username === undefined ? [] : [{ name: `@${username}`, since: at }],
  );
