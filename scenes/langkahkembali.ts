import { moveStep } from '../src/board/move-step';
import { isOfOffice } from '../src/domain/checklist';
import { type Reading, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm } from '../src/scene';
import { decided } from './office-step-card';
import { type StepInView, factsOf, prepareOfficeStep, stepPreface } from './step-in-view';

const reason: Step<string, StepInView> = {
  label: 'Perbaikan',
  ask: 'Apa yang perlu diperbaiki? Tulisan ini dibaca pengelola. Contoh: Tanggal pada SK belum terisi.',
  read: (said) =>
    readText(said, { of: 'alasan', max: 300, min: 5, example: 'Tanggal pada SK belum terisi' }),
};

/** What the office does itself goes back to nobody. */
async function prepareReturn(
  world: World,
  visitor: Visitor,
  argument: string,
): Promise<Reading<StepInView>> {
  const found = await prepareOfficeStep(world, visitor, argument);
  return found.ok && isOfOffice(found.value.step)
    ? unclear('Langkah itu dikerjakan petugas sendiri. Silakan lihat /progres.')
    : found;
}

/** Returns a step to its centre, always with a reason. */
export const langkahkembali = defineForm({
  command: 'langkahkembali',
  about: 'Mengembalikan langkah pendaftaran',
  title: 'Kembalikan langkah',
  unlisted: true,
  for: ['officer'],
  prepare: prepareReturn,
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
