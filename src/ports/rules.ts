import type { Calendar } from '../domain/calendar';
import type { Institution } from '../domain/institution';
import type { Policy } from '../domain/policy';

/** A change of a setting, accepted or refused with every reason. */
export type Changed =
  { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] };

/** The thresholds, windows and days off in force; read anew for every job and page. */
export interface Rules {
  policy(): Promise<Policy>;
  policyOf(institution: Pick<Institution, 'id'>): Promise<Policy>;
  calendar(): Promise<Calendar>;
  /** Changes settings of the deployment; a bad value is refused and the old one stays. */
  change(override: object, by: string, at: Date): Promise<Changed>;
  changeOf(institution: string, override: object, by: string, at: Date): Promise<Changed>;
}
