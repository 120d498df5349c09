import type { Interest } from '../domain/interest';

/** Who would like to take part somewhere, for as long as it may be kept. */
export interface Interests {
  /** Keeps an interest under its form's id; a second time changes nothing. */
  keep(interest: Interest): Promise<void>;
  /** Those of one person since `from`, the newest first. */
  of(telegramId: number, from: Date): Promise<readonly Interest[]>;
}
