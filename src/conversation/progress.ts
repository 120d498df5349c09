import type { AnyForm } from '../scene';
import type { Draft } from './memory';
import type { StepPlace } from './place';

interface Asked {
  readonly form: AnyForm;
  readonly draft: Draft;
  readonly place: StepPlace;
}

/**
 * How far along the form is, in questions that are really asked; at *Ubah*, what is changed.
 *
 * Before an answer that decides what follows, the total is not promised.
 */
export function progress({ form, draft, place }: Asked): string {
  if (draft.changing?.step === place.name) return `ubah ${place.step.label}`;
  const isAsked = (name: string) => name === place.name || draft.heard[name]?.asGiven !== true;
  const [trail, asked] = [place.trail.filter(isAsked), place.asked.filter(isAsked)];
  const number = trail.length + 1;
  const undecided = asked.slice(trail.length).some((name) => form.steps[name]?.forks);
  return undecided ? `langkah ${number}` : `${number} dari ${asked.length}`;
}
