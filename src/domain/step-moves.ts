import type { StepState } from './registration';

/** On whose behalf a step is moved. */
export type MovingSide = 'centre' | 'office';

const byCentre: Readonly<Record<StepState, readonly StepState[]>> = {
  todo: ['preparing', 'submitted'],
  preparing: ['preparing', 'submitted'],
  submitted: ['preparing', 'submitted'],
  returned: ['preparing', 'submitted'],
  done: [],
  exempt: [],
};

const byOffice: Readonly<Record<StepState, readonly StepState[]>> = {
  todo: ['done', 'exempt'],
  preparing: ['done', 'returned', 'exempt'],
  submitted: ['done', 'returned', 'exempt'],
  returned: ['done', 'returned', 'exempt'],
  done: ['done', 'returned', 'todo'],
  exempt: ['todo'],
};

/**
 * Whether a side may make a step that.
 *
 * What the office confirmed stays until the office itself returns it; the centre reports and never confirms.
 */
export const mayMove = (side: MovingSide, from: StepState, to: StepState): boolean =>
  (side === 'centre' ? byCentre : byOffice)[from].includes(to);
