/** What this program is, for those who look after it. */
export interface Program {
  readonly version: string;
  readonly startedAt: Date;
  /** Where everything is kept. */
  readonly store: 'built-in' | 'MongoDB';
  /** What it does by itself: the names of its jobs, each with one Indonesian phrase. */
  readonly jobs: readonly { readonly name: string; readonly about: string }[];
}

/** How the work of the bot stands. */
export interface Health {
  counts(now: Date): Promise<HealthCounts>;
}

export interface HealthCounts {
  /** Updates that are still to be answered, and those that could not be. */
  readonly updates: { readonly waiting: number; readonly aside: number };
  /** Messages that are due and not sent yet, those for later, and those that failed in the last seven days. */
  readonly messages: { readonly due: number; readonly later: number; readonly failed: number };
  /** Chats that blocked the bot or are not there any more. */
  readonly unreachable: number;
}
