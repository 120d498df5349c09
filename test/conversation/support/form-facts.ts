import type { Institution } from '../../../src/domain/institution';

const from = new Date('2026-11-20T01:00:00Z');
const end = new Date('2026-11-30T01:00:00Z');

/** More institutions than a message shows choices, with slugs as long as slugs get. */
export const institutions: readonly Institution[] = Array.from({ length: 12 }, (_, n) => ({
  id: `pesantren-${'x'.repeat(20)}-${String.fromCharCode(97 + n)}`,
  name: `BLK Komunitas Pesantren Nurul ${String.fromCharCode(65 + n)}`,
  kind: 'BLKK',
  regency: 'Kabupaten Paser',
  district: 'Kuaro',
  trade: 'Multimedia',
  zone: 'Asia/Makassar',
  restDay: 5,
  rhythm: 'monthly',
  registeredAt: from,
}));

const [institution] = institutions;
const own = { institutions };
const incident = {
  id: 'A123456789',
  institution: institution?.id,
  status: 'no-word',
  openedAt: from,
  zone: 'Asia/Makassar',
  done: [],
  handlings: [],
};
const leave = {
  id: 'A123456789',
  institution: institution?.id,
  from: '2026-11-20',
  to: '2026-12-10',
  reason: 'other',
};

/** By command, what a form's `prepare` would have found; a new form adds its own. */
export const formFacts: Readonly<Record<string, unknown>> = {
  lapor: own,
  nihil: own,
  kendala: own,
  libur: own,
  undang: { institutions, roles: ['manager', 'deputy', 'officer', 'head'] },
  gabung: {
    invitation: {
      code: 'c'.repeat(16),
      grants: { role: 'head', regencies: 'all' },
      expiresAt: end,
    },
    institution,
  },
  sapaan: { id: 'P', name: 'Ahmad', grants: [] },
  tangani: { incident, institution },
  selesai: { incident, institution },
  perpendek: { leave, institution },
};
