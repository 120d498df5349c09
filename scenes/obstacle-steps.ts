import { type ObstacleId, isObstacleId, obstacleIds, obstacleLabel } from '../src/domain/obstacle';
import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import type { Step } from '../src/scene';
import type { OwnFacts } from './own-institution';

const kind: Step<ObstacleId, OwnFacts> = {
  label: 'Kendala',
  ask: 'Kendala apa yang sedang dihadapi?',
  choices: obstacleIds.map((id) => ({ label: obstacleLabel(id), says: id })),
  read: (said) =>
    isObstacleId(said)
      ? understood(said)
      : unclear(
          'Mohon maaf, kendala itu belum ada dalam daftar. Silakan pilih yang paling dekat, misalnya: Lainnya.',
        ),
  show: obstacleLabel,
};

const note: Step<string, OwnFacts> = {
  label: 'Keterangan',
  ask: 'Silakan ceritakan dalam satu kalimat. Contoh: 6 dari 16 komputer rusak sejak Oktober.',
  read: (said) =>
    readText(said, {
      of: 'keterangan',
      max: 300,
      min: 3,
      example: '6 dari 16 komputer rusak sejak Oktober',
    }),
};

/** Asks what kind of obstacle it is, and for one sentence. */
export const obstacleSteps = { kind, note };
