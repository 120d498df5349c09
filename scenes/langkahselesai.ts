import { moveStep } from '../src/board/move-step';
import { defineForm } from '../src/scene';
import { decided } from './office-step-card';
import { answeredFacts, dayStep, knownFacts, numberStep, validUntilStep } from './step-facts-asked';
import { prepareOfficeStep, stepPreface } from './step-in-view';

/** Confirms a step that has a number or days, after a look at them. */
export const langkahselesai = defineForm({
  command: 'langkahselesai',
  about: 'Menyatakan langkah pendaftaran selesai',
  title: 'Langkah selesai',
  unlisted: true,
  for: ['officer'],
  send: 'Selesai',
  prepare: prepareOfficeStep,
  preface: stepPreface,
  given: knownFacts,
  steps: { number: numberStep, on: dayStep, validUntil: validUntilStep },

  async finish({ id, answers, facts, visitor, world }) {
    const moving = {
      ...facts,
      ...({ side: 'office', to: 'done', key: id } as const),
      facts: answeredFacts(answers),
    };
    return decided(await moveStep(moving, world, visitor), facts.step, world);
  },
});
