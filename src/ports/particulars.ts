import type { Particular } from '../domain/particular';

/** What is kept about institutions beside their description: aid, equipment, instructors. */
export interface Particulars {
  of(institutions: readonly string[]): Promise<readonly Particular[]>;
  one(id: string): Promise<Particular | undefined>;
  /** Keeps them under their ids, new equipment and aid under one of its own; a later one replaces an earlier one. */
  put(particulars: readonly Particular[]): Promise<void>;
  /** Forgets one of an institution. */
  remove(id: string, institution: string): Promise<void>;
}
