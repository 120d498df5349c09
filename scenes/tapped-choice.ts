import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Choice, Step } from '../src/scene';

/** The answer behind a button, or a kind word that it is to be tapped. */
const tapped = <T extends string>(said: string, choices: readonly Choice[]): Reading<T> =>
  choices.some(({ says }) => says === said)
    ? understood(said as T)
    : unclear('Mohon maaf, pilihan itu belum ada. Silakan ketuk salah satu tombol di bawah ini.');

/** The label of the choice behind an answer. */
export const labelIn = (choices: readonly Choice[], said: string) =>
  choices.find(({ says }) => says === said)?.label ?? said;

/** A question that is answered by tapping one of these choices, or typing its label. */
export const choiceStep = <T extends string, F>(words: {
  readonly label: string;
  readonly ask: string;
  readonly choices: readonly (Choice & { readonly says: T })[];
  readonly forks?: true;
}): Step<T, F> => ({
  ...words,
  read: (said) => tapped<T>(said, words.choices),
  show: (value) => labelIn(words.choices, value),
});
