import type { Visit } from '../domain/visit';

/** What was found on visits. */
export interface Visits {
  /** Saves under the visit's id; a second time changes nothing. */
  add(visit: Visit): Promise<void>;
  one(id: string): Promise<Visit | undefined>;
  /** A page of an institution's visits, the newest first. */
  of(
    institution: string,
    page: { readonly skip: number; readonly limit: number },
  ): Promise<VisitPage>;
  /** The visits to these institutions after which something was certain. */
  confirming(institutions: readonly string[]): Promise<readonly Visit[]>;
}

export interface VisitPage {
  readonly visits: readonly Visit[];
  readonly total: number;
}
