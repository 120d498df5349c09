import { type ObstacleId, isObstacleId, obstacleIds, obstacleLabel } from '../src/domain/obstacle';
import { obstacleExample } from '../src/domain/obstacle-example';
import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import type { Asking, Step } from '../src/scene';
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

const exampleFor = ({ soFar }: Asking<OwnFacts>) => {
  const said = soFar['kind'];
  return obstacleExample(typeof said === 'string' && isObstacleId(said) ? said : 'lainnya').stated;
};

const note: Step<string, OwnFacts> = {
  label: 'Keterangan',
  ask: (at) => `Silakan ceritakan dalam satu kalimat. Contoh: ${exampleFor(at)}.`,
  read: (said, at) =>
    readText(said, { of: 'keterangan', max: 300, min: 3, example: exampleFor(at) }),
};

/** Asks what kind of obstacle it is, and for one sentence. */
export const obstacleSteps = { kind, note };
