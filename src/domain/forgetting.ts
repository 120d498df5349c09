import type { Grant } from './person';

/** A name somebody was known by, from a moment on; their first one since ever. */
export interface BorneName {
  readonly name: string;
  readonly since?: Date;
}

/** Somebody who asked to be forgotten, for as long as there is something left to do. */
export interface Forgetting {
  /** The id of the form that asked for it. */
  readonly id: string;
  readonly telegramId: number;
  /** The opaque id by which records know the person; none for somebody who never joined. */
  readonly person?: string;
  readonly names: readonly BorneName[];
  readonly phone?: string;
  /** Numbers they gave for some purpose. */
  readonly phones?: readonly string[];
  readonly grants: readonly Grant[];
  readonly at: Date;
}

/** No look comes before the last answer was delivered. */
export const firstSweepMinutes = 1;

/** By now everything that was being written at the time of the request has been written. */
export const lastSweepMinutes = 15;

/** From here on nobody waits for the chat to become quiet any more. */
export const longestSweepMinutes = 24 * 60;
