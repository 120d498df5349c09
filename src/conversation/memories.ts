import type { Act } from '../talk';
import type { Memory } from './memory';

/** What is kept of a chat between two deeds. */
export interface Remembered {
  /** Counts the writes; a write from an older state is refused. */
  readonly version: number;
  readonly memory: Memory;
  /** The last deed answered and what it led to, so that a repeat leads to the same and not to more. */
  readonly last?: {
    readonly update: number;
    readonly acts: readonly Act[];
    readonly toast?: string;
  };
}

/** Keeps what the bot remembers of each chat. */
export interface Memories {
  load(chat: number): Promise<Remembered | undefined>;
  /** Writes over the version that was loaded (0 for none); false when somebody else wrote meanwhile. */
  save(chat: number, remembered: Remembered, now: Date): Promise<boolean>;
}
