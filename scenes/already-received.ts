import { periodWords } from '../src/board/check-in-message';
import { type Institution, shortName } from '../src/domain/institution';
import type { Period } from '../src/domain/period';
import { bold, html, lines } from '../src/html';
import { opens } from '../src/scene';
import type { Card } from '../src/talk';

/** Says that the word for a period is there already, and how to add another; `nil` opens a nil report. */
export const alreadyReceived = (
  institutions: readonly Institution[],
  period: Period,
  nil: string,
): Card => ({
  text: lines(
    html`Terima kasih, kabar ${periodWords(period)} dari BLK
    ${bold(institutions.map(shortName).join(', '))} sudah kami terima. 🙏`,
    'Bila ada kegiatan lain, silakan laporkan juga.',
  ),
  buttons: [
    [{ label: 'Lapor kegiatan lain', data: opens('lapor') }],
    [
      { label: 'Tambah kabar nihil', data: opens(nil) },
      { label: 'Riwayat laporan', data: opens('riwayat') },
    ],
  ],
});
