import { stepTitle } from '../src/board/registration-words';
import { type Checklist, type ChecklistStep, stepIn } from '../src/domain/checklist';
import { type Html, bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { maySetForAll, settingNotFound } from './settings-target';

/**
 * The checklist of the registration: its stages, the steps of one (`.stage`), or one step (`.stage.step`)
 * with what an admin can change of it.
 */
export async function checklistCard(
  [stageId, stepId]: readonly (string | undefined)[],
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const checklist = await world.checklists.current();
  if (stageId === undefined || stageId === '') return stagesCard(checklist, world, visitor);
  if (stepId !== undefined) return stepOr(checklist, stepId, visitor);
  const stage = checklist.stages.find(({ id }) => id === stageId);
  if (!stage) return { text: plain(settingNotFound) };
  return {
    text: lines(html`${bold(stage.name)} · daftar periksa`, 'Silakan ketuk satu langkah.'),
    buttons: [
      ...stage.steps.map((step) => [checklistStepButton(stage.id, step)]),
      [{ label: 'Semua tahap', data: opens('pengaturan', 'c') }],
    ],
  };
}

/** The button that opens a step of the checklist. */
export const checklistStepButton = (stage: string, step: ChecklistStep): Button => ({
  label: stepTitle(step),
  data: opens('pengaturan', `c.${stage}.${step.id}`),
});

async function stagesCard(
  { version, stages }: Checklist,
  { checklists }: World,
  visitor: Visitor,
): Promise<Card> {
  const problems = await checklists.problems();
  return {
    text: lines(
      html`${bold('Daftar periksa pendaftaran')} · versi ${version}`,
      maySetForAll(visitor)
        ? 'Nama, keterangan, dan surat setiap langkah dapat diubah di sini. Progres BLK yang sedang berjalan tidak hilang.'
        : 'Daftar ini berlaku untuk semua BLK dan diubah oleh admin.',
      ...problems.map((problem) => `⚠️ Belum dipakai – ${problem}`),
    ),
    buttons: [
      ...stages.map(({ id, name }) => [{ label: name, data: opens('pengaturan', `c.${id}`) }]),
      [{ label: 'Pengaturan', data: opens('pengaturan') }],
    ],
  };
}

function stepOr(checklist: Checklist, id: string, visitor: Visitor): Card {
  const found = stepIn(checklist, id);
  if (!found) return { text: plain(settingNotFound) };
  const { step, stage } = found;
  const change = (label: string, what: string): Button => ({
    label,
    data: opens('ubahlangkah', `${what}.${step.id}`),
  });
  const changes = [
    [change('Ubah nama', 'n'), change('Ubah keterangan', 'k')],
    [change('Tambah surat', 't'), ...(step.papers.length > 0 ? [change('Hapus surat', 'h')] : [])],
    [change('Kembalikan ke asal', 'a')],
  ];
  return {
    text: lines(...checklistStepLines(step)),
    buttons: [
      ...(maySetForAll(visitor) ? changes : []),
      [{ label: stage.name, data: opens('pengaturan', `c.${stage.id}`) }],
    ],
  };
}

/** What of a step can be changed, as it is now. */
const checklistStepLines = (step: ChecklistStep): readonly Html[] => [
  bold(stepTitle(step)),
  html`Keterangan: ${step.hint === '' ? '–' : step.hint}`,
  html`Surat: ${step.papers.length === 0 ? '–' : step.papers.map(({ name }) => name).join(', ')}`,
];
