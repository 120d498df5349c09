import { afterAnswer } from '../src/board/after-answer';
import { type NilReason, type NilReport, nilReasonLabel } from '../src/domain/nil-report';
import { receiptOf } from '../src/domain/form-id';
import { shortName } from '../src/domain/institution';
import { isObstacleId, obstacleIds, obstacleLabel } from '../src/domain/obstacle';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { bold, html, lines } from '../src/html';
import { defineForm, optional } from '../src/scene';
import { chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

const none = 'no-reason';

/** Says that nothing took place, and why: an answer too, so that nobody has to ask. */
export const nihil = defineForm({
  command: 'nihil',
  about: 'Kabarkan bila belum ada kegiatan',
  title: 'Laporan nihil',
  for: ['manager'],
  prepare: prepareOwn,

  steps: {
    institution: whichInstitution,
    reason: {
      label: 'Sebab',
      ask: 'Terima kasih sudah memberi kabar. Apa yang membuat kegiatan belum berjalan?',
      choices: [
        ...obstacleIds.map((id) => ({ label: obstacleLabel(id), says: id })),
        { label: nilReasonLabel(none), says: none },
      ],
      read: (said): Reading<NilReason> =>
        said === none || isObstacleId(said)
          ? understood(said)
          : unclear(
              'Mohon maaf, sebab itu belum ada dalam daftar. Silakan pilih yang paling dekat, misalnya: Lainnya.',
            ),
      show: nilReasonLabel,
    },
    note: optional({
      label: 'Catatan',
      ask: 'Bila berkenan, silakan ceritakan dalam satu kalimat. Contoh: Instruktur baru mulai bulan depan.',
      read: (said: string) =>
        readText(said, { of: 'catatan', max: 300, example: 'Instruktur baru mulai bulan depan' }),
    }),
  },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const report: NilReport = {
      id,
      institution: institution.id,
      day: visitor.today,
      reason: answers.reason,
      ...(answers.note === undefined ? {} : { note: answers.note }),
      reportedBy: visitor.person?.id ?? '',
      onBehalf: false,
      reportedAt: visitor.now,
    };
    await world.reports.submitNil(report);
    await afterAnswer({ institution, kind: 'nil', at: visitor.now, on: visitor.today }, world);
    return {
      text: lines(
        html`Terima kasih, kabar dari BLK ${bold(shortName(institution))} sudah kami terima. 🙏`,
        html`Nomor tanda terima: ${bold(receiptOf(id))}`,
        'Bila ada kegiatan nanti, silakan ketik /lapor.',
      ),
    };
  },
});
