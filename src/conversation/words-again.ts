import { withoutMarks } from '../domain/formatted-text';
import { type Html, bold, code, html } from '../html';
import type { Step } from '../scene';
import { askingAt, choicesAt } from './hear';
import type { Said } from './heard';
import type { Draft } from './memory';
import type { StepPlace, Surroundings } from './place';

/** Shorter words are typed again as quickly as they are copied. */
const longAnswer = 60;

/** Whether words that a step refuses are shown again, so that nobody types a long text twice. */
export const isWorthCopying = ({ formatted }: Step<unknown>, words: string): boolean =>
  formatted === true || words.length >= longAnswer;

interface Asked {
  readonly draft: Draft;
  readonly place: StepPlace;
  readonly around: Surroundings;
}

/** What was answered before, where it helps: the words just refused, or what *Ubah* is about to replace. */
export function wordsAgain(asked: Asked, refused: string | undefined): readonly Html[] {
  const words = refused ?? outdatedWords(asked);
  if (words !== undefined) return toCopy('Tulisan tadi', words);
  return presentAnswer(asked);
}

/** Words given before that hold no more. */
function outdatedWords({ draft, place }: Asked): string | undefined {
  const said = draft.heard[place.name];
  if (place.why === undefined || said === undefined || !('words' in said)) return undefined;
  return isWorthCopying(place.step, said.words) ? said.words : undefined;
}

const toCopy = (what: string, words: string): readonly Html[] => [
  html`${what} (ketuk untuk menyalin):`,
  code(withoutMarks(words)),
];

function presentAnswer({ draft, place, around }: Asked): readonly Html[] {
  if (draft.changing?.step !== place.name) return [];
  const { was } = draft.changing;
  const words = 'words' in was ? was.words : undefined;
  const value = valueOf(place, around, was);
  if (words !== undefined && isFreeText(place, around, value))
    return isWorthCopying(place.step, words)
      ? toCopy('Tulisan sekarang', words)
      : [html`Jawaban sekarang: ${code(words)}`];
  const shown = value === undefined ? undefined : shownAs(place, around, value);
  return shown === undefined ? [] : [html`Jawaban sekarang: ${bold(shown)}`];
}

/** What an answer in words or a file means; photos and picks are in view at their questions. */
function valueOf({ step, ...place }: StepPlace, around: Surroundings, was: Said): unknown {
  if ('file' in was) return was.file;
  if (!('words' in was)) return undefined;
  const reading = step.read(was.words, askingAt({ step, ...place }, around));
  return reading.ok ? reading.value : undefined;
}

/** Words that were typed, not chosen, and are shown as they are. */
function isFreeText(place: StepPlace, around: Surroundings, value: unknown): boolean {
  if (place.step.formatted) return true;
  const hasNoOther = !place.step.show && choicesAt(place, around).length === 0;
  return hasNoOther && typeof value === 'string';
}

function shownAs(place: StepPlace, around: Surroundings, value: unknown): string | undefined {
  const { show } = place.step;
  if (show) return show(value, askingAt(place, around));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
