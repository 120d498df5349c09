import type { World } from '../ports';

/** One look of a job at one scope. */
export interface Look {
  /** An institution's or person's id, or 'all'. */
  readonly scope: string;
  /** The moment it was due. */
  readonly slot: Date;
  readonly now: Date;
  /** It runs so long after it was due that what it says must admit it. */
  readonly late: boolean;
  readonly world: World;
}

/** What a look led to. */
export interface Looked {
  /** What was done, in a few words, without personal data. */
  readonly did: string;
  /** When to look at this scope again; never, when undefined. */
  readonly next: Date | undefined;
  /** The scope is not there any more; when it returns it is new. */
  readonly gone?: true;
}

/** Something the bot does by itself. */
export interface Job {
  readonly name: string;
  /** One phrase for /sistem. */
  readonly about: string;
  /** The scopes there are at `now`, so that a new institution or officer is looked after from then on. */
  readonly scopes: (world: World, now: Date) => Promise<readonly string[]>;
  /** When to look first at a new scope, and after a slot that was skipped. */
  readonly next: (scope: string, world: World, now: Date) => Promise<Date | undefined>;
  readonly run: (look: Look) => Promise<Looked>;
  /** Past this many hours the slot has lost its use and is skipped; without it, it always runs. */
  readonly usefulHours?: number;
}

/** Everybody and everything at once. */
export const allTogether = () => Promise.resolve(['all']);
