import type { ChecklistStage } from '../src/domain/checklist';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import { editorOnly } from './change-checklist';
import { stepGone } from './checklist-cards';

/** Finds the stage a button names, for those who may change the checklist. */
export async function prepareStage(
  world: World,
  visitor: Visitor,
  ask: string,
): Promise<Reading<ChecklistStage>> {
  const allowed = await editorOnly(world, visitor);
  if (!allowed.ok) return allowed;
  const { stages } = await world.checklists.current();
  const stage = stages.find(({ id }) => id === ask.trim());
  return stage ? understood(stage) : unclear(stepGone);
}
