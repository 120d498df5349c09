/** What came of reading something a person said: the value, or one kind sentence why not. */
export type Reading<T> = { readonly ok: true; readonly value: T } | Unclear;

/** Why something could not be read, and what was perhaps meant. */
export interface Unclear {
  readonly ok: false;
  readonly why: string;
  readonly offers?: readonly Choice[];
}

/** A button that answers a question: `label` is on the button, `says` is the answer it stands for. */
export interface Choice {
  readonly label: string;
  readonly says: string;
}

/** Says that the reading succeeded with `value`. */
export const understood = <T>(value: T): Reading<T> => ({ ok: true, value });

/** Says that the reading failed; `why` is a complete, polite Indonesian sentence with an example. */
export const unclear = (why: string): Unclear => ({ ok: false, why });

/** Says that several things may have been meant, and offers them as buttons. */
export const ambiguous = (why: string, offers: readonly Choice[]): Unclear => ({
  ok: false,
  why,
  offers,
});
