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
  /** Those with a number whom nobody of these institutions has called, the newest first. */
  waiting(
    institutions: readonly string[],
    page: { readonly skip: number; readonly limit: number },
  ): Promise<{ readonly interests: readonly Interest[]; readonly total: number }>;
  /** Those from before an instant, which are not kept for long any more. */
  before(at: Date): Promise<readonly Interest[]>;
  /** Those of one person since `from`, the newest first. */
  of(telegramId: number, from: Date): Promise<readonly Interest[]>;
  /** Those in one course of an institution, the newest first. */
  inCourse(institution: string, course: string): Promise<readonly Interest[]>;
}
