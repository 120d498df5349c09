import type { Doc } from './bson-value';
import type { Engine } from './engine';
import type { Scope } from './expression';

/** Documents on their way through a pipeline; undefined marks a moment to let others work. */
export type Flow = Iterable<Doc | undefined>;

/** One stage, ready to run. */
export type Stage = (docs: Flow) => Flow;

/** Where a pipeline runs. */
export interface Place {
  readonly engine: Engine;
  readonly db: string;
  readonly scope: Scope;
}
