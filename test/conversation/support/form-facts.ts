import { aCourse } from '../../support/courses';
import { calendarOf } from '../../../src/domain/calendar';
import { anActivity } from '../../support/reports';
import { stepIn } from '../../../src/domain/checklist';
import { firstChecklist } from '../../../src/domain/first-checklist';
import type { Institution } from '../../../src/domain/institution';
import { defaultPolicy } from '../../../src/domain/policy';
import { blankRegistration } from '../../../src/domain/registration';
import { settingCalled } from '../../../src/domain/setting';

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

const places = {
  institutions,
  regencies: ['Kabupaten Kepulauan Siau Tagulandang Biaro', 'Kabupaten Paser'],
  anyRegency: true,
  districtsOf: () => ['Kuaro', 'Tanah Grogot'],
  trades: ['Multimedia'],
  zoneOf: () => 'Asia/Makassar',
};
const contacts = [
  { id: 'A123456789', name: 'Hamdan', grants: [{ role: 'manager', institution: institution?.id }] },
  { id: 'B123456789', name: 'Yusuf', grants: [{ role: 'deputy', institution: institution?.id }] },
];
const equipment = ['Komputer', 'x'.repeat(40), 'y'.repeat(60)].map((name) => ({
  sort: 'equipment',
  id: name,
  name,
}));

const daysOff = { calendar: calendarOf(), beneath: calendarOf() };
const setting = {
  institution,
  setting: settingCalled('jam'),
  sources: {
    inForce: defaultPolicy,
    beneath: defaultPolicy,
    file: {},
    command: { windows: { managerHours: [] } },
    changes: [],
  },
};

const staff = {
  person: { id: 'A123456789', name: 'Ratna', grants: [] },
  grant: { role: 'officer', regencies: ['Kabupaten Paser'] },
};
/** A step about whose paper everything is written down. */
const step = {
  registering: {
    institution,
    checklist: firstChecklist,
    registration: blankRegistration(institution?.id ?? '', firstChecklist.version),
    path: 'oss',
  },
  step: {
    ...{ id: 'E5', name: 'Terbit VIN', hint: '', papers: [], owner: 'pengelola', dated: true },
    ...{ number: { name: 'VIN', digits: 10, example: '1234567890' }, validity: 'VIN' },
  },
  revision: 0,
  more: '',
};

const papered = stepIn(firstChecklist, 'C3')?.step;

const report = { ...anActivity(), changes: [] };
const planned = { course: aCourse(), institution, institutions };
const hindered = {
  obstacle: { id: 'A123456789', institution: institution?.id, kind: 'lainnya', note: 'x' },
  institution,
  said: [],
};

/** By command, what a form's `prepare` would have found; a new form adds its own. */
export const formFacts: Readonly<Record<string, unknown>> = {
  lapor: own,
  nihil: own,
  isinihil: own,
  kendala: own,
  libur: own,
  rencana: own,
  jadwalubah: planned,
  jadwalkembali: planned,
  lulusan: planned,
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
  nomor: { id: 'P', name: 'Ahmad', grants: [] },
  tangani: { incident, institution },
  selesai: { incident, institution },
  perpendek: { leave, institution },
  perbaiki: { report, institution, institutions, onBehalf: false },
  laporkembali: { report, institution },
  laportolak: { report, institution },
  laporbuka: { report, institution },
  kendalacatat: own,
  kendalajawab: hindered,
  kendalabalas: hindered,
  kendalatutup: hindered,
  // One that is called like what is typed, elsewhere.
  tambahblk: {
    ...places,
    institutions: [...institutions, { ...institution, name: 'BLKK Ahmad Fauzi', district: 'Jauh' }],
  },
  ubahblk: { ...places, institution },
  nomorblk: { institution: { ...institution, phone: '+6281234567890' } },
  alat: { institution, equipment },
  terimabantuan: { institution },
  instruktur: { institution },
  alihkan: { institution, contacts },
  hariliburblk: { institution },
  ralat: { institution },
  impor: places,
  gabungkan: { duplicate: institution, others: institutions },
  kunjungan: places,
  atur: setting,
  tambahhari: daysOff,
  hapushari: daysOff,
  awalbulan: daysOff,
  wilayah: { ...staff, ...places },
  cabut: staff,
  hapusdata: undefined,
  langkah: step,
  langkahselesai: step,
  langkahkembali: step,
  ubahlangkah: { step: papered, origin: papered, stage: 'A' },
  tambahlangkah: firstChecklist.stages[0],
  namatahap: firstChecklist.stages[0],
  tambahtahap: true,
  langkahcatat: step,
  umumkanbaru: {
    author: { id: 'A123456789', name: 'Ratna', grants: [] },
    institutions,
    stages: [
      ...firstChecklist.stages.map(({ id, name }) => ({ label: name, says: id })),
      { label: 'Sudah selesai seluruh tahap', says: 'selesai' },
    ],
  },
  umumkanteks: {
    announcement: {
      ...{ id: 'A123456789', wordings: [{ id: 'A', text: 'Rapat *besok*', by: 'A', at: from }] },
      ...{ audience: { who: 'groups' }, repeat: 'weekly', zone: 'Asia/Makassar', state: 'planned' },
      ...{ by: 'A', madeAt: from, regencies: 'all' },
    },
    sent: [{ id: 'A123456789.0', announcement: 'A123456789', slot: from, begunAt: from }],
  },
  minat: { institution, firstName: 'Sari', course: aCourse() },
  kontak: { institution, name: 'Ahmad', username: 'ahmad_bi' },
};
