import type { AnyForm, Asking, Step } from '../scene';
import type { Heard, Said } from './heard';

/** What a step needs to know beside the answers. */
export type Surroundings = Omit<Asking<unknown>, 'soFar'>;

/** Where a form stands: at a step, or with nothing left to ask. */
export type Place = StepPlace | SummaryPlace;

export interface StepPlace extends Surveyed {
  readonly at: 'step';
  readonly name: string;
  readonly step: Step<unknown>;
  /** Why an answer given before no longer holds, if that is why the step is asked again. */
  readonly why?: string;
}

export interface SummaryPlace extends Surveyed {
  readonly at: 'summary';
}

interface Surveyed {
  /** The answers as values, by step name; a skipped one is `undefined`. */
  readonly soFar: Readonly<Record<string, unknown>>;
  /** The names of the steps answered on the way here, in order. */
  readonly trail: readonly string[];
  /** The names of the steps that apply, answered or not. */
  readonly asked: readonly string[];
}

type Outcome = { value: unknown } | { open: true; why?: string };

function outcomeOf(step: Step<unknown>, said: Said | undefined, at: Asking<unknown>): Outcome {
  if (said === undefined) return { open: true };
  if ('skipped' in said) return step.optional ? { value: undefined } : { open: true };
  if (!('words' in said)) return gathered(step, said);
  if (step.many) return { open: true };
  const reading = step.read(said.words, at);
  return reading.ok ? { value: reading.value } : { open: true, why: reading.why };
}

/** What was sent or picked counts where the step still takes it, and once the gathering was ended. */
function gathered(
  step: Step<unknown>,
  said: Exclude<Said, { readonly words: string } | { readonly skipped: true }>,
): Outcome {
  if ('file' in said) return step.file ? { value: said.file } : { open: true };
  if (!said.done) return { open: true };
  if ('picks' in said) return step.many ? { value: said.picks } : { open: true };
  return step.photos ? { value: said.photos } : { open: true };
}

/**
 * Derives the place from the answers: the first step that applies and whose answer is missing or
 * no longer readable. No position is stored, so a changed form re-asks only what changed.
 */
export function placeIn(form: AnyForm, heard: Heard, around: Surroundings): Place {
  const soFar: Record<string, unknown> = {};
  const trail: string[] = [];
  const asked: string[] = [];
  let open: { name: string; step: Step<unknown>; why?: string } | undefined;

  for (const [name, step] of Object.entries(form.steps)) {
    const at = { ...around, soFar };
    if (step.when?.(at) === false) continue;
    asked.push(name);
    if (open) continue;
    const outcome = outcomeOf(step, heard[name], at);
    if ('open' in outcome) open = { name, step, ...(outcome.why ? { why: outcome.why } : {}) };
    else {
      soFar[name] = outcome.value;
      trail.push(name);
    }
  }
  return open
    ? { at: 'step', ...open, soFar, trail, asked }
    : { at: 'summary', soFar, trail, asked };
}
