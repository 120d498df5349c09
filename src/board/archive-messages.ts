import { type Institution, shortName } from '../domain/institution';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import { contactsOf } from './contacts-of';

/** Tells everybody of a centre, at once, that it is looked after no longer, or again; once per archiving. */
export async function tellOfArchiving(
  institution: Institution,
  does: 'archive' | 'bring-back',
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const contacts = await contactsOf(institution.id, world);
  const which = institution.archivedAt?.toISOString() ?? '';
  const card = { text: words[does](html`BLK ${bold(shortName(institution))}`) };
  return contacts.map(({ person, chat }) => ({
    key: `${does}:${institution.id}:${which}:${person.id}`,
    kind: 'answer',
    because: does === 'archive' ? 'BLK diarsipkan' : 'BLK diaktifkan kembali',
    chat,
    person: person.id,
    act: { do: 'say', card },
    at: now,
  }));
}

const words: Readonly<Record<'archive' | 'bring-back', (blk: Html) => Html>> = {
  archive: (blk) =>
    lines(
      html`Terima kasih atas kerja samanya. Pendampingan ${blk} kami hentikan sementara, jadi kabar
      baru belum dapat dikirim di sini.`,
      'Semua laporan tetap tersimpan. Bila ada yang keliru, silakan hubungi petugas dinas.',
    ),
  'bring-back': (blk) =>
    lines(
      html`Kabar baik: ${blk} didampingi kembali. 🙏`,
      'Laporan dapat dikirim lagi lewat /lapor.',
    ),
};
