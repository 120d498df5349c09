import { shownAnnouncement } from '../src/board/announcement-cards';
import { timeWords } from '../src/board/announcement-words';
import { newsCard, tellBegun } from '../src/board/edition-news';
import { sendEdition } from '../src/board/send-edition';
import type { Announcement } from '../src/domain/announcement';
import { isOver } from '../src/domain/edition';
import type { Person } from '../src/domain/person';
import { type Html, bold, html, italic, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Flash, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { announcementCard } from './announcement-card';
import { preview } from './draft-card';

/** What a button under an announcement does: `k`, `c`, `h` with a draft, `l` looks, `x` and `y` stop. */
export async function doDraft(
  does: string,
  announcement: Announcement,
  world: World,
  visitor: Visitor,
): Promise<Card | Flash> {
  switch (does) {
    case 'k':
      return confirm(announcement, world, visitor);
    case 'c':
      return tryOut(announcement, world, visitor);
    case 'h':
      return drop(announcement, world);
    case 'l':
      return look(announcement);
    case 'x':
      return askToStop(announcement);
    case 'y':
      return stop(announcement, world, visitor);
    default:
      return ownCard(announcement, world);
  }
}

/** The announcement, for those whose it is to change. */
const ownCard = (announcement: Announcement, world: World, first?: Html): Promise<Card> =>
  announcementCard({ announcement, isTheirs: true }, world, first && { first });

/**
 * Plans a draft, or sends it at once; a second tap finds it done.
 *
 * The appointment comes first: whoever dies in between has it made good by the job of that moment.
 */
async function confirm(
  announcement: Announcement,
  world: World,
  visitor: Visitor,
): Promise<Card | Flash> {
  const { id, state } = announcement;
  const { person: author, now } = visitor;
  if (!author || announcement.by !== author.id)
    return { toast: 'Mohon maaf, hanya pembuatnya yang dapat mengirim pengumuman ini.' };
  if (state !== 'draft') return ownCard(announcement, world);
  const firstAt = announcement.firstAt ?? now;
  if (firstAt < now) return { toast: 'Waktu itu sudah lewat. Silakan ketuk Ubah dulu.' };
  await world.appointments.hurry('announcements', id, firstAt);
  if (!(await world.announcements.plan(id, firstAt))) return overtaken(id, world);
  await world.audit.note({
    ...{ id: `announced:${id}`, who: author.id, did: 'announced', what: id, at: now },
  });
  const planned: Announcement = { ...announcement, state: 'planned', firstAt };
  if (announcement.firstAt) return ownCard(planned, world, plain('Baik, sudah kami jadwalkan. ✅'));
  return sendNow(planned, author, world, now);
}

/** Somebody, or another of one's own devices, was faster. */
async function overtaken(id: string, world: World): Promise<Card> {
  const now = await world.announcements.one(id);
  return now ? ownCard(now, world) : { text: plain('Pengumuman ini sudah tidak ada.') };
}

async function sendNow(
  announcement: Announcement,
  author: Person,
  world: World,
  now: Date,
): Promise<Card> {
  const slot = announcement.firstAt ?? now;
  const edition = await sendEdition({ announcement, author, n: 0, slot }, world, now);
  await tellBegun(announcement, edition, world);
  const waiting = edition.recipients.length;
  const tally = { ...nothingSent, waiting };
  return isOver(tally)
    ? newsCard(announcement, edition, tally)
    : {
        text: lines(
          bold('Baik, pengumuman mulai dikirim.'),
          `Penerima: ${waiting} chat. Perkembangannya kami kabarkan di bawah ini.`,
        ),
        buttons: [],
      };
}

const nothingSent = { sent: 0, failed: 0, unknown: 0, asked: 0, cancelled: 0 };

/** Sends it to its author alone, by the way that all will get it; every try is a message of its own. */
async function tryOut(
  announcement: Announcement,
  world: World,
  { telegramId: chat, now }: Visitor,
): Promise<Flash> {
  const { album, card } = shownAnnouncement(announcement, { id: 'contoh' });
  const key = `announcement:try:${announcement.id}:${now.getTime()}`;
  const row = { chat, kind: 'answer' as const, at: now };
  await world.outbox.put([
    ...(album
      ? [{ ...row, key: `${key}:album`, act: { do: 'photos' as const, photos: album } }]
      : []),
    { ...row, key, act: { do: 'say', card } },
  ]);
  return { toast: 'Kiriman uji sudah dikirim ke chat ini.' };
}

async function drop(announcement: Announcement, world: World): Promise<Card> {
  await world.announcements.end(announcement.id, 'dropped');
  const now = await world.announcements.one(announcement.id);
  return {
    text: plain(
      now?.state === 'dropped'
        ? 'Baik, pengumuman ini tidak dikirim.'
        : 'Pengumuman ini sudah dikirim atau dijadwalkan. Silakan buka lewat /umumkan.',
    ),
    buttons: [[{ label: 'Pengumuman', data: opens('umumkan') }]],
  };
}

function look(announcement: Announcement): Card {
  return {
    text: html`${bold('Contoh pengumuman')} · ${timeWords(announcement)}`,
    ...preview(announcement),
    buttons: [[{ label: 'Kembali', data: opens('umumkan', announcement.id) }]],
  };
}

const askToStop = ({ id }: Announcement): Card => ({
  text: lines(
    bold('Batalkan jadwal pengumuman ini?'),
    'Yang sudah terkirim tetap ada; yang belum terkirim tidak dikirim lagi.',
  ),
  buttons: [
    [{ label: 'Ya, batalkan', data: opens('umumkan', `${id}.y`) }],
    [{ label: 'Tidak jadi', data: opens('umumkan', id) }],
  ],
});

async function stop(announcement: Announcement, world: World, visitor: Visitor): Promise<Card> {
  const { id } = announcement;
  await world.announcements.end(id, 'stopped');
  await world.audit.note({
    id: `announced:${id}:stopped`,
    who: visitor.person?.id ?? '',
    did: 'announced',
    what: `${id}, stopped`,
    at: visitor.now,
  });
  const stopped: Announcement = { ...announcement, state: 'stopped' };
  return ownCard(stopped, world, italic('Jadwalnya sudah dibatalkan.'));
}
