import type {
  Checklist,
  ChecklistStage,
  ChecklistStep,
  Paper,
  RegistrationPath,
  StepOwner,
} from './checklist';
import { inOrder } from './in-order';

/** What was changed of a step by command; papers by their id: a name, or false for one that was taken out. */
export interface StepEdit {
  readonly name?: string;
  readonly hint?: string;
  readonly papers?: Readonly<Record<string, string | false>>;
  /** It was taken out, with what is known of it in each registration. */
  readonly out?: true;
  /** Where a step stands, and who takes it, that the checklist beneath does not have. */
  readonly added?: {
    readonly stage: string;
    readonly owner: StepOwner;
    readonly code?: string;
  };
}

/** What was changed of a stage by command. */
export interface StageEdit {
  readonly name?: string;
  /** The ids of its steps as they were last put in order. */
  readonly order?: readonly string[];
  /** What a stage is like that the checklist beneath does not have. */
  readonly added?: { readonly required: boolean; readonly path?: RegistrationPath };
}

/** What was changed of a checklist by command: of a step under its id, of a stage under `stageKey`. */
export type ChecklistEdits = Readonly<Record<string, StepEdit | StageEdit>>;

/** A change of some of them, each laid over what was changed before; null takes something back. */
export type EditChange = Readonly<Record<string, object | null>>;

/** Where what was changed of a stage is kept, or of the list of all stages. */
export const stageKey = (stage = ''): string => `#${stage}`;

const ofStep = (edits: ChecklistEdits, id: string): StepEdit => (edits[id] ?? {}) as StepEdit;
const ofStage = (edits: ChecklistEdits, id = ''): StageEdit =>
  (edits[stageKey(id)] ?? {}) as StageEdit;

/**
 * A checklist with what was changed of it, as a version of its own.
 *
 * A change of what is gone is passed over, and a stage in which no step is left is left out.
 */
export const withEdits = (
  { version, stages, ...rest }: Checklist,
  edits: ChecklistEdits,
  turn: number,
): Checklist => ({
  ...rest,
  version: turn === 0 ? version : `${version}+${turn}`,
  stages: stagesWith(stages, edits)
    .map((stage) => ({ ...stage, steps: stage.steps.filter(({ id }) => !ofStep(edits, id).out) }))
    .filter(({ steps }) => steps.length > 0),
});

/** A step that was taken out, and the stage it comes back to. */
export interface TakenOut {
  readonly step: ChecklistStep;
  readonly stage: ChecklistStage;
}

/** The steps that were taken out of a checklist. */
export const takenOut = ({ stages }: Checklist, edits: ChecklistEdits): readonly TakenOut[] =>
  stagesWith(stages, edits).flatMap((stage) =>
    stage.steps.filter(({ id }) => ofStep(edits, id).out).map((step) => ({ step, stage })),
  );

/** The names of the steps that were added to a stage which the checklist beneath has no more. */
export function strayedSteps({ stages }: Checklist, edits: ChecklistEdits): readonly string[] {
  const there = stagesWith(stages, edits).map(({ id }) => id);
  return Object.values(edits as Readonly<Record<string, StepEdit>>).flatMap(
    ({ added, out, name = '' }) =>
      added && 'stage' in added && !out && !there.includes(added.stage) ? [name] : [],
  );
}

/** All stages with all their steps, also those that were taken out. */
function stagesWith(
  stages: readonly ChecklistStage[],
  edits: ChecklistEdits,
): readonly ChecklistStage[] {
  const ids = stages.flatMap(({ steps }) => steps.map(({ id }) => id));
  const all = [...stages, ...addedStages(stages, edits)].map((stage) => {
    const { name = stage.name, order } = ofStage(edits, stage.id);
    const steps = [...stage.steps, ...addedSteps(stage.id, ids, edits)];
    return {
      ...stage,
      name,
      steps: inOrder(steps, order).map((step) => edited(step, ofStep(edits, step.id))),
    };
  });
  return inOrder(all, ofStage(edits).order);
}

function addedStages(
  stages: readonly ChecklistStage[],
  edits: ChecklistEdits,
): readonly ChecklistStage[] {
  const there = stages.map(({ id }) => stageKey(id));
  return Object.entries(edits).flatMap(([key, { added }]) =>
    added && 'required' in added && !there.includes(key)
      ? [{ id: key.slice(stageKey().length), name: '', steps: [], ...added }]
      : [],
  );
}

function addedSteps(
  stage: string,
  there: readonly string[],
  edits: ChecklistEdits,
): readonly ChecklistStep[] {
  return Object.entries(edits).flatMap(([id, { added }]) =>
    added && 'owner' in added && added.stage === stage && !there.includes(id)
      ? [{ id, name: '', hint: '', papers: [], owner: added.owner, ...codeIn(added, there) }]
      : [],
  );
}

/** A code that the file has given to a step of its own by now is not shown twice. */
const codeIn = ({ code }: { readonly code?: string }, there: readonly string[]) =>
  code === undefined || there.includes(code) ? {} : { code };

function edited(step: ChecklistStep, edit: StepEdit): ChecklistStep {
  const { name = step.name, hint = step.hint, papers = {} } = edit;
  return { ...step, name, hint, papers: editedPapers(step.papers, papers) };
}

function editedPapers(
  papers: readonly Paper[],
  edits: NonNullable<StepEdit['papers']>,
): readonly Paper[] {
  const there = papers.map(({ id }) => id);
  const added = Object.keys(edits).filter((id) => !there.includes(id));
  return [...papers, ...added.map((id) => ({ id, name: '' }))].flatMap(({ id, name }) => {
    const now = edits[id] ?? name;
    return now === false ? [] : [{ id, name: now }];
  });
}
