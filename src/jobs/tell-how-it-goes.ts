import { tellStanding } from '../board/edition-news';
import { tallyOf } from '../board/edition-result';
import { type Edition, isOver } from '../domain/edition';
import type { World } from '../ports';

/** An author sees a sending go on at most this often. */
export const tellEveryMs = 4_000;

/** What became of a message of unknown fate may be found out when all others have arrived. */
const afterwardsMs = 15 * 60_000;

/**
 * Shows the authors of announcements that are being sent how far they are, and once how they ended.
 *
 * Nothing is remembered but when it was last told; several processes that look at once tell it once.
 */
export async function tellHowItGoes(world: World): Promise<void> {
  const since = new Date(world.clock.now().getTime() - afterwardsMs);
  for (const edition of await world.editions.running(since)) await look(edition, world);
}

async function look(edition: Edition, world: World): Promise<void> {
  const now = world.clock.now();
  const announcement = await world.announcements.one(edition.announcement);
  if (!announcement) return;
  const tally = await tallyOf(edition, world);
  const going = { announcement, edition, tally };
  if (isOver(tally)) {
    // The last word first: who dies in between says it again under the same key.
    await tellStanding(going, world);
    await world.editions.finish(edition.id, edition.round, now);
  } else if (await world.editions.mayTell(edition.id, now, tellEveryMs))
    await tellStanding(going, world);
}
