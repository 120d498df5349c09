import type { Person } from '../../domain/person';
import type { Known } from '../../ports/traces';
import type { Store } from './connect';

type Row = Omit<Person, 'id'> & { readonly _id: string };

/** Everybody of whom a row is kept; chats and contacts of groups have negative ids. */
export async function everybody(store: Store): Promise<readonly Known[]> {
  const rows = await store.collection<Row>('people').find().sort({ name: 1, _id: 1 }).toArray();
  const people = rows.map(({ _id: id, ...rest }): Known => {
    const person: Person = { id, ...rest };
    return { person, ...(rest.telegramId !== undefined && { telegramId: rest.telegramId }) };
  });
  const known = new Set(people.flatMap(({ telegramId }) => telegramId ?? []));
  const strangers = [...(await privateChats(store))].filter((id) => !known.has(id));
  return [
    ...people,
    ...strangers.toSorted((one, other) => one - other).map((telegramId) => ({ telegramId })),
  ];
}

async function privateChats(store: Store): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const name of ['chats', 'contacts'])
    for await (const { _id } of store.collection<{ _id: number }>(name).find())
      if (_id > 0) found.add(_id);
  for await (const { telegramId } of store.collection<{ telegramId: number }>('interests').find())
    found.add(telegramId);
  return found;
}
