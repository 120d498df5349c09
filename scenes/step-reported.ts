import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { type StepFacts, stepStateName } from '../src/domain/registration';
import { type Step, optional } from '../src/scene';
import {
  type AnsweredFacts,
  answeredFacts,
  dayStep,
  numberStep,
  validUntilStep,
} from './step-facts-asked';
import { type StepInView, factsOf } from './step-in-view';

/** What a centre may say of a step. */
export type Reported = 'preparing' | 'submitted';

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

/** Asks how far a step is, and what is written down with it. */
export const reportedSteps = {
  to,
  number: numberStep,
  on: dayStep,
  validUntil: validUntilStep,
  note,
};

interface ReportedAnswers extends AnsweredFacts {
  readonly to: Reported;
  readonly note: string | undefined;
}

/** While a step is being prepared, nothing is asked that was written down before. */
export const reportedFacts = (answers: ReportedAnswers, facts: StepInView): StepFacts => ({
  ...(answers.to === 'preparing' ? factsOf(facts) : answeredFacts(answers)),
  ...(answers.note !== undefined && { note: answers.note }),
});
