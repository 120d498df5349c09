import { rolesOf } from '../src/domain/rights';
import { lines } from '../src/html';
import type { Html } from '../src/html';
import type { World } from '../src/ports';

/** Tells somebody that their rights changed, and gives their chat the menu that goes with them. */
export async function tellOfRights(
  personId: string,
  { key, words }: { readonly key: string; readonly words: Html },
  world: World,
  at: Date,
): Promise<void> {
  const person = await world.people.byId(personId);
  if (person?.telegramId === undefined) return;
  const row = { chat: person.telegramId, person: person.id, kind: 'answer', at } as const;
  const text = lines(
    words,
    'Bila ada yang keliru, silakan hubungi dinas. Ketik /bantuan untuk melihat pilihan.',
  );
  const commands = world.menu(rolesOf(person, false));
  await world.outbox.put([
    { ...row, key: `rights:${key}:say`, act: { do: 'say', card: { text } } },
    { ...row, key: `rights:${key}:menu`, act: { do: 'menu', commands } },
  ]);
}
