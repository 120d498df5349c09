import { type Entered, tellOnBehalf } from '../src/board/on-behalf-message';
import { noteEntered } from '../src/board/note-entered';
import { type ActivityKindId, activityKind } from '../src/domain/activity-kind';
import { receiptOf } from '../src/domain/form-id';
import { type Institution, shortName } from '../src/domain/institution';
import { bold, html, lines } from '../src/html';
import { defineForm, opens } from '../src/scene';
import { handInReport } from './hand-in-report';
import { institutionInReach } from './institution-in-reach';
import { prepareOnBehalf } from './institution-on-behalf';
import { contentIn } from './report-content';
import { reportSteps } from './report-steps';

/** Reports an activity for a manager who telephones or writes elsewhere; the record says who did. */
export const laporUntuk = defineForm({
  command: 'lapor',
  about: 'Lapor atas nama BLK',
  title: 'Lapor atas nama BLK',
  for: ['officer'],
  prepare: prepareOnBehalf,
  steps: { institution: institutionInReach, ...reportSteps },

  async finish({ id, answers, visitor, world }) {
    const { institution, kind } = answers;
    const handedIn = { id, content: contentIn(answers, visitor.today), onBehalf: true };
    await handInReport(handedIn, institution, visitor, world);
    await noteEntered({ id, sort: 'report', institution: institution.id }, visitor, world);
    const told = await tellOnBehalf(entered(id, institution, kind), institution, world, visitor);
    return {
      text: lines(
        html`Laporan ${bold(activityKind(kind).name)} sudah dicatat atas nama BLK
        ${bold(shortName(institution))}. ✅`,
        html`Nomor tanda terima: ${bold(receiptOf(id))}`,
        told,
      ),
      buttons: [
        [
          { label: 'Lihat laporan', data: opens('periksa', id) },
          { label: 'Lapor lagi', data: opens('lapor') },
        ],
      ],
    };
  },
});

const entered = (id: string, institution: Institution, kind: ActivityKindId): Entered => ({
  key: `on-behalf:${id}`,
  words: (
    officer,
  ) => html`${officer} mencatat laporan ${bold(activityKind(kind).name)} atas nama BLK
  ${bold(shortName(institution))}. Bila ada yang keliru, silakan buka lalu perbaiki.`,
  button: { label: 'Lihat laporan', data: opens('riwayat', id) },
});
