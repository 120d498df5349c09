import type { Checklist, ChecklistStep, Paper } from './checklist';

/** What was changed of a step by command; papers by their id: a name, or false for one that was taken out. */
export interface StepEdit {
  readonly name?: string;
  readonly hint?: string;
  readonly papers?: Readonly<Record<string, string | false>>;
}

/** What was changed of a checklist by command, by the ids of the steps. */
export type ChecklistEdits = Readonly<Record<string, StepEdit>>;

/** A checklist with what was changed of it, as a version of its own; a step that is gone is passed over. */
export const withEdits = (
  { version, stages, ...rest }: Checklist,
  edits: ChecklistEdits,
  turn: number,
): Checklist => ({
  ...rest,
  version: turn === 0 ? version : `${version}+${turn}`,
  stages: stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => edited(step, edits[step.id])),
  })),
});

function edited(step: ChecklistStep, edit: StepEdit | undefined): ChecklistStep {
  if (!edit) return step;
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
