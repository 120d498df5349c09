import type { Calendar, CalendarFacts } from '../domain/calendar';
import type { Institution, Rhythm } from '../domain/institution';
import type { DeploymentOverride, InstitutionOverride, Policy } from '../domain/policy';
import type { PolicyLayer } from '../domain/policy-layers';

/** Who changes a setting; the `id` of the form makes a repeat harmless. */
export interface Author {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** A change of a setting: what was in force before it and after it, or every reason why it was refused. */
export type Changed<T> =
  | { readonly ok: true; readonly was: T; readonly is: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A change that was made by command: the settings of that source before it and after it. */
export interface PastChange extends Author {
  readonly was: object;
  readonly is: object;
}

/** Where the settings of the deployment, or of one institution, come from. */
export interface SettingSources {
  readonly inForce: Policy;
  /** What would be in force without the commands given for it. */
  readonly beneath: Policy;
  /** What the file says of it. */
  readonly file: PolicyLayer;
  /** What was changed by command. */
  readonly command: PolicyLayer;
  /** The last changes by command, oldest first. */
  readonly changes: readonly PastChange[];
}

/** Everything that is set, to tell whether anything has changed since it was last looked at. */
export interface RulesState {
  readonly policy: Policy;
  /** What institutions have of their own, by id: what the file says, then the commands. */
  readonly institutions: Readonly<Record<string, readonly PolicyLayer[]>>;
  readonly calendar: CalendarFacts;
  readonly file: FileState;
  readonly problems: readonly string[];
}

/** What the editable file says, in a form that can be kept. */
export interface FileState {
  readonly policy: DeploymentOverride;
  readonly institutions: Readonly<Record<string, InstitutionOverride>>;
  readonly rhythms: Readonly<Record<string, Rhythm>>;
  readonly calendar: CalendarFacts;
}

/** A state with a short mark that only this state has. */
export interface MarkedState {
  readonly mark: string;
  readonly state: RulesState;
}

/**
 * The thresholds, windows and days off in force; read anew for every job and page.
 *
 * The defaults come first, then the editable file, then what was changed by command for the
 * deployment; for one institution, then what the file says of it, then what was changed by command
 * for it. A layer that makes no sense upon those below it is left out, so that what is in force
 * always makes sense.
 */
export interface Rules {
  policy(): Promise<Policy>;
  policyOf(institution: Pick<Institution, 'id'>): Promise<Policy>;
  calendar(): Promise<Calendar>;
  /** The calendar as it would be without the commands: the decrees and the file. */
  calendarBeneath(): Promise<Calendar>;
  /**
   * Changes settings of the deployment; a bad value is refused and the old one stays.
   *
   * Settings that are not named stay as they are; null takes one back to what the file or the
   * defaults say. A change upon which the own settings of an institution would make no sense is
   * refused, too.
   */
  change(override: object, author: Author): Promise<Changed<Policy>>;
  /** Changes settings of one institution in the same way; neither the office's hours nor the rhythm are among them. */
  changeOf(institution: string, override: object, author: Author): Promise<Changed<Policy>>;
  /**
   * Adds to the calendar: a year replaces that year, a Hijri month that month, a local day off or a
   * working day that day; anything bad is refused and the calendar stays as it is.
   */
  announce(edited: object, author: Author): Promise<Changed<Calendar>>;
  /** Where the settings of the deployment, or of one institution, come from. */
  sources(institution?: string): Promise<SettingSources>;
  /** Everything that was set and is not in force, in Indonesian, with the reason. */
  problems(): Promise<readonly string[]>;
  /** What is set now. */
  state(): Promise<MarkedState>;
  /** The state whose consequences were last drawn; none before the first time. */
  noticed(): Promise<MarkedState | undefined>;
  /** Writes down that the consequences of a state were drawn. */
  notice(state: MarkedState, at: Date): Promise<void>;
}

/** What the editable file says. */
export interface EditedRules {
  readonly policy: DeploymentOverride;
  /** Settings of single institutions, by id. */
  readonly institutions: ReadonlyMap<string, InstitutionOverride>;
  /** The rhythms of single institutions, which are written down with them when the file changes. */
  readonly rhythms: ReadonlyMap<string, Rhythm>;
  readonly calendar: Partial<CalendarFacts>;
}

/** The editable file, re-read whenever it was changed. */
export interface RulesFile {
  /** Its last content that made sense; nothing at all when there never was any. */
  edited(): Promise<EditedRules>;
  /** Why its present content is not in force, in Indonesian; nothing when it is. */
  problems(): Promise<readonly string[]>;
}
