import { audienceWords, nextWords, timeWords } from '../src/board/announcement-words';
import { shownAnnouncement } from '../src/board/announcement-cards';
import { nameOf } from '../src/board/name-of';
import { type Announcement, nextSending } from '../src/domain/announcement';
import { type Html, bold, html, italic, lines } from '../src/html';
import type { World } from '../src/ports';
import type { Card } from '../src/talk';
import { announcementButtons, lookingButtons } from './announcement-buttons';
import type { InView } from './announcement-in-reach';
import { stateWords } from './announcement-list';

/** One announcement: its words, whom it is for, when it goes, its sendings, and what can be done with it. */
export async function announcementCard(
  { announcement, isTheirs }: InView,
  world: World,
  { first, page = 0 }: { readonly first?: Html; readonly page?: number } = {},
): Promise<Card> {
  const now = world.clock.now();
  const editions = await world.editions.of(announcement.id);
  const next = nextSending(announcement, now);
  const isToCome = announcement.state === 'planned' && next !== undefined;
  const shown = { announcement, editions, isToCome, page };
  return {
    text: lines(
      ...(first ? [first, ''] : []),
      html`${bold('Pengumuman')} · ${stateWords(announcement, now)}`,
      html`Untuk: ${await audienceWords(announcement.audience, world)}`,
      html`Waktu: ${timeWords(announcement)}`,
      ...(isToCome ? nextLines(announcement, next) : []),
      html`Oleh: ${await nameOf(announcement.by, world, 'petugas')}`,
      ...(announcement.why === undefined ? [] : [html`Dihentikan: ${announcement.why}`]),
      isTheirs ? undefined : italic(onlyTheirs),
      '',
      shortened(announcement),
    ),
    buttons: isTheirs ? announcementButtons(shown) : lookingButtons(shown),
  };
}

const onlyTheirs =
  'Pengumuman ini juga untuk wilayah lain; hasil yang tampak hanya dari wilayah Anda.';

/** A repetition says when it goes next; of a single sending that stands above. */
const nextLines = (announcement: Announcement, next: number): readonly Html[] =>
  announcement.repeat === 'once'
    ? [italic('Untuk mengubah waktu atau penerimanya: Batalkan jadwal, lalu Pakai lagi.')]
    : [html`Berikutnya: ${nextWords(announcement, next) ?? ''}`];

/** The words themselves, unless they would leave no room for the rest. */
function shortened(announcement: Announcement): Html {
  const { text } = shownAnnouncement(announcement, { id: '' }).card;
  return text.markup.length <= mostMarkup ? text : html`(tulisannya panjang; lihat di Contoh)`;
}

const mostMarkup = 3000;
