import type { Merge, MergeStep } from '../domain/merge';

/** Merges of duplicates: deeds of many writes, each of which is done to its end. */
export interface Merges {
  /**
   * Begins a merge, unless another is open, which then has to be done first: one at a time, so that
   * no two institutions can be merged into each other. Returns the one that is open, or this one as
   * it ended before.
   */
  begin(merge: Omit<Merge, 'state'>): Promise<Merge>;
  one(id: string): Promise<Merge | undefined>;
  /** The one that is open. */
  open(): Promise<Merge | undefined>;
  /** Those that were done at or after a moment. */
  doneSince(from: Date): Promise<readonly Merge[]>;
  /** Whether both are there, and neither has become a name of another meanwhile. */
  makesSense(merge: Merge): Promise<boolean>;
  /** Does one step; doing it again changes nothing more. */
  take(step: MergeStep, merge: Merge): Promise<void>;
  end(id: string, state: 'done' | 'refused', at: Date): Promise<void>;
}
