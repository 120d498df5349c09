import { placingStage, placingStep, puttingBack, takingOut } from '../src/domain/checklist-changes';
import { stepIn } from '../src/domain/checklist';
import type { EditChange } from '../src/domain/checklist-edits';
import { lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { Card } from '../src/talk';
import { changeChecklist } from './change-checklist';
import { checklistButton, checklistCard, stepGone } from './checklist-cards';
import { leavingSteps } from './checklist-out-cards';

/** What a button of the checklist asks for. */
export interface Acting {
  /** Everything the button carries, which names the change. */
  readonly ask: string;
  /** The change in the words of the audit log: `A3: place`. */
  readonly what: string;
  /** The id of a step or a stage. */
  readonly id: string;
  readonly place: number;
  readonly world: World;
  readonly visitor: Visitor;
}

const gone: Card = { text: plain(stepGone), buttons: [[checklistButton]] };

/** Puts a step at another place of its stage, and shows it there. */
export async function moveStep(acting: Acting): Promise<Card> {
  const { id, place, world } = acting;
  const checklist = await world.checklists.current();
  const stage = stepIn(checklist, id)?.stage;
  const change = placingStep(checklist, id, place);
  return stage && change ? changed(acting, change, [stage.id, id]) : gone;
}

/** Puts a stage at another place, and shows all of them. */
export async function moveStage(acting: Acting): Promise<Card> {
  const { id, place, world } = acting;
  const checklist = await world.checklists.current();
  if (!checklist.stages.some((stage) => stage.id === id)) return gone;
  return changed(acting, placingStage(checklist, id, place), []);
}

/** Takes a step out, or all steps of a stage and the stage with them. */
export async function takeOut(what: 'step' | 'stage', acting: Acting): Promise<Card> {
  const { id, world } = acting;
  const leaving = await leavingSteps(what, id, world);
  if (!leaving.ok) return { text: plain(leaving.why), buttons: [[checklistButton]] };
  const { steps, stage } = leaving.value;
  const shown = what === 'step' && stage.steps.length > 1 ? [stage.id] : [];
  return changed(acting, takingOut(steps.map((step) => step.id)), shown);
}

/** Puts back a step that was taken out, and shows its stage. */
export async function putBack(acting: Acting): Promise<Card> {
  const { id, world } = acting;
  const found = (await world.checklists.takenOut()).find(({ step }) => step.id === id);
  if (!found) return gone;
  return changed(acting, puttingBack(id), [found.stage.id]);
}

async function changed(
  { ask, what, world, visitor }: Acting,
  change: EditChange,
  shown: readonly string[],
): Promise<Card> {
  const { ok, text } = await changeChecklist({ id: ask, change, what }, world, visitor);
  if (!ok) return { text, buttons: [[checklistButton]] };
  const card = await checklistCard(shown, world, visitor);
  return { text: lines(text, '', card.text), buttons: card.buttons ?? [] };
}
