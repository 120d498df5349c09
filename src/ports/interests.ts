import type { Interest } from '../domain/interest';

/** Who would like to take part somewhere, for as long as it may be kept. */
export interface Interests {
  /** Keeps an interest under its form's id; a second time changes nothing. */
  keep(interest: Interest): Promise<void>;
  one(id: string): Promise<Interest | undefined>;
  /** Notes who called them, once; returns the interest as it is now, if it is still kept. */
  handle(
    id: string,
    handling: { readonly by: string; readonly at: Date },
  ): Promise<Interest | undefined>;
  /** Those of one person since `from`, the newest first. */
  of(telegramId: number, from: Date): Promise<readonly Interest[]>;
  /** Those in one course of an institution, the newest first. */
  inCourse(institution: string, course: string): Promise<readonly Interest[]>;
}
