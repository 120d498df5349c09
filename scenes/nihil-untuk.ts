import { type Entered, tellOnBehalf } from '../src/board/on-behalf-message';
import { noteEntered } from '../src/board/note-entered';
import { receiptOf } from '../src/domain/form-id';
import { type Institution, shortName } from '../src/domain/institution';
import { type NilReason, nilReasonLabel } from '../src/domain/nil-report';
import { bold, html, lines } from '../src/html';
import { defineForm, opens } from '../src/scene';
import { handInNil } from './hand-in-nil';
import { institutionInReach } from './institution-in-reach';
import { prepareOnBehalf } from './institution-on-behalf';
import { nilSteps } from './nil-steps';

/** Says for a manager who telephones that nothing took place; the record says who did. */
export const nihilUntuk = defineForm({
  command: 'nihil',
  about: 'Laporan nihil atas nama BLK',
  title: 'Nihil atas nama BLK',
  for: ['officer'],
  prepare: prepareOnBehalf,
  steps: {
    institution: institutionInReach,
    ...nilSteps,
    reason: { ...nilSteps.reason, ask: 'Apa yang membuat kegiatan belum berjalan?' },
  },

  async finish({ id, answers, visitor, world }) {
    const { institution, reason } = answers;
    await handInNil({ id, answers, onBehalf: true }, institution, visitor, world);
    await noteEntered({ id, sort: 'nil', institution: institution.id }, visitor, world);
    const told = await tellOnBehalf(entered(id, institution, reason), institution, world, visitor);
    return {
      text: lines(
        html`Kabar nihil sudah dicatat atas nama BLK ${bold(shortName(institution))}. ✅`,
        html`Nomor tanda terima: ${bold(receiptOf(id))}`,
        told,
      ),
    };
  },
});

const entered = (id: string, institution: Institution, reason: NilReason): Entered => ({
  key: `on-behalf:${id}`,
  words: (officer) => html`${officer} mencatat atas nama BLK ${bold(shortName(institution))} bahwa
  belum ada kegiatan (${nilReasonLabel(reason)}). Bila ada yang keliru, silakan kirim laporan lewat
  /lapor.`,
  button: { label: 'Lihat laporan', data: opens('riwayat', id) },
});
