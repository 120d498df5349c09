import { type NilReason, nilReasonLabel } from '../src/domain/nil-report';
import { isObstacleId, obstacleIds, obstacleLabel } from '../src/domain/obstacle';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { type Step, optional } from '../src/scene';
import type { OwnFacts } from './own-institution';

const none = 'no-reason';

const reason: Step<NilReason, OwnFacts> = {
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
};

const note: Step<string, OwnFacts> = {
  label: 'Catatan',
  ask: 'Bila berkenan, silakan ceritakan dalam satu kalimat. Contoh: Instruktur baru mulai bulan depan.',
  read: (said) =>
    readText(said, { of: 'catatan', max: 300, example: 'Instruktur baru mulai bulan depan' }),
};

/** Asks why nothing took place. */
export const nilSteps = { reason, note: optional(note) };
