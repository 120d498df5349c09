import { handleInterest } from '../src/board/handle-interest';
import { plain } from '../src/html';
import { defineView } from '../src/scene';
import { interestList } from './interest-list';

/** Who is interested and waits for a call: a list, and the button that says somebody has called. */
export const peminat = defineView({
  command: 'peminat',
  about: 'Peminat pelatihan yang belum dihubungi',
  unlisted: true,
  for: ['manager', 'officer'],
  async show(ask, world, visitor) {
    const [, page] = /^(?:h(\d{1,4}))?$/u.exec(ask) ?? [];
    if (ask === '' || page !== undefined) return interestList(Number(page ?? 0), world, visitor);
    const handled = await handleInterest(ask, visitor, world);
    if (handled.is === 'shown') return handled.card;
    if (handled.is === 'refused')
      return { toast: 'Mohon maaf, peminat ini bukan untuk BLK yang Anda kelola saat ini.' };
    return {
      text: plain('Data peminat ini sudah kami hapus, jadi tidak perlu ditindaklanjuti lagi.'),
    };
  },
});
