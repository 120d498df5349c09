import { type Announcement, textOf } from '../domain/announcement';
import { type Edition, type Tally, isOver } from '../domain/edition';
import { progressBar } from '../domain/progress-bar';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Button, Card } from '../talk';
import { excerpt } from './announcement-words';
import { tallyOf } from './edition-result';

/** How a sending stands, in lines. */
export const tallyLines = (tally: Tally, isTakenBack = false): readonly string[] => {
  const { sent, failed, waiting, cancelled } = tally;
  return [
    isTakenBack ? `↩️ Ditarik dari: ${sent} chat` : `✅ Terkirim: ${sent}`,
    ...(waiting > 0 ? [`⏳ Menunggu: ${waiting}`] : []),
    ...(failed > 0 ? [`❌ Gagal: ${failed}`] : []),
    ...unknownLines(tally),
    ...(cancelled > 0 ? [`⏹ Dibatalkan: ${cancelled}`] : []),
  ];
};

/** Of some it turns out later; of the others nobody will ever know. */
const unknownLines = ({ unknown, asked }: Tally): readonly string[] => [
  ...(asked > 0 ? [`❔ Sedang dicek apakah sudah sampai: ${asked}`] : []),
  ...(unknown > asked ? [`❔ Tidak diketahui apakah sudah sampai: ${unknown - asked}`] : []),
];

/** The message that tells the author how a sending goes, and in the end how it went. */
export function newsCard(announcement: Announcement, edition: Edition, tally: Tally): Card {
  return {
    text: lines(
      heading(edition, tally),
      html`“${excerpt(textOf(announcement, edition.begunAt))}”`,
      ...(isOver(tally) ? [] : [bar(tally)]),
      ...tallyLines(tally, edition.withdrawnAt !== undefined),
    ),
    buttons: newsButtons(announcement, edition, tally),
  };
}

function heading({ withdrawnAt, stoppedAt, recipients }: Edition, tally: Tally): Html {
  if (withdrawnAt) return bold('Pengumuman ditarik kembali');
  if (recipients.length === 0) return bold('Pengumuman belum ada penerimanya');
  if (!isOver(tally)) return bold('Pengumuman sedang dikirim');
  return bold(stoppedAt ? 'Pengiriman dihentikan' : 'Pengumuman selesai dikirim');
}

function bar({ sent, failed, unknown, waiting, cancelled }: Tally) {
  const done = sent + failed + unknown + cancelled;
  return progressBar(done, done + waiting);
}

function newsButtons(
  { id }: Announcement,
  edition: Edition,
  tally: Tally,
): readonly (readonly Button[])[] {
  const of = (does: string) => `umumkan:${edition.id}.${does}`;
  if (!isOver(tally)) return [[{ label: 'Hentikan pengiriman', data: of('x') }]];
  return [
    ...resendButtons(edition, tally),
    [
      { label: 'Hasil per penerima', data: of('p0') },
      { label: 'Buka pengumuman', data: `umumkan:${id}` },
    ],
  ];
}

/** What can be sent once more, each kind by its own button; a sending that was taken back stays so. */
export function resendButtons(
  { id, stoppedAt, withdrawnAt }: Edition,
  { failed, unknown, asked, cancelled }: Tally,
): readonly (readonly Button[])[] {
  if (withdrawnAt) return [];
  const row = (label: string, does: string) => [{ label, data: `umumkan:${id}.${does}` }];
  if (stoppedAt) return cancelled > 0 ? [row('Lanjutkan ke yang belum', 'g')] : [];
  return [
    ...(failed > 0 ? [row('Kirim ulang yang gagal', 'u')] : []),
    ...(unknown > asked ? [row('Kirim ulang yang tidak diketahui', 'n')] : []),
  ];
}

/** A sending, and how it stands. */
export interface Going {
  readonly announcement: Announcement;
  readonly edition: Edition;
  readonly tally: Tally;
}

/** Tells the author that a sending has begun; what follows is shown in the same message. */
export async function tellBegun(
  announcement: Announcement,
  edition: Edition,
  world: World,
): Promise<void> {
  const tally = await tallyOf(edition, world);
  await world.outbox.put(await rowOf({ announcement, edition, tally }, world, 'say'));
}

/** Shows the author how a sending stands now, in the message that told of its beginning. */
export async function tellStanding(going: Going, world: World): Promise<void> {
  await world.outbox.put(await rowOf(going, world, 'edit'));
}

const newsKey = (edition: string) => `announcement:${edition}:news`;

async function rowOf(
  { announcement, edition, tally }: Going,
  world: World,
  how: 'say' | 'edit',
): Promise<readonly OutgoingRow[]> {
  const author = await world.people.byId(announcement.by);
  if (author?.telegramId === undefined) return [];
  const card = newsCard(announcement, edition, tally);
  const key = newsKey(edition.id);
  const common = { chat: author.telegramId, kind: 'answer' as const, at: world.clock.now() };
  if (how === 'say') return [{ ...common, key, act: { do: 'say', card } }];
  // The same numbers are told once, however many processes look.
  const numbers = Object.values(tally).join('-');
  const ended = edition.withdrawnAt ? ':withdrawn' : edition.stoppedAt ? ':stopped' : '';
  return [
    {
      ...{ ...common, key: `${key}:${edition.round}:${numbers}${ended}` },
      act: { do: 'edit', of: { row: key }, card },
    },
  ];
}
