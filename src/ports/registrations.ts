import type { Checklist } from '../domain/checklist';
import type { EditChange, TakenOut } from '../domain/checklist-edits';
import type { Registration, StepMove } from '../domain/registration';
import type { Author, PastChange } from './rules';

/** The checklist in force. */
export interface Checklists {
  /** The edited one if there is one that makes sense, else the one the bot comes with. */
  current(): Promise<Checklist>;
  /** Why an edited one is not in force, in Indonesian; nothing when it is, or when there is none. */
  problems(): Promise<readonly string[]>;
}

/** The checklist in force, which can be changed by command. */
export interface EditableChecklists extends Checklists {
  /** The checklist without what was changed by command. */
  beneath(): Promise<Checklist>;
  /** How often it was changed by command, to know whether somebody changed it since it was seen. */
  turn(): Promise<number>;
  /** The steps that were taken out by command, and can be put back. */
  takenOut(): Promise<readonly TakenOut[]>;
  /** What was changed by command lately, oldest first: of each step under its id. */
  changes(): Promise<readonly PastChange[]>;
  /** Lays a change over those before it, as a new version; or says every reason why not. */
  change(
    change: EditChange,
    author: Author,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] }>;
}

/** What came of a change, with the registration as it is now. */
export interface Moved {
  /** `overtaken`: somebody else was first, and nothing was changed. */
  readonly came: 'moved' | 'already' | 'overtaken';
  readonly registration: Registration;
}

/** A paper ticked as there, or not there. */
export interface PaperTick {
  readonly step: string;
  readonly paper: string;
  readonly there: boolean;
  readonly by: string;
  readonly at: Date;
}

/** The registrations, one document each. */
export interface Registrations {
  /** The registration of an institution, if anything happened in it. */
  of(institution: string): Promise<Registration | undefined>;
  /** Those of these institutions in which anything happened, without their history. */
  among(institutions: readonly string[]): Promise<readonly Registration[]>;
  /** Begins one, fitted to that version of the checklist; leaves one that is there as it is. */
  begin(institution: string, checklistVersion: string): Promise<void>;
  /**
   * Changes a step of a registration that was begun, if the step still is at the revision the change
   * was made upon; all in one write.
   */
  move(institution: string, move: StepMove): Promise<Moved>;
  /** Ticks a paper of a step that is not closed; false when it is. A second time changes nothing. */
  tick(institution: string, tick: PaperTick): Promise<boolean>;
  /** Writes `after` over `before` if nobody wrote in between; false when somebody did. */
  refit(before: Registration, after: Registration): Promise<boolean>;
}
