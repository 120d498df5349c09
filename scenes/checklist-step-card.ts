import { stepTitle } from '../src/board/registration-words';
import { type ChecklistStage, type ChecklistStep, ownerName } from '../src/domain/checklist';
import { isAddedId } from '../src/domain/checklist-changes';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { mayEditChecklist } from './change-checklist';
import { lastChangeWords } from './last-change';
import { isolated } from '../src/domain/isolated';

/** The button that opens a step of the checklist. */
export const checklistStepButton = (stage: string, step: ChecklistStep): Button => ({
  label: stepTitle(step),
  data: opens('pengaturan', `c.${stage}.${step.id}`),
});

/** A step of the checklist, with who changed it last, and what can be changed of it. */
export async function checklistStepCard(
  { step, stage }: { readonly step: ChecklistStep; readonly stage: ChecklistStage },
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const [changes, turn] = await Promise.all([world.checklists.changes(), world.checklists.turn()]);
  const part = (edits: object) => (edits as Readonly<Record<string, unknown>>)[step.id];
  const lastChange = await lastChangeWords(changes, part, world, visitor);
  return {
    text: lines(
      bold(stepTitle(step)),
      html`Keterangan: ${step.hint === '' ? '–' : step.hint}`,
      html`Surat: ${step.papers.length === 0 ? '–' : step.papers.map(({ name }) => isolated(name)).join(', ')}`,
      html`Dikerjakan oleh: ${ownerName(step.owner)}`,
      html`Urutan: ${placeIn(stage, step) + 1} dari ${stage.steps.length} langkah`,
      lastChange,
    ),
    buttons: [
      ...(mayEditChecklist(visitor) ? stepChanges(step, stage, turn) : []),
      [{ label: stage.name, data: opens('pengaturan', `c.${stage.id}`) }],
    ],
  };
}

const placeIn = ({ steps }: ChecklistStage, step: ChecklistStep): number =>
  steps.findIndex(({ id }) => id === step.id);

function stepChanges(
  step: ChecklistStep,
  stage: ChecklistStage,
  turn: number,
): readonly (readonly Button[])[] {
  const place = placeIn(stage, step);
  const change = (label: string, what: string): Button => ({
    label,
    data: opens('ubahlangkah', `${what}.${step.id}`),
  });
  const move = (label: string, to: number): Button => ({
    label,
    data: opens('susundaftar', `n.${turn}.${step.id}.${to}`),
  });
  return [
    [change('Ubah nama', 'n'), change('Ubah keterangan', 'k')],
    [change('Tambah surat', 't'), ...(step.papers.length > 0 ? [change('Hapus surat', 'h')] : [])],
    [
      ...(place > 0 ? [move('▲ Naikkan', place - 1)] : []),
      ...(place < stage.steps.length - 1 ? [move('▼ Turunkan', place + 1)] : []),
    ],
    [
      { label: 'Keluarkan langkah', data: opens('susundaftar', `k.${turn}.${step.id}`) },
      ...(isAddedId(step.id) ? [] : [change('Kembalikan ke asal', 'a')]),
    ],
  ].filter((row) => row.length > 0);
}
