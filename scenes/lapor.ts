import { afterAnswer } from '../src/board/after-answer';
import {
  type ActivityKindId,
  activityKind,
  activityKinds,
  isActivityKindId,
} from '../src/domain/activity-kind';
import { type ActivityReport, spanOf } from '../src/domain/activity-report';
import { type Institution, shortName } from '../src/domain/institution';
import { receiptOf } from '../src/domain/form-id';
import { understood, unclear } from '../src/domain/reading';
import { bold, html, lines } from '../src/html';
import type { Card } from '../src/talk';
import { type Step, defineForm, opens, photoStep } from '../src/scene';
import { activitySteps, detailsIn } from './activity-steps';
import { type OwnFacts, chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

const whichKind: Step<ActivityKindId, OwnFacts> = {
  label: 'Jenis kegiatan',
  ask: 'Kegiatan apa yang ingin dilaporkan?',
  choices: activityKinds.map(({ id, name }) => ({ label: name, says: id })),
  forks: true,
  read: (said) =>
    isActivityKindId(said)
      ? understood(said)
      : unclear(
          'Mohon maaf, jenis kegiatan itu belum kami kenal. Silakan pilih dari tombol di bawah ini.',
        ),
  show: (kind) => activityKind(kind).name,
};

/** Reports an activity: its kind, the questions that kind has, photos if there are any. */
export const lapor = defineForm({
  command: 'lapor',
  about: 'Lapor kegiatan',
  title: 'Lapor kegiatan',
  for: ['manager'],
  prepare: prepareOwn,

  steps: {
    institution: whichInstitution,
    kind: whichKind,
    ...activitySteps,
    photos: photoStep({
      label: 'Foto',
      ask: 'Bila ada, silakan kirim foto kegiatannya (paling banyak 10). Mohon wajah santri tidak terlihat jelas.',
      most: 10,
    }),
  },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const { kind, photos } = answers;
    const details = detailsIn(answers);
    const report: ActivityReport = {
      id,
      institution: institution.id,
      kind,
      details,
      ...spanOf(kind, details, visitor.today),
      men: countIn(details.men),
      women: countIn(details.women),
      photos,
      reportedBy: visitor.person?.id ?? '',
      onBehalf: false,
      reportedAt: visitor.now,
      version: 1,
      review: 'received',
    };
    await world.reports.submitActivity(report);
    await afterAnswer({ institution, kind: 'report', at: visitor.now, on: report.endsOn }, world);
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

const countIn = (value: string | number | undefined) => (typeof value === 'number' ? value : 0);
