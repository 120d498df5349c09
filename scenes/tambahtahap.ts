import type { RegistrationPath } from '../src/domain/checklist';
import { addedId, addingStage } from '../src/domain/checklist-changes';
import { stageKey } from '../src/domain/checklist-edits';
import { type Step, defineForm } from '../src/scene';
import { changeChecklist, editorOnly } from './change-checklist';
import { firstStepName, newStepHint, newStepOf, newStepOwner } from './checklist-added-steps';
import { checklistButton, checklistStageButton } from './checklist-cards';
import { readStageName } from './stage-name-asked';
import { choiceStep } from './tapped-choice';

const stage: Step<string> = {
  label: 'Tahap',
  ask: 'Apa nama tahapnya? Contoh: Rekomendasi kecamatan.',
  read: readStageName,
};

const needed: Step<'yes' | 'no'> = choiceStep({
  label: 'Sifat',
  ask: 'Apakah tahap ini diperlukan untuk terdaftar?',
  choices: [
    { label: 'Diperlukan', says: 'yes' },
    { label: 'Pilihan', says: 'no' },
  ],
});

type Path = RegistrationPath | 'both';

const path: Step<Path> = choiceStep({
  label: 'Jalur',
  ask: 'Untuk jalur yang mana?',
  choices: [
    { label: 'Semua jalur', says: 'both' },
    { label: 'OSS (swasta)', says: 'oss' },
    { label: 'Tanda daftar (pemerintah)', says: 'tanda_daftar' },
  ],
});

/** Adds a stage to the end of the checklist, with its first step. */
export const tambahtahap = defineForm({
  command: 'tambahtahap',
  about: 'Tambah tahap daftar periksa',
  title: 'Tambah tahap',
  unlisted: true,
  for: ['officer', 'admin'],
  prepare: editorOnly,
  send: 'Simpan',
  steps: {
    ...{ stage, needed, path },
    ...{ name: firstStepName, hint: newStepHint, owner: newStepOwner },
  },

  async finish({ id, answers, visitor, world }) {
    const { stage: name, needed: need, path: on } = answers;
    const added = {
      ...{ id: addedId(id), name, required: need === 'yes' },
      ...(on !== 'both' && { path: on }),
    };
    const first = await newStepOf(addedId(id), answers, world);
    const change = addingStage(added, first);
    const named = { id, change, what: `${stageKey(added.id)}: added` };
    const { ok, text } = await changeChecklist(named, world, visitor);
    return { text, buttons: [...(ok ? [[checklistStageButton(added)]] : []), [checklistButton]] };
  },
});
