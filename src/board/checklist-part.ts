import { allSteps } from '../domain/checklist';
import { isAddedId } from '../domain/checklist-changes';
import { stageKey } from '../domain/checklist-edits';
import type { World } from '../ports';
import { isolated } from '../domain/isolated';

/** A step or a stage of the checklist by the key of its changes: 'langkah A3', 'tahap Pendataan awal'. */
export async function checklistPart(
  key: string,
  { checklists }: Pick<World, 'checklists'>,
): Promise<string> {
  const [checklist, out] = await Promise.all([checklists.current(), checklists.takenOut()]);
  if (key.startsWith(stageKey())) {
    const stages = [...checklist.stages, ...out.map(({ stage }) => stage)];
    return `tahap ${isolated(stages.find(({ id }) => stageKey(id) === key)?.name ?? 'yang sudah tidak ada')}`;
  }
  if (!isAddedId(key)) return `langkah ${key}`;
  const steps = [...allSteps(checklist), ...out.map(({ step }) => step)];
  return `langkah ${isolated(steps.find(({ id }) => id === key)?.name ?? 'yang sudah tidak ada')}`;
}
