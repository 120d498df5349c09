import type { ChecklistStage } from '../src/domain/checklist';
import { stageKey } from '../src/domain/checklist-edits';
import { bold, html } from '../src/html';
import { type Step, defineForm } from '../src/scene';
import { changeChecklist } from './change-checklist';
import { checklistButton, checklistStageButton } from './checklist-cards';
import { prepareStage } from './checklist-stage-asked';
import { readStageName } from './stage-name-asked';

const name: Step<string, ChecklistStage> = {
  label: 'Nama',
  ask: 'Apa nama baru tahap ini?',
  read: readStageName,
};

/** Gives a stage of the checklist another name. */
export const namatahap = defineForm({
  command: 'namatahap',
  about: 'Ubah nama tahap daftar periksa',
  title: 'Ubah nama tahap',
  unlisted: true,
  for: ['officer', 'admin'],
  prepare: prepareStage,
  preface: ({ name: now }: ChecklistStage) => html`Tahap: ${bold(now)}`,
  send: 'Simpan',
  steps: { name },

  async finish({ id, answers, facts: stage, visitor, world }) {
    const key = stageKey(stage.id);
    const named = { id, change: { [key]: { name: answers.name } }, what: `${key}: name` };
    const { ok, text } = await changeChecklist(named, world, visitor);
    const shown = ok ? { ...stage, name: answers.name } : stage;
    return { text, buttons: [[checklistStageButton(shown)], [checklistButton]] };
  },
});
