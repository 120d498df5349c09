import { mayHandle, maySee, officeReach } from '../src/board/audience';
import { institutionsOfGroup } from '../src/board/institutions-of-group';
import type { Announcement } from '../src/domain/announcement';
import type { Edition, Recipient } from '../src/domain/edition';
import type { Reach } from '../src/domain/rights';
import { reaches } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';

/** What a visitor may see of an announcement; `isTheirs` when they may also change and stop it. */
export interface InView {
  readonly announcement: Announcement;
  readonly isTheirs: boolean;
}

/** An announcement that this visitor may see; undefined when there is none. */
export async function announcementInView(
  id: string,
  world: World,
  { person }: Visitor,
): Promise<InView | undefined> {
  const announcement = await world.announcements.one(id);
  return announcement && maySee(person, announcement)
    ? { announcement, isTheirs: mayHandle(person, announcement) }
    : undefined;
}

/** An announcement that this visitor may also change and stop; undefined when there is none. */
export async function announcementInReach(
  id: string,
  world: World,
  visitor: Visitor,
): Promise<Announcement | undefined> {
  const inView = await announcementInView(id, world, visitor);
  return inView?.isTheirs ? inView.announcement : undefined;
}

/** A sending that this visitor may see, with what is announced; of one that is not theirs, their own recipients. */
export async function editionInView(
  id: string,
  world: World,
  visitor: Visitor,
): Promise<(InView & { readonly edition: Edition }) | undefined> {
  const edition = await world.editions.one(id);
  const inView = edition && (await announcementInView(edition.announcement, world, visitor));
  if (!inView) return undefined;
  if (inView.isTheirs) return { ...inView, edition };
  const reach = officeReach(visitor.person);
  const own = await Promise.all(edition.recipients.map((one) => isIn(reach, one, world)));
  return {
    ...inView,
    edition: { ...edition, recipients: edition.recipients.filter((_, n) => own[n]) },
  };
}

async function isIn(
  reach: Reach,
  { chat, person, institution }: Recipient,
  world: World,
): Promise<boolean> {
  if (person !== undefined)
    return (
      institution !== undefined && (await world.institutions.one(institution, reach)) !== undefined
    );
  const group = await world.groups.of(chat);
  const linked = group ? await institutionsOfGroup(group, world) : [];
  return linked.some((one) => reaches(reach, one));
}

/** What is said of an announcement that is not there, or not for this visitor. */
export const announcementNotFound =
  'Mohon maaf, pengumuman itu tidak ditemukan. Daftarnya ada di /umumkan.';
