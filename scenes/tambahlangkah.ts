import type { ChecklistStage } from '../src/domain/checklist';
import { addedId, addingStep } from '../src/domain/checklist-changes';
import { bold, html } from '../src/html';
import { defineForm } from '../src/scene';
import { changeChecklist } from './change-checklist';
import { newStepHint, newStepName, newStepOf, newStepOwner } from './checklist-added-steps';
import { checklistButton, checklistStageButton } from './checklist-cards';
import { prepareStage } from './checklist-stage-asked';

/** Adds a step to the end of a stage of the checklist; its buttons then put it in its place. */
export const tambahlangkah = defineForm({
  command: 'tambahlangkah',
  about: 'Tambah langkah daftar periksa',
  title: 'Tambah langkah',
  unlisted: true,
  for: ['officer', 'admin'],
  prepare: prepareStage,
  preface: ({ name }: ChecklistStage) => html`Tahap: ${bold(name)}`,
  send: 'Simpan',
  steps: { name: newStepName, hint: newStepHint, owner: newStepOwner },

  async finish({ id, answers, facts: stage, visitor, world }) {
    const step = await newStepOf(addedId(id), answers, world, stage.id);
    const change = addingStep(stage.id, step);
    const { text } = await changeChecklist(
      { id, change, what: `${step.id}: added` },
      world,
      visitor,
    );
    return { text, buttons: [[checklistStageButton(stage)], [checklistButton]] };
  },
});
