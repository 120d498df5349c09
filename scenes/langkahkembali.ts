import { moveStep } from '../src/board/move-step';
import { stepTitle } from '../src/board/registration-words';
import { isOfOffice } from '../src/domain/checklist';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm } from '../src/scene';
import { decided } from './office-step-card';
import { type StepInView, factsOf, prepareOfficeStep } from './step-in-view';

/** What is to be put right, at which step: at the summary it has to be seen. */
interface Return {
  readonly reason: string;
  readonly title: string;
}

const reason: Step<Return, StepInView> = {
  label: 'Perbaikan',
  ask: ({ facts }) =>
    `Apa yang perlu diperbaiki pada ${stepTitle(facts.step)}? Tulisan ini dibaca pengelola. Contoh: Tanggal pada SK belum terisi.`,
  read: (said, { facts }) => {
    const wording = { of: 'alasan', max: 300, min: 5, example: 'Tanggal pada SK belum terisi' };
    const read = readText(said, wording);
    return read.ok ? understood({ reason: read.value, title: stepTitle(facts.step) }) : read;
  },
  keep: (value) => value.reason,
  show: (value) => `${value.title} – ${value.reason}`,
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
  steps: { reason },

  async finish({ id, answers, facts, visitor, world }) {
    const moving = {
      ...facts,
      ...({ side: 'office', to: 'returned', key: id } as const),
      facts: { ...factsOf(facts), note: answers.reason.reason },
    };
    return decided(await moveStep(moving, world, visitor), facts.step, world);
  },
});
