import { excerpt } from '../src/board/announcement-words';
import { officeReach } from '../src/board/audience';
import { type Announcement, type AnnouncementEnd, textOf } from '../src/domain/announcement';
import { dayAt } from '../src/domain/day';
import { clockTime, shortDay } from '../src/domain/indonesian-dates';
import { isolated } from '../src/domain/isolated';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { turningRow } from './page-turning';

const perPage = 6;

/** What was announced and what is planned, the newest first, a page at a time. */
export async function announcementList(
  page: number,
  world: World,
  { person, now }: Visitor,
): Promise<Card> {
  const seer = { by: person?.id ?? '', regencies: officeReach(person).regencies };
  const { announcements, total } = await world.announcements.page(seer, {
    skip: page * perPage,
    limit: perPage,
  });
  return {
    text: lines(
      bold('Pengumuman'),
      total === 0
        ? 'Belum ada pengumuman dari Anda atau untuk wilayah tugas Anda. Pengumuman dapat dikirim ke grup dan pengelola, sekarang atau dijadwalkan.'
        : `Ada ${total} pengumuman. Silakan ketuk salah satu, atau buat yang baru.`,
      ...announcements.map((one, n) => line(one, page * perPage + n + 1, now)),
    ),
    buttons: [
      [{ label: '➕ Buat pengumuman', data: opens('umumkanbaru') }],
      ...announcements.map((one, n) => [open(one, page * perPage + n + 1)]),
      ...turningRow(page, Math.ceil(total / perPage), (to) => opens('umumkan', `h${to}`)),
    ],
  };
}

const line = (announcement: Announcement, number: number, now: Date): Html =>
  html`${number}. “${excerpt(textOf(announcement))}” · ${stateWords(announcement, now)}`;

const endWords: Readonly<Record<AnnouncementEnd, string>> = {
  stopped: 'dihentikan',
  withdrawn: 'ditarik kembali',
  dropped: 'tidak jadi dikirim',
};

/** Where an announcement stands, in a few words. */
export function stateWords(announcement: Announcement, now: Date): string {
  const { state, repeat, firstAt, madeAt, zone } = announcement;
  if (state === 'draft') return `belum dikirim (dibuat ${shortDay(dayAt(madeAt, zone))})`;
  if (state !== 'planned') return endWords[state];
  if (repeat !== 'once')
    return repeat === 'weekly' ? 'berulang setiap minggu' : 'berulang setiap bulan';
  if (!firstAt) return 'dikirim';
  const day = shortDay(dayAt(firstAt, zone));
  return firstAt > now ? `dijadwalkan ${day}, ${clockTime(firstAt, zone)}` : `dikirim ${day}`;
}

const open = (announcement: Announcement, number: number): Button => ({
  label: `${number}. ${isolated(excerpt(textOf(announcement)))}`,
  data: opens('umumkan', announcement.id),
});
