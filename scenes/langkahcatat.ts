import { moveStep } from '../src/board/move-step';
import { isOfOffice } from '../src/domain/checklist';
import { type Reading, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import { defineForm } from '../src/scene';
import { decided } from './office-step-card';
import { knownFacts } from './step-facts-asked';
import { type StepInView, prepareOfficeStep, stepPreface } from './step-in-view';
import { reportedFacts, reportedSteps } from './step-reported';

/** What the office does itself no centre tells of. */
async function prepareTold(
  world: World,
  visitor: Visitor,
  argument: string,
): Promise<Reading<StepInView>> {
  const found = await prepareOfficeStep(world, visitor, argument);
  return found.ok && isOfOffice(found.value.step)
    ? unclear('Langkah itu dikerjakan petugas sendiri. Silakan lihat /progres.')
    : found;
}

/** Writes down how far a step is for a manager who telephones; it waits to be looked at like any other. */
export const langkahcatat = defineForm({
  command: 'langkahcatat',
  about: 'Catat langkah atas nama BLK',
  title: 'Langkah atas nama BLK',
  unlisted: true,
  for: ['officer'],
  prepare: prepareTold,
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
