/** A form that somebody began and left. */
export interface IdleDraft {
  readonly id: string;
  readonly chat: number;
  /** The form's title, as people know it. */
  readonly title: string;
  readonly touchedAt: Date;
}

/** Unfinished forms, for those who remind of them. */
export interface Drafts {
  /** Drafts last touched between these moments. */
  idleBetween(from: Date, to: Date): Promise<readonly IdleDraft[]>;
  /** Drops drafts last touched before this moment, whose buttons say so from then on; returns how many. */
  drop(before: Date): Promise<number>;
}
