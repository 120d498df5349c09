import {
  type ActivityKindId,
  activityKind,
  activityKinds,
  isActivityKindId,
} from '../src/domain/activity-kind';
import { understood, unclear } from '../src/domain/reading';
import { type Step, photoStep } from '../src/scene';
import { activitySteps } from './activity-steps';
import type { OwnFacts } from './own-institution';

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

/** Asks for an activity: its kind, the questions that kind has, photos if there are any. */
export const reportSteps = {
  kind: whichKind,
  ...activitySteps,
  photos: photoStep<OwnFacts>({
    label: 'Foto',
    ask: 'Bila ada, silakan kirim foto kegiatannya (paling banyak 10). Mohon wajah santri tidak terlihat jelas.',
    most: 10,
  }),
};
