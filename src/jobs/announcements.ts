import { excerpt } from '../board/announcement-words';
import { announcers } from '../board/audience';
import { sendEdition } from '../board/send-edition';
import { tellBegun } from '../board/edition-news';
import {
  type Announcement,
  nextSending,
  sendingAt,
  slotOf,
  textOf,
  usefulHours,
} from '../domain/announcement';
import { editionId } from '../domain/edition';
import type { Person } from '../domain/person';
import { rolesOf } from '../domain/rights';
import { html, lines } from '../html';
import type { World } from '../ports';
import { gone } from './each-institution';
import type { Job, Look, Looked } from './job';

/** Sends what was announced for this moment, and completes what a process that died had begun. */
export const announcements: Job = {
  name: 'announcements',
  about: 'mengirim pengumuman yang dijadwalkan',
  scopes: (world) => world.announcements.planned(),
  async next(scope, world, now) {
    const announcement = await world.announcements.one(scope);
    return (
      announcement && ((await leftOver(announcement, world, now)) ?? slotFrom(announcement, now))
    );
  },
  run,
};

async function run(look: Look): Promise<Looked> {
  const { scope, slot, now, world } = look;
  const announcement = await world.announcements.one(scope);
  if (announcement?.state !== 'planned') return gone;
  const n = sendingAt(announcement, slot);
  const next = followingSlot(announcement, slot);
  if (n === undefined) return { did: 'not a moment of it', next };
  const author = await world.people.byId(announcement.by);
  if (!author || !mayAnnounce(author)) {
    await world.announcements.end(scope, 'stopped', 'pembuatnya tidak lagi bertugas');
    return gone;
  }
  const isBegun = (await world.editions.one(editionId(scope, n))) !== undefined;
  if (!isBegun && now.getTime() - slot.getTime() > usefulHours * hourMs) {
    await tellMissed(announcement, author, look);
    return { did: 'too late to be of use', next };
  }
  const edition = await sendEdition({ announcement, author, n, slot }, world, now);
  await tellBegun(announcement, edition, world);
  return { did: `${edition.recipients.length} recipients`, next };
}

const hourMs = 3_600_000;

const mayAnnounce = (author: Person): boolean =>
  announcers.some((role) => rolesOf(author, false).has(role));

/** The last moment before `now`, if what was to go out then was not even begun and is still of use. */
async function leftOver(
  announcement: Announcement,
  world: World,
  now: Date,
): Promise<Date | undefined> {
  const n = nextSending(announcement, new Date(now.getTime() - usefulHours * hourMs));
  const slot = n === undefined ? undefined : slotOf(announcement, n);
  if (n === undefined || !slot || slot >= now) return undefined;
  const begun = await world.editions.one(editionId(announcement.id, n));
  return begun ? undefined : slot;
}

/** The moment after this one; a repetition that was missed for long goes on with its next time. */
const followingSlot = (announcement: Announcement, slot: Date): Date | undefined =>
  slotFrom(announcement, new Date(slot.getTime() + 1));

function slotFrom(announcement: Announcement, from: Date): Date | undefined {
  const n = nextSending(announcement, from);
  return n === undefined ? undefined : slotOf(announcement, n);
}

async function tellMissed(
  announcement: Announcement,
  { id, telegramId }: Person,
  { slot, now, world }: Look,
): Promise<void> {
  if (telegramId === undefined) return;
  await world.outbox.put([
    {
      key: `announcement:${announcement.id}:missed:${slot.toISOString()}`,
      kind: 'task',
      because: 'pengumuman terlewat',
      chat: telegramId,
      person: id,
      act: {
        do: 'say',
        card: {
          text: lines(
            html`Mohon maaf, pengumuman “${excerpt(textOf(announcement))}” belum terkirim: bot sedang
            tidak berjalan pada waktunya.`,
            'Bila masih perlu, silakan kirim lagi sebagai pengumuman baru.',
          ),
          buttons: [[{ label: 'Buka pengumuman', data: `umumkan:${announcement.id}` }]],
        },
      },
      at: now,
      within: 'office',
    },
  ]);
}
