import type { Html } from '../html';
import type { AnyForm } from '../scene';
import type { Surroundings } from './place';

/** What a form answers to, set apart from what follows; nothing for most forms. */
export const prefaceLines = (
  { preface }: AnyForm,
  { facts }: Surroundings,
): readonly (Html | string)[] => (preface ? [preface(facts), ''] : []);
