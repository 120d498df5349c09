import type { Institution } from './institution';
import {
  type Checklist,
  type ChecklistStage,
  type ChecklistStep,
  type Paper,
  type RegistrationPath,
  isOfOffice,
  stagesOn,
} from './checklist';
import type { Day } from './day';

/** How far a step is. */
export type StepState = 'todo' | 'preparing' | 'submitted' | 'returned' | 'done' | 'exempt';

/** What is written down with a step. */
export interface StepFacts {
  /** What was said at the last change: the centre's note, or why the office returned it. */
  readonly note?: string;
  readonly number?: string;
  /** The day of the paper. */
  readonly on?: Day;
  readonly validUntil?: Day;
}

/** A step as it stands. */
export interface StepRecord extends StepFacts {
  readonly state: StepState;
  /** Counts the changes of its state; a change is made upon the one it was seen at. */
  readonly revision: number;
  /** The ids of the papers that are there. */
  readonly papers?: readonly string[];
  /** Who moved it last, and when; a ticked paper is a movement too. */
  readonly by: string;
  readonly at: Date;
  /** An officer wrote down what the centre told them. */
  readonly onBehalf?: true;
}

/** A change of a step: what it becomes, upon which revision, with everything written down from then on. */
export interface StepMove extends StepFacts {
  /** Makes a repeat harmless. */
  readonly key: string;
  readonly step: string;
  readonly revision: number;
  readonly from: StepState;
  readonly to: StepState;
  readonly by: string;
  readonly at: Date;
  /** The path that was set with it. */
  readonly path?: RegistrationPath;
  /** An officer wrote down what the centre told them. */
  readonly onBehalf?: true;
}

export type StepRecords = Readonly<Record<string, StepRecord>>;

/** The registration of one institution. */
export interface Registration {
  readonly institution: string;
  /** The version of the checklist it was last fitted to. */
  readonly checklistVersion: string;
  /** As the office set it. */
  readonly path?: RegistrationPath;
  readonly steps: StepRecords;
  /** The steps that are no longer in the checklist; they come back if their step does. */
  readonly aside: StepRecords;
  readonly history: readonly StepMove[];
  /** Counts everything that was written. */
  readonly turn: number;
}

/** A registration in which nothing has happened yet. */
export const blankRegistration = (institution: string, checklistVersion: string): Registration => ({
  institution,
  checklistVersion,
  steps: {},
  aside: {},
  history: [],
  turn: 0,
});

/**
 * The path of a registration: the one that was set, else the usual one for its kind.
 *
 * A private centre goes through OSS, one of the government gets a Tanda Daftar from the labour office
 * (Permenaker 6/2024, articles 3–5; practice for BLK Komunitas in Lebak and Bekasi).
 */
export const pathOf = (
  { path }: Pick<Registration, 'path'>,
  { kind }: Pick<Institution, 'kind'>,
): RegistrationPath => path ?? (kind === 'BLK' ? 'tanda_daftar' : 'oss');

/** How far a step is; one of which nothing was said is still to be done. */
export const stateOf = ({ steps }: Pick<Registration, 'steps'>, id: string): StepState =>
  steps[id]?.state ?? 'todo';

/** Whether nothing is left to be done about a step. */
export const isClosed = (state: StepState): boolean => state === 'done' || state === 'exempt';

/** How much of a stage is done; what does not apply is not counted. */
export function stageProgress(
  { steps }: ChecklistStage,
  registration: Pick<Registration, 'steps'>,
): { readonly done: number; readonly total: number } {
  const states = steps.map(({ id }) => stateOf(registration, id));
  return {
    done: states.filter((state) => state === 'done').length,
    total: states.filter((state) => state !== 'exempt').length,
  };
}

/** How much of everything that is required is done. */
export function requiredProgress(
  checklist: Checklist,
  registration: Registration,
  path: RegistrationPath,
): { readonly done: number; readonly total: number } {
  return stagesOn(checklist, path)
    .filter(({ required }) => required)
    .map((stage) => stageProgress(stage, registration))
    .reduce((sum, one) => ({ done: sum.done + one.done, total: sum.total + one.total }), {
      done: 0,
      total: 0,
    });
}

/** The paper that bears the number of its step: the only one, else the one that is called like it. */
export const numberedPaper = ({ papers, number }: ChecklistStep): Paper | undefined =>
  number && (papers.length === 1 ? papers[0] : papers.find(({ name }) => name === number.name));

/** Whether a paper of a step is there: it was ticked, or its number was written down. */
export function isPaperThere(
  step: ChecklistStep,
  { id }: Paper,
  { steps }: Pick<Registration, 'steps'>,
): boolean {
  const { papers = [], number } = steps[step.id] ?? {};
  return papers.includes(id) || (number !== undefined && numberedPaper(step)?.id === id);
}

/** The papers of a step that are not there yet. */
export const missingPapers = (
  step: ChecklistStep,
  registration: Pick<Registration, 'steps'>,
): ChecklistStep['papers'] =>
  step.papers.filter((paper) => !isPaperThere(step, paper, registration));

/** What the centre does next: what was returned first, then the first step that is still open. */
export function nextForCentre(
  checklist: Checklist,
  registration: Registration,
  path: RegistrationPath,
): ChecklistStep | undefined {
  const steps = stagesOn(checklist, path).flatMap((stage) => stage.steps);
  const isIn = (...states: readonly StepState[]) =>
    steps.find((step) => !isOfOffice(step) && states.includes(stateOf(registration, step.id)));
  return isIn('returned') ?? isIn('todo', 'preparing');
}

/** What waits for the office: what was submitted, and its own steps as soon as their turn has come. */
export function waitingForOffice(
  checklist: Checklist,
  registration: Registration,
  path: RegistrationPath,
): readonly ChecklistStep[] {
  const stages = stagesOn(checklist, path);
  const next = nextForCentre(checklist, registration, path);
  const reached = stages.findIndex(({ steps }) => next !== undefined && steps.includes(next));
  const last = reached === -1 ? stages.length - 1 : reached;
  return stages.flatMap((stage, n) =>
    stage.steps.filter((step) => {
      const state = stateOf(registration, step.id);
      if (state === 'submitted') return true;
      return (
        isOfOffice(step) && !isClosed(state) && n <= last && turnHasCome(step, stage, registration)
      );
    }),
  );
}

const turnHasCome = (step: ChecklistStep, { steps }: ChecklistStage, registration: Registration) =>
  step.choosesPath === true ||
  steps
    .slice(0, steps.indexOf(step))
    .filter((earlier) => !isOfOffice(earlier))
    .every(
      ({ id }) => isClosed(stateOf(registration, id)) || stateOf(registration, id) === 'submitted',
    );

const stateNames: Readonly<Record<StepState, string>> = {
  todo: 'belum',
  preparing: 'disiapkan',
  submitted: 'diajukan',
  returned: 'perlu perbaikan',
  done: 'selesai',
  exempt: 'tidak berlaku',
};

/** The Indonesian word for a state. */
export const stepStateName = (state: StepState): string => stateNames[state];
