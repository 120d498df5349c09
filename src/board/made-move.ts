import type { ChecklistStep } from '../domain/checklist';
import type { StepMove } from '../domain/registration';
import type { MovingSide } from '../domain/step-moves';
import type { Registering } from './registration-of';

/** A change of a step that was made. */
export interface MadeMove {
  readonly move: StepMove;
  readonly side: MovingSide;
  readonly step: ChecklistStep;
  readonly registering: Registering;
}

/** The id of a change: there is one upon each revision of a step. */
export const moveId = ({ move, registering }: Pick<MadeMove, 'move' | 'registering'>): string =>
  `registration:${registering.institution.id}:${move.step}:${move.revision}`;
