import { mayHandle, maySee, officeReach } from '../src/board/audience';
import type { Announcement } from '../src/domain/announcement';
import type { Edition, Recipient } from '../src/domain/edition';
import type { Institution } from '../src/domain/institution';
import { type Reach, reaches } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';
import type { Group } from '../src/ports/groups';

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
  const recipients = await ownAmong(edition.recipients, officeReach(visitor.person), world);
  return { ...inView, edition: { ...edition, recipients } };
}

/** Those of the institutions in reach, archived ones too, and the groups that hear of any that is looked after. */
async function ownAmong(
  recipients: readonly Recipient[],
  reach: Reach,
  world: World,
): Promise<readonly Recipient[]> {
  const [everyOne, groups] = await Promise.all([world.institutions.everyOne(), world.groups.all()]);
  const own = everyOne.filter((one) => one.mergedInto === undefined && reaches(reach, one));
  const ids = new Set(own.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
  const active = own.filter(({ archivedAt }) => archivedAt === undefined);
  const heard = new Set(
    groups.filter((group) => active.some((one) => hearsOf(group, one))).map(({ chat }) => chat),
  );
  return recipients.filter(({ chat, person, institution = '' }) =>
    person === undefined ? heard.has(chat) : ids.has(institution),
  );
}

function hearsOf({ institutions = [], regencies = [] }: Group, one: Institution): boolean {
  if (institutions !== 'all') return institutions.includes(one.id);
  return regencies === 'all' || regencies.includes(one.regency);
}

/** What is said of an announcement that is not there, or not for this visitor. */
export const announcementNotFound =
  'Mohon maaf, pengumuman itu tidak ditemukan. Daftarnya ada di /umumkan.';
