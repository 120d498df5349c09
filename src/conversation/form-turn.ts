import { formId } from '../domain/form-id';
import { understood } from '../domain/reading';
import { plain } from '../html';
import type { AnyForm, Foregone, Prepared, Refusal } from '../scene';
import type { Card } from '../talk';
import type { Heard, Said } from './heard';
import type { Look } from './look';
import { type Draft, type Memory, keeping } from './memory';
import { type Place, type Surroundings, placeIn } from './place';
import { questionCard } from './question-card';
import { summaryCard } from './summary-card';
import { type Scenery, type Turn, showing } from './turn';
import { underNow } from './under';

/** A form as it stands at this turn: its draft, the facts it needs, and its place. */
export interface Standing {
  readonly form: AnyForm;
  readonly draft: Draft;
  readonly around: Surroundings;
  readonly place: Place;
}

const idBytes = 8;

/** Begins a form, with the answers that are given from the start. */
export async function beginning(
  scenery: Scenery,
  form: AnyForm,
  argument: string,
): Promise<Prepared<Standing>> {
  const begun = await standingOf(scenery, form, newDraft(scenery, form, argument));
  if (!begun.ok || !form.given) return begun;
  const given = Object.entries(form.given(begun.value.around.facts));
  const heard = Object.fromEntries(given.map(([step, said]) => [step, foregone(said)]));
  return understood(heardAnew(begun.value, heard, scenery.visitor.now));
}

function foregone(said: Foregone): Said {
  if (typeof said === 'string') return { words: said, asGiven: true };
  if ('skipped' in said || 'file' in said) return { ...said, asGiven: true };
  return 'picks' in said
    ? { ...said, done: true, asGiven: true }
    : { photos: said, done: true, asGiven: true };
}

/** Random bytes become the draft's id, which becomes the record's: that is what makes *Kirim* count once. */
function newDraft(scenery: Scenery, form: AnyForm, argument: string): Draft {
  const { world, visitor } = scenery;
  const under = underNow(scenery);
  return {
    ...(under && { under }),
    id: formId(world.chance.bytes(idBytes)),
    command: form.command,
    argument,
    heard: {},
    startedAt: visitor.now,
    touchedAt: visitor.now,
  };
}

/** Finds out where a draft stands, or why its form cannot go on for this person. */
export async function standingOf(
  scenery: Scenery,
  form: AnyForm,
  draft: Draft,
): Promise<Prepared<Standing>> {
  const { world, visitor } = scenery;
  const facts = await form.prepare(world, visitor, draft.argument);
  if (!facts.ok) return facts;
  const around = { facts: facts.value, today: visitor.today, visitor };
  return { ok: true, value: { form, draft, around, place: placeIn(form, draft.heard, around) } };
}

/** The message for where a form stands. */
export const cardAt = ({ form, draft, around, place }: Standing, look: Look = {}): Card =>
  place.at === 'summary'
    ? summaryCard({ form, draft, around, place }, look.why)
    : questionCard({ form, draft, around, place }, look);

/** The same form with other answers, at its new place. */
export function heardAnew(standing: Standing, heard: Heard, now: Date): Standing {
  const draft: Draft = { ...standing.draft, heard, touchedAt: now };
  return { ...standing, draft, place: placeIn(standing.form, heard, standing.around) };
}

/** Remembers the form and shows where it stands. */
export function goOn(scenery: Scenery, standing: Standing, look: Look = {}): Turn {
  return {
    memory: keeping(scenery.memory, standing.draft),
    acts: showing(scenery, cardAt(standing, look)),
  };
}

/** Says why a form cannot go on, and what leads on from there. */
export const sorry = (
  scenery: Scenery,
  memory: Memory,
  { why, buttons }: Omit<Refusal, 'ok'>,
): Turn => ({
  memory,
  acts: showing(scenery, { text: plain(why), ...(buttons && { buttons }) }),
});
