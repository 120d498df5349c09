import { type Checklist, type ChecklistStage, stepIn } from '../src/domain/checklist';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { mayEditChecklist } from './change-checklist';
import { checklistStepButton, checklistStepCard } from './checklist-step-card';

export const stepGone =
  'Mohon maaf, langkah atau tahap itu sudah tidak ada dalam daftar. Silakan lihat daftar terbaru di /pengaturan.';

/** The button that opens the checklist in /pengaturan. */
export const checklistButton: Button = {
  label: 'Daftar periksa',
  data: opens('pengaturan', 'c'),
};

/** The button that opens a stage of it. */
export const checklistStageButton = ({
  id,
  name,
}: Pick<ChecklistStage, 'id' | 'name'>): Button => ({
  label: name,
  data: opens('pengaturan', `c.${id}`),
});

/** The checklist of the registration: its stages, the steps of one (`.stage`), or one step (`.stage.step`). */
export async function checklistCard(
  [stageId = '', stepId]: readonly (string | undefined)[],
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const checklist = await world.checklists.current();
  if (stageId === '') return stagesCard(checklist, world, visitor);
  const step = stepId === undefined ? undefined : stepIn(checklist, stepId);
  const stage = checklist.stages.find(({ id }) => id === stageId);
  if (step) return checklistStepCard(step, world, visitor);
  return stepId === undefined && stage
    ? stageCard(stage, checklist, world, visitor)
    : { text: plain(stepGone), buttons: [[checklistButton]] };
}

/** Leads to the steps that were taken out. */
const takenOutButton = (count: number): Button => ({
  label: `Yang dikeluarkan (${count})`,
  data: opens('susundaftar', 'l'),
});

async function stagesCard(
  { version, stages }: Checklist,
  { checklists }: World,
  visitor: Visitor,
): Promise<Card> {
  const [problems, out] = await Promise.all([checklists.problems(), checklists.takenOut()]);
  const changes = [
    [{ label: '➕ Tambah tahap', data: opens('tambahtahap') }],
    ...(out.length > 0 ? [[takenOutButton(out.length)]] : []),
  ];
  return {
    text: lines(
      html`${bold('Daftar periksa pendaftaran')} · versi ${version}`,
      mayEditChecklist(visitor)
        ? 'Daftar ini berlaku untuk semua BLK. Tahap, langkah, dan suratnya dapat diubah di sini; progres BLK yang sedang berjalan tidak hilang.'
        : 'Daftar ini berlaku untuk semua BLK.',
      ...problems.map((problem) => `⚠️ Belum dipakai – ${problem}`),
    ),
    buttons: [
      ...stages.map((stage) => [checklistStageButton(stage)]),
      ...(mayEditChecklist(visitor) ? changes : []),
      [{ label: 'Pengaturan', data: opens('pengaturan') }],
    ],
  };
}

async function stageCard(
  stage: ChecklistStage,
  { stages }: Checklist,
  { checklists }: World,
  visitor: Visitor,
): Promise<Card> {
  const [turn, out] = await Promise.all([checklists.turn(), checklists.takenOut()]);
  const own = out.filter((one) => one.stage.id === stage.id);
  return {
    text: lines(html`${bold(stage.name)} · daftar periksa`, 'Silakan ketuk satu langkah.'),
    buttons: [
      ...stage.steps.map((step) => [checklistStepButton(stage.id, step)]),
      ...(mayEditChecklist(visitor) ? stageChanges(stage, stages, turn) : []),
      ...(mayEditChecklist(visitor) && own.length > 0 ? [[takenOutButton(own.length)]] : []),
      [{ label: 'Semua tahap', data: opens('pengaturan', 'c') }],
    ],
  };
}

function stageChanges(
  { id }: ChecklistStage,
  stages: readonly ChecklistStage[],
  turn: number,
): readonly (readonly Button[])[] {
  const place = stages.findIndex((stage) => stage.id === id);
  const move = (label: string, to: number): Button => ({
    label,
    data: opens('susundaftar', `t.${turn}.${id}.${to}`),
  });
  const moves = [
    ...(place > 0 ? [move('▲ Naikkan tahap', place - 1)] : []),
    ...(place < stages.length - 1 ? [move('▼ Turunkan tahap', place + 1)] : []),
  ];
  return [
    [
      { label: '➕ Tambah langkah', data: opens('tambahlangkah', id) },
      { label: 'Ubah nama tahap', data: opens('namatahap', id) },
    ],
    ...(moves.length > 0 ? [moves] : []),
    [{ label: 'Keluarkan tahap', data: opens('susundaftar', `T.${turn}.${id}`) }],
  ];
}
