import { type Institution, usualRestDay } from './institution';

/** An institution that has not been registered at any instant yet. */
export type NewInstitution = Omit<Institution, 'registeredAt'>;

const inPaser = {
  kind: 'BLKK',
  regency: 'Kabupaten Paser',
  zone: 'Asia/Makassar',
  restDay: usualRestDay,
  rhythm: 'monthly',
} as const;

/**
 * The three centres that are there from the first start.
 *
 * Source: Disnakertrans Kabupaten Paser, 'Bantuan Pembangunan BLK Komunitas', 18 August 2022.
 */
export const firstInstitutions: readonly NewInstitution[] = [
  {
    ...inPaser,
    id: 'bina-iman',
    name: 'BLK Komunitas Pesantren Bina Iman',
    district: 'Paser Belengkong',
    trade: 'Teknik Informatika',
  },
  {
    ...inPaser,
    id: 'al-ikhsan',
    name: 'BLK Komunitas Pesantren Al Ikhsan',
    district: 'Tanah Grogot',
    trade: 'Multimedia',
  },
  {
    ...inPaser,
    id: 'datu-ismail',
    name: 'BLK Komunitas Pesantren Datu Ismail',
    district: 'Kuaro',
    trade: 'Teknik Informatika',
  },
];
