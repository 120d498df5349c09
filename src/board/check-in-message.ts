import { monthName, shortDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import type { Period } from '../domain/period';
import { greeting } from '../domain/person';
import { bold, html, lines } from '../html';
import type { Button, Card } from '../talk';
import type { Contact } from './contacts-of';

type Stage = 'opening' | 'reminder';

/** Asks the people of an institution for news; its buttons work as long as the message stands. */
export function checkInCard(
  stage: Stage,
  institution: Institution,
  period: Period,
  { person }: Pick<Contact, 'person'>,
): Card {
  const name = bold(shortName(institution));
  const words =
    stage === 'opening'
      ? html`Bagaimana kabar BLK ${name}? Adakah kegiatan belakangan ini, rencana untuk
        ${when(period)}, atau kendala yang bisa kami bantu?`
      : html`Kabar dari BLK ${name} untuk ${when(period)} belum kami terima. Bila sempat, cukup ketuk
        salah satu tombol.`;
  return {
    text: lines(html`Assalamu'alaikum, ${greeting(person)}. 🙏`, words),
    buttons: checkInButtons(institution.id, period.id),
  };
}

/** What people call a period in a question: 'Desember 2026', or this week. */
const when = (period: Period) => (period.rhythm === 'monthly' ? periodWords(period) : 'pekan ini');

/** What people call a period: 'Desember 2026', or the week from a day on. */
export const periodWords = ({ rhythm, id, opensOn }: Period): string =>
  rhythm === 'monthly' ? monthName(id) : `pekan mulai ${shortDay(opensOn)}`;

/** The five answers to a check-in. */
export const checkInButtons = (
  institution: string,
  period: string,
): readonly (readonly Button[])[] => {
  const button = (label: string, does: string): Button => ({
    label,
    data: `balas:${does}.${institution}.${period}`,
  });
  return [
    [button('Lapor', 'lapor'), button('Nihil', 'nihil')],
    [button('Ada kendala', 'kendala'), button('Sedang libur', 'libur')],
    [button('Nanti', 'nanti')],
  ];
};
