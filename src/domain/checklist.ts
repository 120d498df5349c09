/** The two ways in which a centre becomes registered, as they are stored. */
export const registrationPaths = ['oss', 'tanda_daftar'] as const;
export type RegistrationPath = (typeof registrationPaths)[number];

/** Who takes a step, as it is stored: the centre, the labour office, or somebody outside. */
export const stepOwners = [
  'pengelola',
  'petugas_dinas',
  'dpmptsp',
  'kemnaker',
  'la_lpk',
  'lsp',
] as const;
export type StepOwner = (typeof stepOwners)[number];

/** A paper a step needs; it is ticked as there or not there, and never sent to the bot. */
export interface Paper {
  /** Stays the same when the name is changed, so that ticks are kept. */
  readonly id: string;
  readonly name: string;
}

/** A number that is written down with a step, and how many digits it has if that is known. */
export interface NumberFormat {
  readonly name: string;
  readonly digits?: number;
  readonly example?: string;
}

/** One step of the registration. */
export interface ChecklistStep {
  readonly id: string;
  /** What a step that was added by command is called beside its name, as others are by their ids. */
  readonly code?: string;
  readonly name: string;
  readonly hint: string;
  readonly papers: readonly Paper[];
  readonly owner: StepOwner;
  readonly number?: NumberFormat;
  /** Whether the day of the paper is written down. */
  readonly dated?: boolean;
  /** What ends one day, as it is named in warnings. */
  readonly validity?: string;
  /** The step by which the office sets the path. */
  readonly choosesPath?: boolean;
  /** The ids of the steps it replaces. */
  readonly was?: readonly string[];
  /** Where the step was learnt from. */
  readonly source?: string;
}

/** Steps that belong together. */
export interface ChecklistStage {
  readonly id: string;
  readonly name: string;
  /** Whether a centre is registered without it. */
  readonly required: boolean;
  /** The only path it belongs to. */
  readonly path?: RegistrationPath;
  readonly steps: readonly ChecklistStep[];
}

/** Everything it takes to become registered, in order. */
export interface Checklist {
  readonly version: string;
  readonly paths: Readonly<Record<RegistrationPath, string>>;
  readonly stages: readonly ChecklistStage[];
}

/** The stages that apply on a path. */
export const stagesOn = (
  { stages }: Checklist,
  path: RegistrationPath,
): readonly ChecklistStage[] =>
  stages.filter((stage) => stage.path === undefined || stage.path === path);

/** All steps, also those of the other path. */
export const allSteps = ({ stages }: Checklist): readonly ChecklistStep[] =>
  stages.flatMap(({ steps }) => steps);

/** A step by its id, and the stage it stands in. */
export function stepIn(
  { stages }: Checklist,
  id: string,
): { readonly step: ChecklistStep; readonly stage: ChecklistStage } | undefined {
  for (const stage of stages) {
    const step = stage.steps.find((one) => one.id === id);
    if (step) return { step, stage };
  }
  return undefined;
}

/** Whether the labour office takes the step itself. */
export const isOfOffice = ({ owner }: ChecklistStep): boolean => owner === 'petugas_dinas';

const ownerNames: Readonly<Record<StepOwner, string>> = {
  pengelola: 'pengelola BLK',
  petugas_dinas: 'petugas dinas',
  dpmptsp: 'DPMPTSP',
  kemnaker: 'Kemnaker',
  la_lpk: 'LA-LPK',
  lsp: 'LSP',
};

/** The Indonesian name of who takes a step. */
export const ownerName = (owner: StepOwner): string => ownerNames[owner];
