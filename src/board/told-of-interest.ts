import { type Interest, aboutInterest, interestRow } from '../domain/interest';
import { plain } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Card } from '../talk';

/** What is shown in place of a message about an interest, and the word that makes its key. */
interface Replacement {
  readonly card: Card;
  readonly as: string;
  readonly because: string;
  /** Whoever sees it already. */
  readonly except?: string;
}

/** Shows everybody who was told of an interest something else in that message; a repeat changes nothing. */
export async function showToTold(
  { id, telegramId }: Interest,
  { card, as, because, except }: Replacement,
  world: World,
): Promise<void> {
  const rows = await world.sent.about(aboutInterest(telegramId));
  const told = rows.filter(
    ({ key, state, person = '' }) =>
      state === 'sent' && person !== except && key === interestRow(id, person),
  );
  const at = world.clock.now();
  await world.outbox.put(
    told.map(({ key, chat }): OutgoingRow => {
      const act = { do: 'edit', of: { row: key }, card, only: true } as const;
      return { key: `${key}:${as}`, kind: 'interest', chat, at, because, act };
    }),
  );
}

/** Takes name and number of somebody off the screens of those who were told, and says why. */
export const hideInterest = (interest: Interest, why: string, world: World): Promise<void> =>
  showToTold(
    interest,
    { card: { text: plain(why) }, as: 'hidden', because: 'data peminat dihapus' },
    world,
  );
