import { tellStanding } from '../board/edition-news';
import { tallyOf } from '../board/edition-result';
import { type Edition, isOver } from '../domain/edition';
import type { World } from '../ports';

/** An author sees a sending go on at most this often. */
export const tellEveryMs = 4_000;

/**
 * Shows the authors of announcements that are being sent how far they are, and once how they ended.
 *
 * Nothing is remembered but when it was last told; several processes that look at once tell it once.
 */
export async function tellHowItGoes(world: World): Promise<void> {
  for (const edition of await world.editions.running()) await look(edition, world);
}

async function look(edition: Edition, world: World): Promise<void> {
  const now = world.clock.now();
  const announcement = await world.announcements.one(edition.announcement);
  if (!announcement) return;
  if (isOver(await tallyOf(edition, world))) {
    // The last word first: who dies in between says it again under the same key.
    await tellStanding(announcement, edition, world);
    await world.editions.finish(edition.id, edition.round, now);
  } else if (await world.editions.mayTell(edition.id, now, tellEveryMs))
    await tellStanding(announcement, edition, world);
}
