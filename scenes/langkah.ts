import { readLater } from '../src/board/office-reading';
import { moveStep } from '../src/board/move-step';
import type { Registering } from '../src/board/registration-of';
import { stepTitle } from '../src/board/registration-words';
import { isOfOffice } from '../src/domain/checklist';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import {
  type StepFacts,
  isClosed,
  nextForCentre,
  stateOf,
  stepStateName,
} from '../src/domain/registration';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm, optional } from '../src/scene';
import type { Card } from '../src/talk';
import { ownStepCard } from './progres';
import { overviewButton, stepButton } from './registration-card';
import {
  type AnsweredFacts,
  answeredFacts,
  dayStep,
  knownFacts,
  numberStep,
  validUntilStep,
} from './step-facts-asked';
import { type StepInView, factsOf, prepareOwnStep, stepPreface } from './step-in-view';

type Reported = 'preparing' | 'submitted';

const to: Step<Reported, StepInView> = {
  label: 'Keadaan',
  ask: 'Sudah sampai mana langkah ini?',
  choices: [
    { label: 'Sedang disiapkan', says: 'preparing' },
    { label: 'Sudah diajukan', says: 'submitted' },
  ],
  forks: true,
  read: (said) =>
    said === 'preparing' || said === 'submitted'
      ? understood(said)
      : unclear('Mohon maaf, silakan pilih dari tombol di bawah ini.'),
  show: stepStateName,
};

const note: Step<string | undefined, StepInView> = optional({
  label: 'Catatan',
  ask: 'Adakah catatan untuk petugas? Silakan ketik, atau lewati.',
  read: (said) =>
    readText(said, { of: 'catatan', max: 300, min: 3, example: 'Menunggu tanda tangan kiai' }),
});

/** What the office does itself is not reported. */
async function prepareReport(
  world: World,
  visitor: Visitor,
  argument: string,
): Promise<Reading<StepInView>> {
  const found = await prepareOwnStep(world, visitor, argument);
  return found.ok && isOfOffice(found.value.step)
    ? unclear('Langkah itu dikerjakan petugas dinas. Silakan pilih langkah lain di /progres.')
    : found;
}

/** Reports how far a step of one's own centre is; an officer looks at it then. */
export const langkah = defineForm({
  command: 'langkah',
  about: 'Kabarkan langkah pendaftaran',
  title: 'Langkah pendaftaran',
  unlisted: true,
  for: ['manager'],
  prepare: prepareReport,
  preface: stepPreface,
  given: (facts) => ({
    ...knownFacts(facts),
    ...(facts.more === 'p' && { to: 'preparing' }),
    ...(facts.more === 's' && { to: 'submitted' }),
  }),
  steps: { to, number: numberStep, on: dayStep, validUntil: validUntilStep, note },

  async finish({ id, answers, facts, visitor, world }) {
    const moving = {
      ...facts,
      ...({ side: 'centre', to: answers.to, key: id } as const),
      facts: factsAfter(answers, facts),
    };
    const { done, registering } = await moveStep(moving, world, visitor);
    return done
      ? thanks(registering, facts, answers.to, await readLater(world, visitor.now))
      : ownStepCard(registering, facts.step, whyNot(registering, facts));
  },
});

interface Answers extends AnsweredFacts {
  readonly to: Reported;
  readonly note: string | undefined;
}

/** While a step is being prepared, nothing is asked that was written down before. */
const factsAfter = (answers: Answers, facts: StepInView): StepFacts => ({
  ...(answers.to === 'preparing' ? factsOf(facts) : answeredFacts(answers)),
  ...(answers.note !== undefined && { note: answers.note }),
});

function thanks(
  registering: Registering,
  { step }: StepInView,
  reported: Reported,
  later: string | undefined,
): Card {
  const { checklist, registration, path } = registering;
  const next = nextForCentre(checklist, registration, path);
  return {
    text: lines(
      html`Terima kasih, langkah ${bold(stepTitle(step))} kami catat
      ${bold(stepStateName(reported))}.`,
      reported === 'submitted'
        ? 'Petugas akan memeriksanya dan mengabari Anda di sini.'
        : undefined,
      reported === 'submitted' ? later : undefined,
      next && next.id !== step.id ? html`Langkah berikutnya: ${bold(stepTitle(next))}` : undefined,
    ),
    buttons: [
      ...(next && next.id !== step.id
        ? [[stepButton(registering, next, `▶ ${stepTitle(next)}`)]]
        : []),
      [overviewButton(registering)],
    ],
  };
}

const whyNot = ({ registration }: Registering, { step }: StepInView): string =>
  isClosed(stateOf(registration, step.id))
    ? 'Terima kasih. Langkah ini sudah diputuskan petugas, jadi tidak kami ubah. Keadaan terbaru:'
    : 'Mohon maaf, langkah ini baru saja berubah, jadi kabar tadi belum kami simpan. Keadaan terbaru:';
