import { type Announcement, textOf } from '../domain/announcement';
import { readFormatted } from '../domain/formatted-text';
import { type Html, plain } from '../html';
import type { Photo } from '../domain/activity-report';
import type { Card, Media } from '../talk';
import { formattedHtml } from './formatted-html';

/** What an announcement looks like in a chat: an album if there is one, then the message itself. */
export interface Shown {
  readonly album?: readonly Photo[];
  readonly card: Card;
}

/**
 * The announcement as it is seen; under it stands the button that says it was read.
 *
 * The id of `sending` is empty where nothing is counted. Telegram puts no buttons under an album, so the album
 * comes first and the words follow it.
 */
export function shownAnnouncement(
  announcement: Pick<Announcement, 'wordings' | 'attachment'>,
  { id, begunAt }: { readonly id: string; readonly begunAt?: Date },
  reads = 0,
): Shown {
  const { attachment } = announcement;
  const album = attachment?.kind === 'photos' && attachment.photos.length > 1;
  const media = album ? undefined : mediaOf(attachment);
  return {
    ...(album && { album: attachment.photos }),
    card: {
      text: wordsOf(textOf(announcement, begunAt)),
      buttons: readButtons(id, reads),
      ...(media && { media }),
    },
  };
}

function mediaOf(attachment: Announcement['attachment']): Media | undefined {
  if (!attachment) return undefined;
  if (attachment.kind === 'document') return { kind: 'document', fileId: attachment.fileId };
  const [only] = attachment.photos;
  return only && { kind: 'photo', fileId: only.fileId };
}

/** The words; what was kept was read before, so that it can be read again. */
function wordsOf(text: string): Html {
  const read = readFormatted(text);
  return read.ok ? formattedHtml(read.value) : plain(text);
}

/** The button under an announcement, with the number of those who tapped it in this chat. */
export const readButtons = (edition: string, reads: number): NonNullable<Card['buttons']> => [
  [{ label: `✅ Sudah dibaca${reads === 0 ? '' : ` (${reads})`}`, data: `dibaca:${edition}` }],
];

/** What stands in place of an announcement that was taken back, where Telegram keeps the message. */
export const withdrawnWords = plain('Pengumuman ini sudah ditarik kembali oleh dinas.');
