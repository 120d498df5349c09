/** Two institutions that are one: the duplicate becomes a name of the survivor. */
export interface Merge {
  readonly id: string;
  /** The duplicate's id. */
  readonly from: string;
  /** The survivor's id. */
  readonly into: string;
  /** The officer's id. */
  readonly by: string;
  readonly at: Date;
  readonly state: 'open' | 'done' | 'refused';
  readonly doneAt?: Date;
}

/**
 * What a merge does, in this order; each may be repeated, and is after a kill.
 *
 * The duplicate leads to the survivor from the first step on, by one write, so that everybody who is
 * talking about it goes on with the survivor, and what was known of it is brought over behind them.
 */
export const mergeSteps = [
  'lead over',
  'name',
  'records',
  'incidents',
  'expectations',
  'transitions',
  'registration',
  'settings',
  'people',
  'invitations',
  'groups',
  'messages',
] as const;

export type MergeStep = (typeof mergeSteps)[number];

/** For this long after a merge, what was being written about the duplicate meanwhile is brought over too. */
export const mergeSweepMinutes = 60;
