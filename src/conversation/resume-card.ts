import { bold, html, lines } from '../html';
import type { Card } from '../talk';
import { packTap, wholeForm } from './button-data';
import type { Standing } from './form-turn';

/** Offers to go on with what was begun earlier. */
export function resumeCard({ form, draft, place }: Standing): Card {
  const button = (label: string, verb: 'resume' | 'restart' | 'drop') => ({
    label,
    data: packTap({ form: draft.id, step: wholeForm, does: { verb } }),
  });
  return {
    text: lines(
      html`Masih ada isian ${bold(form.title)} yang belum selesai.`,
      `Sudah terjawab: ${place.trail.length} pertanyaan. Mau dilanjutkan?`,
    ),
    buttons: [
      [button('Lanjutkan', 'resume')],
      [button('Mulai baru', 'restart'), button('Batal', 'drop')],
    ],
  };
}
