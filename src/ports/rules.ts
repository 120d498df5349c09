import type { Calendar, CalendarFacts } from '../domain/calendar';
import type { Institution } from '../domain/institution';
import type { DeploymentOverride, Policy } from '../domain/policy';

/** A change of a setting, accepted or refused with every reason. */
export type Changed =
  { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The thresholds, windows and days off in force; read anew for every job and page.
 *
 * The defaults come first, then the editable file, then what was changed by command for the
 * deployment, then for one institution. A layer that makes no sense upon those below it is left out,
 * so that what is in force always makes sense.
 */
export interface Rules {
  policy(): Promise<Policy>;
  policyOf(institution: Pick<Institution, 'id'>): Promise<Policy>;
  calendar(): Promise<Calendar>;
  /**
   * Changes settings of the deployment; a bad value is refused and the old one stays.
   *
   * Settings that are not named stay as they are; null takes one back to what the file or the
   * defaults say.
   */
  change(override: object, by: string, at: Date): Promise<Changed>;
  /** Changes settings of one institution in the same way; the office's hours are not its own. */
  changeOf(institution: string, override: object, by: string, at: Date): Promise<Changed>;
  /**
   * Adds to the calendar: a year replaces that year, a Hijri month that month, a local day off that
   * day; anything bad is refused and the calendar stays as it is.
   */
  announce(edited: object, by: string, at: Date): Promise<Changed>;
  /** Everything that was set and is not in force, in Indonesian, with the reason. */
  problems(): Promise<readonly string[]>;
}

/** What the editable file says. */
export interface EditedRules {
  readonly policy: DeploymentOverride;
  readonly calendar: Partial<CalendarFacts>;
}

/** The editable file, re-read whenever it was changed. */
export interface RulesFile {
  /** Its last content that made sense; nothing at all when there never was any. */
  edited(): Promise<EditedRules>;
  /** Why its present content is not in force, in Indonesian; nothing when it is. */
  problems(): Promise<readonly string[]>;
}
