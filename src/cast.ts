import type { FormOfAddress, Grant } from './domain/person';

type Role = { [G in Grant as G['role']]: Omit<G, 'since'> }[Grant['role']];

/** Somebody of the playground: how Telegram names them, and the role they have from the first start. */
export interface CastMember {
  readonly id: number;
  readonly firstName: string;
  readonly username: string;
  readonly about: string;
  readonly section: string;
  readonly address?: FormOfAddress;
  readonly role?: Role;
  readonly admin?: boolean;
}

/** The people of the playground; invented, except for the centres they run. */
export const cast = {
  hamdan: {
    id: 1001,
    firstName: 'Hamdan',
    username: 'hamdan_bi',
    about: 'Pengelola BLK Bina Iman',
    section: 'Pengelola',
    address: 'Ustaz',
    role: { role: 'manager', institution: 'bina-iman' },
  },
  yusuf: {
    id: 1002,
    firstName: 'Yusuf',
    username: 'yusuf_bi',
    about: 'Wakil pengelola BLK Bina Iman',
    section: 'Pengelola',
    address: 'Ustaz',
    role: { role: 'deputy', institution: 'bina-iman' },
  },
  maryam: {
    id: 1003,
    firstName: 'Maryam',
    username: 'maryam_ai',
    about: 'Pengelola BLK Al Ikhsan',
    section: 'Pengelola',
    address: 'Ustazah',
    role: { role: 'manager', institution: 'al-ikhsan' },
  },
  rahmat: {
    id: 1004,
    firstName: 'Rahmat',
    username: 'rahmat_di',
    about: 'Pengelola BLK Datu Ismail',
    section: 'Pengelola',
    address: 'Bapak',
    role: { role: 'manager', institution: 'datu-ismail' },
  },
  ratna: {
    id: 2001,
    firstName: 'Ratna',
    username: 'ratna_dinas',
    about: 'Petugas Bidang Pelatihan',
    section: 'Dinas',
    address: 'Ibu',
    role: { role: 'officer', regencies: 'all' },
  },
  joko: {
    id: 2002,
    firstName: 'Joko',
    username: 'joko_dinas',
    about: 'Petugas Bidang Pelatihan, admin',
    section: 'Dinas',
    address: 'Bapak',
    role: { role: 'officer', regencies: ['Kabupaten Paser'] },
    admin: true,
  },
  anwar: {
    id: 2003,
    firstName: 'Anwar',
    username: 'anwar_dinas',
    about: 'Kepala bidang',
    section: 'Dinas',
    address: 'Bapak',
    role: { role: 'head', regencies: 'all' },
  },
  sari: {
    id: 3001,
    firstName: 'Sari',
    username: 'sari_umum',
    about: 'Warga, belum terdaftar',
    section: 'Umum',
  },
  fauzi: {
    id: 3002,
    firstName: 'Fauzi',
    username: 'fauzi_baru',
    about: 'Calon pengelola, belum bergabung',
    section: 'Umum',
  },
} as const satisfies Readonly<Record<string, CastMember>>;

/** The same people as a list. */
export const castMembers: readonly CastMember[] = Object.values(cast);

/** A group of the playground, and whom it is linked to from the first start. */
export interface CastGroup {
  readonly id: number;
  readonly title: string;
  readonly members: readonly number[];
  readonly botIsMember: boolean;
  readonly about: string;
  readonly linked?: readonly string[] | 'all';
}

/** The groups of the playground. */
export const castGroups = [
  {
    id: -1001000000001,
    title: 'BLK Komunitas Paser',
    members: [2001, 2002, 1001, 1003, 1004],
    botIsMember: true,
    about: 'Grup semua pesantren',
    linked: 'all',
  },
  {
    id: -4001,
    title: 'Pesantren Bina Iman',
    members: [1001, 1002, 2001],
    botIsMember: true,
    about: 'Grup pengurus Bina Iman',
    linked: ['bina-iman'],
  },
  {
    id: -4002,
    title: 'Pesantren Al Ikhsan',
    members: [1003, 2001, 2002],
    botIsMember: false,
    about: 'Grup pengurus Al Ikhsan',
  },
] as const satisfies readonly CastGroup[];

/** The bot as the playground names it. */
export const castBot = { username: 'blk_aktif_bot', firstName: 'BLK Aktif' } as const;

/** The playground's token; it opens nothing anywhere else. */
export const castToken = '1000001:playground-token-of-blk-aktif';
