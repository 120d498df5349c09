import { audienceWords, nextWords, timeWords } from '../src/board/announcement-words';
import { shownAnnouncement } from '../src/board/announcement-cards';
import { nameOf } from '../src/board/name-of';
import { type Announcement, nextSending } from '../src/domain/announcement';
import { dayAt } from '../src/domain/day';
import type { Edition } from '../src/domain/edition';
import { clockTime, shortDay } from '../src/domain/indonesian-dates';
import { type Html, bold, html, italic, lines } from '../src/html';
import type { World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import type { InView } from './announcement-in-reach';
import { stateWords } from './announcement-list';

const sendingsShown = 5;

/** One announcement: its words, whom it is for, when it goes, its sendings, and what can be done with it. */
export async function announcementCard(
  { announcement, isTheirs }: InView,
  world: World,
  first?: Html,
): Promise<Card> {
  const editions = await world.editions.of(announcement.id);
  const next = nextSending(announcement, world.clock.now());
  const isToCome = announcement.state === 'planned' && next !== undefined;
  return {
    text: lines(
      ...(first ? [first, ''] : []),
      html`${bold('Pengumuman')} · ${stateWords(announcement)}`,
      html`Untuk: ${await audienceWords(announcement.audience, world)}`,
      html`Waktu: ${timeWords(announcement)}`,
      ...(isToCome ? [html`Berikutnya: ${nextWords(announcement, next) ?? ''}`] : []),
      html`Oleh: ${await nameOf(announcement.by, world, 'petugas')}`,
      ...(announcement.why === undefined ? [] : [html`Dihentikan: ${announcement.why}`]),
      isTheirs
        ? undefined
        : italic(
            'Pengumuman ini juga untuk wilayah lain; hasil yang tampak hanya dari wilayah Anda.',
          ),
      '',
      shortened(announcement),
    ),
    buttons: isTheirs
      ? buttons(announcement, editions, isToCome)
      : lookingButtons(announcement, editions),
  };
}

/** What can be done by those in whose regencies it is heard among others. */
const lookingButtons = (
  announcement: Announcement,
  editions: readonly Edition[],
): readonly (readonly Button[])[] => [
  ...editions.slice(0, sendingsShown).map((one) => [sending(one, announcement, 'p0')]),
  [{ label: 'Lihat contoh', data: opens('umumkan', `${announcement.id}.l`) }],
  back,
];

/** The words themselves, unless they would leave no room for the rest. */
function shortened(announcement: Announcement): Html {
  const { text } = shownAnnouncement(announcement, '').card;
  return text.markup.length <= mostMarkup ? text : html`(tulisannya panjang; lihat di Contoh)`;
}

const mostMarkup = 3000;

function buttons(
  announcement: Announcement,
  editions: readonly Edition[],
  isToCome: boolean,
): readonly (readonly Button[])[] {
  const { id, state } = announcement;
  if (state === 'draft' || state === 'dropped')
    return [[{ label: 'Buka lagi', data: opens('umumkanbaru', id) }], back];
  return [
    ...editions.slice(0, sendingsShown).map((one) => [sending(one, announcement)]),
    ...(editions.some(({ withdrawnAt }) => !withdrawnAt) || isToCome
      ? [[{ label: 'Ubah tulisan', data: opens('umumkanteks', id) }]]
      : []),
    ...(isToCome ? [[{ label: 'Batalkan jadwal', data: opens('umumkan', `${id}.x`) }]] : []),
    [
      { label: 'Lihat contoh', data: opens('umumkan', `${id}.l`) },
      { label: 'Pakai lagi', data: opens('umumkanbaru', id) },
    ],
    back,
  ];
}

const back: readonly Button[] = [{ label: 'Semua pengumuman', data: opens('umumkan') }];

const sending = ({ id, slot }: Edition, { zone }: Announcement, shows = 's'): Button => ({
  label: `Hasil kiriman ${shortDay(dayAt(slot, zone))} ${clockTime(slot, zone)}`,
  data: opens('umumkan', `${id}.${shows}`),
});
