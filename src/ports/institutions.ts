import type { NewInstitution } from '../domain/first-institutions';
import type { Institution } from '../domain/institution';
import type { Reach } from '../domain/rights';

/** The institutions; every look takes the reach of who looks. A merged duplicate leads to its survivor. */
export interface Institutions {
  /** Those that are looked after, by name. */
  within(reach: Reach): Promise<readonly Institution[]>;
  /** One of them by its id, also when it is archived. */
  one(id: string, reach: Reach): Promise<Institution | undefined>;
  /** A page of them by name. */
  page(reach: Reach, look: InstitutionLook): Promise<InstitutionPage>;
  /** How many of those that are looked after there are by place or trade, of one regency or of all. */
  tally(reach: Reach, by: TallyBy, regency?: string): Promise<readonly Tally[]>;
  /** Adds those that are not there yet, and leaves the others as they are. */
  found(institutions: readonly Institution[]): Promise<void>;
  /** Adds one under a free id made of its name, once per `origin`, unless that place is taken. */
  add(institution: Omit<NewInstitution, 'id'>, origin: string, at: Date): Promise<Added>;
  /** Changes what is described of one; false when another institution has that name in that place. */
  change(id: string, to: Partial<InstitutionFields>): Promise<boolean>;
  /** Looks after it no longer, and keeps everything; without `at` it is looked after again. */
  archive(id: string, at: Date | undefined): Promise<void>;
  /** Every institution there ever was, archived and merged ones too, for comparing. */
  everyOne(): Promise<readonly Institution[]>;
  /** Adds many under ids that were chosen for them; returns the ids of those that are there now by that. */
  addMany(institutions: readonly Institution[]): Promise<ReadonlySet<string>>;
}

/** What of an institution can be changed. */
export type InstitutionFields = Pick<
  Institution,
  | 'name'
  | 'kind'
  | 'regency'
  | 'district'
  | 'village'
  | 'trade'
  | 'phone'
  | 'zone'
  | 'restDay'
  | 'rhythm'
>;

export interface InstitutionLook {
  /** Words each of which its name, place or trade has, or that stand for its trade. */
  readonly words?: string;
  readonly archived?: boolean;
  readonly regency?: string;
  readonly district?: string;
  readonly trade?: string;
  readonly skip: number;
  readonly limit: number;
}

export interface InstitutionPage {
  readonly institutions: readonly Institution[];
  readonly total: number;
}

/** An institution that was added, or the one that has its place already. */
export type Added =
  | { readonly is: 'new'; readonly institution: Institution }
  | { readonly is: 'there'; readonly institution: Institution };

export type TallyBy = 'regency' | 'district' | 'trade';

/** A place or a trade, and how many institutions it has. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}
