import { mayHandle } from '../src/board/audience';
import type { Announcement } from '../src/domain/announcement';
import type { Edition } from '../src/domain/edition';
import type { Visitor, World } from '../src/ports';

/** An announcement that this visitor may see and stop; undefined when there is none. */
export async function announcementInReach(
  id: string,
  world: World,
  { person }: Visitor,
): Promise<Announcement | undefined> {
  const announcement = await world.announcements.one(id);
  return announcement && mayHandle(person, announcement) ? announcement : undefined;
}

/** A sending that this visitor may see and stop, with what is announced. */
export async function editionInReach(
  id: string,
  world: World,
  visitor: Visitor,
): Promise<{ readonly edition: Edition; readonly announcement: Announcement } | undefined> {
  const edition = await world.editions.one(id);
  const announcement = edition && (await announcementInReach(edition.announcement, world, visitor));
  return announcement && { edition, announcement };
}

/** What is said of an announcement that is not there, or not for this visitor. */
export const announcementNotFound =
  'Mohon maaf, pengumuman itu tidak ditemukan. Daftarnya ada di /umumkan.';
