import { shownAnnouncement } from '../src/board/announcement-cards';
import { audienceWords, timeWords } from '../src/board/announcement-words';
import type { Reached } from '../src/board/audience';
import { usualManagerRules } from '../src/board/held-back';
import type { Announcement } from '../src/domain/announcement';
import { dayAt } from '../src/domain/day';
import type { Recipient } from '../src/domain/edition';
import { clockTime, longDay, zoneLabel } from '../src/domain/indonesian-dates';
import { nextAllowed, whyNot, whyNotLabel } from '../src/domain/sending-window';
import { type Html, bold, html, italic, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';

/** An announcement exactly as it will be seen, below a message; its button is one to look at. */
export function preview(announcement: Announcement): Required<Pick<Card, 'photos' | 'next'>> {
  const { album = [], card } = shownAnnouncement(announcement, { id: 'contoh' });
  return { photos: album, next: [card] };
}

/** What is about to happen with a draft, and what can be done with it. */
export async function draftCard(
  announcement: Announcement,
  { recipients, groupsLeft }: Reached,
  world: World,
  { now }: Pick<Visitor, 'now'>,
): Promise<Card> {
  const why = whyNotYet(announcement, recipients, now);
  const groups = recipients.filter(({ person }) => person === undefined).length;
  return {
    text: lines(
      bold('Siap dikirim?'),
      html`Untuk: ${bold(await audienceWords(announcement.audience, world))}`,
      html`Penerima: ${bold(countWords(groups, recipients.length - groups))}`,
      html`Waktu: ${bold(timeWords(announcement))}`,
      ...(why === undefined ? [] : [italic(why)]),
      ...(recipients.length === 0 && announcement.firstAt ? [italic(countedThen)] : []),
      ...missedLines(groupsLeft),
      ...(await hoursLine(announcement, world, now)),
    ),
    buttons: draftButtons(announcement, why === undefined),
  };
}

const countedThen =
  'Saat ini belum ada yang dapat menerimanya. Penerimanya dihitung lagi pada waktu pengiriman.';

const missedLines = (groupsLeft: readonly string[]): readonly Html[] =>
  groupsLeft.length === 0
    ? []
    : [html`⚠️ Tidak dapat dicapai, karena bot tidak ada di grup: ${groupsLeft.join(', ')}`];

function whyNotYet(
  { firstAt }: Announcement,
  recipients: readonly Recipient[],
  now: Date,
): string | undefined {
  if (firstAt !== undefined && firstAt < now) return 'Waktu itu sudah lewat. Silakan ubah dulu.';
  return recipients.length === 0 && firstAt === undefined
    ? 'Belum ada yang dapat menerimanya. Silakan ubah penerimanya.'
    : undefined;
}

function draftButtons(
  { id, firstAt }: Announcement,
  isReady: boolean,
): readonly (readonly Button[])[] {
  const send = firstAt ? 'Jadwalkan' : 'Kirim sekarang';
  return [
    ...(isReady ? [[{ label: send, data: opens('umumkan', `${id}.k`) }]] : []),
    [
      { label: 'Uji ke saya', data: opens('umumkan', `${id}.c`) },
      { label: 'Ubah', data: opens('umumkanbaru', `${id}.d`) },
    ],
    [{ label: 'Tidak jadi', data: opens('umumkan', `${id}.h`) }],
  ];
}

/** How many groups and people, in words. */
export function countWords(groups: number, people: number): string {
  const words = [
    ...(groups > 0 ? [`${groups} grup`] : []),
    ...(people > 0 ? [`${people} pengelola`] : []),
  ];
  return words.length === 0 ? 'belum ada' : words.join(' dan ');
}

/** A hint when the moment lies outside the hours in which managers are usually written to. */
async function hoursLine(
  { firstAt, zone }: Announcement,
  world: World,
  now: Date,
): Promise<readonly Html[]> {
  const at = firstAt ?? now;
  const rules = await usualManagerRules(zone, world);
  const why = whyNot(at, rules);
  if (!why) return [];
  const next = nextAllowed(at, rules);
  return [
    italic(
      `Catatan: waktu ini di luar jam kirim yang biasa (${whyNotLabel(why)}).${
        next ? ` Waktu yang lebih tenang: ${momentWords(next, zone)}.` : ''
      }`,
    ),
  ];
}

const momentWords = (at: Date, zone: string) =>
  `${longDay(dayAt(at, zone))} pukul ${clockTime(at, zone)} ${zoneLabel(zone)}`;
