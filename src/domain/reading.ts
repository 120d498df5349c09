/** What came of reading something a person said: the value, or one kind sentence why not. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Says that the reading succeeded with `value`. */
export const understood = <T>(value: T): Reading<T> => ({ ok: true, value });

/** Says that the reading failed; `why` is a complete, polite Indonesian sentence with an example. */
export const unclear = (why: string): Reading<never> => ({ ok: false, why });
