import { handleInterest } from '../src/board/handle-interest';
import { plain } from '../src/html';
import { defineView } from '../src/scene';

/** The button under the message about somebody who is interested: they have been called. */
export const peminat = defineView({
  command: 'peminat',
  about: 'Tandai peminat sudah dihubungi',
  unlisted: true,
  for: ['manager', 'officer'],
  async show(ask, world, visitor) {
    const handled = await handleInterest(ask, visitor, world);
    if (handled.is === 'shown') return handled.card;
    if (handled.is === 'refused')
      return { toast: 'Mohon maaf, peminat ini bukan untuk BLK yang Anda kelola saat ini.' };
    return {
      text: plain('Data peminat ini sudah kami hapus, jadi tidak perlu ditindaklanjuti lagi.'),
    };
  },
});
