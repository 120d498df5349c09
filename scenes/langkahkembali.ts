import { moveStep } from '../src/board/move-step';
import { readText } from '../src/domain/reading-text';
import { type Step, defineForm } from '../src/scene';
import { prepareCentreStep } from './centre-step';
import { decided } from './office-step-card';
import { type StepInView, factsOf, stepPreface } from './step-in-view';

const reason: Step<string, StepInView> = {
  label: 'Perbaikan',
  ask: 'Apa yang perlu diperbaiki? Tulisan ini dibaca pengelola. Contoh: Tanggal pada SK belum terisi.',
  read: (said) =>
    readText(said, { of: 'alasan', max: 300, min: 5, example: 'Tanggal pada SK belum terisi' }),
};

/** Returns a step to its centre, always with a reason. */
export const langkahkembali = defineForm({
  command: 'langkahkembali',
  about: 'Mengembalikan langkah pendaftaran',
  title: 'Kembalikan langkah',
  unlisted: true,
  for: ['officer'],
  prepare: prepareCentreStep,
  preface: stepPreface,
  steps: { reason },

  async finish({ id, answers, facts, visitor, world }) {
    const moving = {
      ...facts,
      ...({ side: 'office', to: 'returned', key: id } as const),
      facts: { ...factsOf(facts), note: answers.reason },
    };
    return decided(await moveStep(moving, world, visitor), facts.step, world);
  },
});
