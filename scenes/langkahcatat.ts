import { moveStep } from '../src/board/move-step';
import { defineForm } from '../src/scene';
import { prepareCentreStep } from './centre-step';
import { decided } from './office-step-card';
import { knownFacts } from './step-facts-asked';
import { stepPreface } from './step-in-view';
import { reportedFacts, reportedSteps } from './step-reported';

/** Writes down how far a step is for a manager who telephones; it waits to be looked at like any other. */
export const langkahcatat = defineForm({
  command: 'langkahcatat',
  about: 'Catat langkah atas nama BLK',
  title: 'Langkah atas nama BLK',
  unlisted: true,
  for: ['officer'],
  prepare: prepareCentreStep,
  preface: stepPreface,
  given: knownFacts,
  steps: reportedSteps,

  async finish({ id, answers, facts, visitor, world }) {
    const moving = {
      ...facts,
      ...({ side: 'centre', to: answers.to, key: id, onBehalf: true } as const),
      facts: reportedFacts(answers, facts),
    };
    return decided(await moveStep(moving, world, visitor), facts.step, world);
  },
});
