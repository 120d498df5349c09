import { receiptOf } from '../src/domain/form-id';
import { shortName } from '../src/domain/institution';
import { bold, html, lines } from '../src/html';
import { defineForm } from '../src/scene';
import { handInNil } from './hand-in-nil';
import { nilSteps } from './nil-steps';
import { chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

/** Says that nothing took place, and why: an answer too, so that nobody has to ask. */
export const isinihil = defineForm({
  command: 'isinihil',
  about: 'Isi laporan nihil',
  title: 'Laporan nihil',
  unlisted: true,
  for: ['manager'],
  prepare: prepareOwn,
  steps: { institution: whichInstitution, ...nilSteps },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    await handInNil({ id, answers, onBehalf: false }, institution, visitor, world);
    return {
      text: lines(
        html`Terima kasih, kabar dari BLK ${bold(shortName(institution))} sudah kami terima. 🙏`,
        html`Nomor tanda terima: ${bold(receiptOf(id))}`,
        'Bila ada kegiatan nanti, silakan ketik /lapor.',
      ),
    };
  },
});
