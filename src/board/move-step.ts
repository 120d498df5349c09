import type { ChecklistStep, RegistrationPath } from '../domain/checklist';
import { type StepFacts, type StepMove, type StepState, stateOf } from '../domain/registration';
import { type MovingSide, mayMove } from '../domain/step-moves';
import type { Visitor, World } from '../ports';
import { afterStepMove } from './after-step-move';
import { type Registering, registrationOf } from './registration-of';

/** A step somebody wants to be changed, as they saw it. */
export interface Moving {
  readonly registering: Registering;
  readonly step: ChecklistStep;
  /** The revision they saw. */
  readonly revision: number;
  readonly side: MovingSide;
  readonly to: StepState;
  /** Everything that is to be written down with it from then on. */
  readonly facts: StepFacts;
  readonly path?: RegistrationPath;
  /** It is an officer who writes down what the centre told them. */
  readonly onBehalf?: true;
  /** Makes a repeat harmless; without it, it is what is done that counts once. */
  readonly key?: string;
}

/** Whether it was done, now or by an earlier try, and the registration as it is now. */
export interface MoveCame {
  readonly done: boolean;
  readonly registering: Registering;
}

/**
 * Changes a step if nobody else did since it was seen, and tells whom it concerns.
 *
 * The change is one write; what follows from it is keyed, so that it may be done again after a crash.
 */
export async function moveStep(moving: Moving, world: World, visitor: Visitor): Promise<MoveCame> {
  const { registering, side } = moving;
  const { institution, registration, checklist } = registering;
  const move = moveOf(moving, visitor);
  const revision = registration.steps[move.step]?.revision ?? 0;
  // Of an older revision the store knows whether it is a repeat; a later one nobody can have seen.
  const isNow = move.revision >= revision;
  if (isNow && (move.revision > revision || !mayMove(side, move.from, move.to)))
    return { done: false, registering };
  await world.registrations.begin(institution.id, checklist.version);
  const { came, registration: after } = await world.registrations.move(institution.id, move);
  const now = await registrationOf(institution, world);
  if (came === 'overtaken') return { done: false, registering: now };
  const made = after.history.find(({ key }) => key === move.key) ?? move;
  await afterStepMove({ move: made, side, step: moving.step, registering: now }, world);
  // An earlier try that somebody has since changed again is not how the step stands.
  const stands = now.registration.steps[move.step]?.revision === move.revision + 1;
  return { done: stands, registering: now };
}

function moveOf(moving: Moving, { person, now }: Visitor): StepMove {
  const { registering, step, revision, to, facts, path, onBehalf } = moving;
  return {
    key: moving.key ?? `${step.id}.${revision}.${to}${path === undefined ? '' : `.${path}`}`,
    step: step.id,
    revision,
    from: stateOf(registering.registration, step.id),
    to,
    ...facts,
    by: person?.id ?? '',
    at: now,
    ...(path && { path }),
    ...(onBehalf && { onBehalf }),
  };
}
