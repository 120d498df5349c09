import type { Weekday } from './day';
import { isolated } from './isolated';

/** How often an institution may be asked for news. */
export const rhythms = ['weekly', 'two-weekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Friday, on which pesantren rest unless told otherwise. */
export const usualRestDay: Weekday = 5;

/** A training centre: a BLK Komunitas, a government BLK, or a private LPK. */
export interface Institution {
  /** A slug such as 'bina-iman'. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'BLKK' | 'BLK' | 'LPK';
  readonly regency: string;
  readonly district: string;
  readonly village?: string;
  readonly trade: string;
  /** As '+62…': the number the office calls, for officers alone. */
  readonly phone?: string;
  /** The IANA zone in which its days are counted. */
  readonly zone: string;
  /** Its weekly day of rest; 5 is Friday. */
  readonly restDay: Weekday;
  readonly rhythm: Rhythm;
  readonly registeredAt: Date;
  readonly archivedAt?: Date;
  /** The ids of duplicates that were merged into it; old buttons and open forms still say them. */
  readonly formerIds?: readonly string[];
  /** The institution that this one, a duplicate, was merged into. */
  readonly mergedInto?: string;
}

/** Whether an id is the institution's, or that of a duplicate merged into it. */
export const isCalled = ({ id, formerIds = [] }: Institution, said: string): boolean =>
  id === said || formerIds.includes(said);

const prefix =
  /^(?:(?:blk komunitas|balai latihan kerja komunitas|balai latihan kerja|blkk?|lpks?|lembaga pelatihan kerja|pondok pesantren|pesantren|ponpes|yayasan)\b\.? *)+/i;

/** The name people say, fit for a sentence: 'BLK Komunitas Pesantren Bina Iman' is 'Bina Iman'. */
export function shortName({ name }: Pick<Institution, 'name'>): string {
  const short = name.trim().replace(prefix, '').trim();
  return isolated(short === '' ? name.trim() : short);
}

/** So that a slug fits into a button (64 bytes) beside the words of a command. */
const slugLimit = 32;

/** The slug of a name, made of a–z, 0–9 and hyphens: 'BLK Komunitas Pesantren Bina Iman' is 'bina-iman'. */
export function slugOf(name: string): string {
  const slug = shortName({ name })
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugLimit)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'lembaga' : slug;
}
