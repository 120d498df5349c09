import { type ActivityKindId, activityKind } from '../src/domain/activity-kind';
import type { ActivityReport } from '../src/domain/activity-report';
import { receiptOf } from '../src/domain/form-id';
import { type Institution, shortName } from '../src/domain/institution';
import { bold, html, lines } from '../src/html';
import { defineForm, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { handInReport } from './hand-in-report';
import { chosenInstitution, prepareOwn, whichInstitution } from './own-institution';
import { contentIn } from './report-content';
import { reportSteps } from './report-steps';

/** Reports an activity: its kind, the questions that kind has, photos if there are any. */
export const lapor = defineForm({
  command: 'lapor',
  about: 'Lapor kegiatan',
  title: 'Lapor kegiatan',
  for: ['manager'],
  prepare: prepareOwn,
  steps: { institution: whichInstitution, ...reportSteps },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const handedIn = { id, content: contentIn(answers, visitor.today), onBehalf: false };
    const report = await handInReport(handedIn, institution, visitor, world);
    return receipt(report, institution);
  },
});

const receipt = ({ id, kind }: ActivityReport, institution: Institution): Card => ({
  text: lines(
    html`Alhamdulillah, laporan ${kindFrom(kind, institution)} sudah kami terima. ✅`,
    html`Nomor tanda terima: ${bold(receiptOf(id))}`,
    'Petugas akan memeriksanya paling lambat 3 hari kerja.',
  ),
  buttons: [
    [
      { label: 'Lihat laporan', data: opens('riwayat', id) },
      { label: 'Lapor lagi', data: opens('lapor') },
    ],
  ],
});

const kindFrom = (kind: ActivityKindId, institution: Institution) =>
  html`${bold(activityKind(kind).name)} dari BLK ${shortName(institution)}`;
