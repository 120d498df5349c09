import type { Photo, Span } from './activity-report';
import type { PassiveConfirmation } from './activity-status';
import type { Day } from './day';

const manners = { visit: 'Datang langsung', call: 'Lewat telepon atau WhatsApp' } as const;
const conditions = {
  good: 'Baik semua',
  some: 'Sebagian rusak',
  most: 'Sebagian besar rusak',
  none: 'Tidak ada peralatan',
  unseen: 'Tidak sempat dilihat',
} as const;
const confirmations = {
  active: 'Aktif: ada kegiatan berjalan',
  passive: 'Pasif: tidak ada kegiatan lagi',
  unsure: 'Belum dapat dipastikan',
} as const;

/** How an officer met a centre. */
export type VisitManner = keyof typeof manners;
/** In what condition the equipment was seen. */
export type EquipmentCondition = keyof typeof conditions;
/** What an officer is certain of after a visit or call. */
export type Confirmation = keyof typeof confirmations;

/** The choices with their Indonesian names, in the order they are offered. */
export const visitManners = Object.entries(manners) as [VisitManner, string][];
export const equipmentConditions = Object.entries(conditions) as [EquipmentCondition, string][];
export const confirmationWords = Object.entries(confirmations) as [Confirmation, string][];

export const mannerLabel = (manner: VisitManner): string => manners[manner];
export const conditionLabel = (condition: EquipmentCondition): string => conditions[condition];
export const confirmationLabel = (confirmation: Confirmation): string =>
  confirmations[confirmation];

/** Something that was agreed upon, with the day by which it is to be done. */
export interface FollowUpPromise {
  readonly what: string;
  readonly dueOn: Day;
}

/** A visit to a centre, or a call. */
export interface Visit {
  readonly id: string;
  readonly institution: string;
  readonly manner: VisitManner;
  readonly on: Day;
  readonly findings: string;
  readonly equipment?: EquipmentCondition;
  readonly confirms: Confirmation;
  /** The end of the last activity known at that time. */
  readonly lastActivityThen?: Day;
  readonly followUps: readonly FollowUpPromise[];
  readonly photos: readonly Photo[];
  /** The id of the officer. */
  readonly by: string;
  readonly at: Date;
}

/** What visits say about whether a centre is active. */
export interface VisitFacts {
  /** Days on which an officer saw activity: they count like days of reported activity. */
  readonly activities: readonly Span[];
  readonly passiveConfirmed?: PassiveConfirmation;
  /** The last day on which an officer found somebody active there, which is an answer of a kind. */
  readonly lastSeenActiveOn?: Day;
}

type Confirming = Pick<Visit, 'on' | 'at' | 'by' | 'confirms' | 'lastActivityThen'>;

const isLater = (one: Confirming, other: Confirming): number =>
  one.on === other.on ? one.at.getTime() - other.at.getTime() : one.on < other.on ? -1 : 1;

/** The facts that follow from visits: the last word on it counts, and each activity that was seen. */
export function visitFacts(visits: readonly Confirming[]): VisitFacts {
  const sure = visits.filter(({ confirms }) => confirms !== 'unsure').toSorted(isLater);
  const active = sure.filter(({ confirms }) => confirms === 'active');
  const last = sure.at(-1);
  const seen = active.at(-1);
  return {
    activities: active.map(({ on }) => ({ startsOn: on, endsOn: on })),
    ...(seen && { lastSeenActiveOn: seen.on }),
    ...(last?.confirms === 'passive' && { passiveConfirmed: confirmationIn(last) }),
  };
}

const confirmationIn = ({ on, by, lastActivityThen }: Confirming): PassiveConfirmation => ({
  on,
  by,
  ...(lastActivityThen && { lastActivityThen }),
});
