import { type Checklist, type RegistrationPath, type StepOwner, stepIn } from './checklist';
import { type EditChange, stageKey } from './checklist-edits';

/** A step that is added by command. */
export interface NewStep {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly owner: StepOwner;
  /** The code that it is shown with: 'B6'. */
  readonly code?: string;
}

/** A stage that is added by command. */
export interface NewStage {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly path?: RegistrationPath;
}

const ownMark = 'x-';

/** The id of what a form adds: six characters as in the file, with a mark that no file's own ids begin with. */
export const addedId = (form: string): string => `${ownMark}${form.slice(0, 4)}`;

/** Whether a step or a stage was added by command. */
export const isAddedId = (id: string): boolean => id.startsWith(ownMark);

/** Adds a step to the end of a stage. */
export const addingStep = (
  stage: string,
  { id, name, hint, owner, code }: NewStep,
): EditChange => ({
  [id]: { name, hint, added: { stage, owner, ...(code !== undefined && { code }) } },
});

/** Adds a stage to the end, with its first step. */
export const addingStage = (stage: NewStage, first: NewStep): EditChange => ({
  [stageKey(stage.id)]: {
    name: stage.name,
    added: { required: stage.required, ...(stage.path && { path: stage.path }) },
  },
  ...addingStep(stage.id, first),
});

/** Takes steps out; what is known of them stays. */
export const takingOut = (steps: readonly string[]): EditChange =>
  Object.fromEntries(steps.map((id) => [id, { out: true }]));

/** Puts a step back in the place it had. */
export const puttingBack = (step: string): EditChange => ({ [step]: { out: null } });

/** Puts a step at a place of its stage, counted from 0; undefined when there is no such step. */
export function placingStep(
  checklist: Checklist,
  id: string,
  place: number,
): EditChange | undefined {
  const found = stepIn(checklist, id);
  if (!found) return undefined;
  return { [stageKey(found.stage.id)]: { order: placed(idsOf(found.stage.steps), id, place) } };
}

/** Puts a stage at a place, counted from 0. */
export const placingStage = ({ stages }: Checklist, id: string, place: number): EditChange => ({
  [stageKey()]: { order: placed(idsOf(stages), id, place) },
});

const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

const placed = (ids: readonly string[], id: string, place: number): readonly string[] =>
  ids.filter((one) => one !== id).toSpliced(place, 0, id);
