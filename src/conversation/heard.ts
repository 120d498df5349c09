import type { Photo } from '../domain/activity-report';
import type { ReceivedFile } from '../talk';

/**
 * One answer as it was said; `along` for words that came below a photo or a file; `asGiven` when it was there from the
 * start and nobody changed it.
 */
export type Said = (
  | { readonly words: string; readonly along?: true }
  | { readonly skipped: true }
  | { readonly file: ReceivedFile }
  | { readonly photos: readonly Photo[]; readonly done: boolean }
  | { readonly picks: readonly string[]; readonly done: boolean }
) & { readonly asGiven?: true };

/** What a person has answered so far, by step name: the whole memory of a form. */
export type Heard = Readonly<Record<string, Said>>;

/** The names of the steps whose answers came from the person, not from what was there before. */
export const ownAnswers = (heard: Heard): ReadonlySet<string> =>
  new Set(Object.keys(heard).filter((step) => heard[step]?.asGiven !== true));

/** Forgets one answer. */
export function without(heard: Heard, step: string): Heard {
  const { [step]: _forgotten, ...rest } = heard;
  return rest;
}

/** The choices picked at a step so far. */
export function picksIn(said: Said | undefined): readonly string[] {
  return said !== undefined && 'picks' in said ? said.picks : [];
}

/** The photos given at a step so far. */
export function photosIn(said: Said | undefined): readonly Photo[] {
  return said !== undefined && 'photos' in said ? said.photos : [];
}
