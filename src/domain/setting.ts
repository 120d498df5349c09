import type { EscalationWaits, Policy, Windows } from './policy';
import type { PolicyLayer } from './policy-layers';

/** What a setting's value is, and thereby how it is typed and shown. */
export type SettingKind =
  'days' | 'working-days' | 'times' | 'messages' | 'share' | 'rhythm' | 'weekdays' | 'hours';

type Plain = Exclude<keyof Policy, 'escalation' | 'windows'>;

/** Where a setting stands in a policy. */
export type SettingPlace =
  | { readonly in: 'policy'; readonly name: Plain }
  | { readonly in: 'escalation'; readonly name: keyof EscalationWaits }
  | { readonly in: 'windows'; readonly name: keyof Windows };

export const settingGroups = {
  status: 'Batas status',
  ritme: 'Ritme dan sapaan',
  waktu: 'Waktu kirim',
  tangga: 'Tindak lanjut',
} as const;
export type SettingGroup = keyof typeof settingGroups;

/** One thing that can be set, in words for people. */
export interface Setting {
  /** Short enough for a button beside the id of an institution. */
  readonly id: string;
  readonly group: SettingGroup;
  readonly label: string;
  /** What it does, in one sentence. */
  readonly about: string;
  readonly kind: SettingKind;
  readonly place: SettingPlace;
  /** Values that are often meant, as they are typed. */
  readonly offers: readonly string[];
  /** It belongs to the office and cannot differ for one institution. */
  readonly ofOffice?: boolean;
}

const inPolicy = (name: Plain): SettingPlace => ({ in: 'policy', name });
const inEscalation = (name: keyof EscalationWaits): SettingPlace => ({ in: 'escalation', name });
const inWindows = (name: keyof Windows): SettingPlace => ({ in: 'windows', name });

const ofStatus: readonly Setting[] = [
  {
    ...{ id: 'aktif', group: 'status', kind: 'days', label: 'Batas aktif' },
    about: 'Sampai sekian hari tanpa kegiatan, BLK masih berstatus aktif.',
    place: inPolicy('activeDays'),
    offers: ['60', '90', '120'],
  },
  {
    ...{ id: 'pasif', group: 'status', kind: 'days', label: 'Batas diduga pasif' },
    about: 'Lewat sekian hari tanpa kegiatan, BLK diduga pasif dan perlu dipastikan petugas.',
    place: inPolicy('passiveDays'),
    offers: ['150', '180', '240'],
  },
  {
    ...{ id: 'baru', group: 'status', kind: 'days', label: 'Batas belum mulai' },
    about: 'Sampai sekian hari sejak terdaftar, BLK tanpa kegiatan disebut belum mulai.',
    place: inPolicy('newDays'),
    offers: ['90', '180', '365'],
  },
  {
    ...{ id: 'kabar', group: 'status', kind: 'days', label: 'Batas belum ada kabar' },
    about: 'Sejak sekian hari tanpa kabar apa pun, status menjadi belum ada kabar.',
    place: inPolicy('silentDays'),
    offers: ['30', '60', '90'],
  },
  {
    ...{ id: 'sapaan', group: 'status', kind: 'times', label: 'Sapaan tidak dijawab' },
    about: 'Sekian sapaan berturut-turut tanpa jawaban membuat status perlu perhatian.',
    place: inPolicy('unansweredCheckIns'),
    offers: ['1', '2', '3'],
  },
  {
    ...{ id: 'kendala', group: 'status', kind: 'days', label: 'Kendala terbuka' },
    about: 'Kendala yang terbuka lebih dari sekian hari membuat status perlu perhatian.',
    place: inPolicy('obstacleDays'),
    offers: ['14', '30', '60'],
  },
];

const ofRhythm: readonly Setting[] = [
  {
    ...{ id: 'ritme', group: 'ritme', kind: 'rhythm', label: 'Ritme laporan' },
    about: 'Seberapa sering BLK ditanya kabarnya. Periode yang sedang berjalan ikut menyesuaikan.',
    place: inPolicy('rhythm'),
    offers: ['Mingguan', 'Dua mingguan', 'Bulanan'],
  },
  {
    ...{ id: 'pengingat', group: 'ritme', kind: 'working-days', label: 'Jarak pengingat' },
    about: 'Sekian hari kerja setelah sapaan pembuka, yang belum menjawab diingatkan sekali.',
    place: inPolicy('reminderWorkingDays'),
    offers: ['3', '5', '7'],
  },
  {
    ...{ id: 'tugas', group: 'ritme', kind: 'working-days', label: 'Jarak tugas petugas' },
    about: 'Sekian hari kerja setelah sapaan pembuka, petugas diminta menelepon.',
    place: inPolicy('officerTaskWorkingDays'),
    offers: ['7', '10', '15'],
  },
  {
    ...{ id: 'pesan', group: 'ritme', kind: 'messages', label: 'Batas pesan per bulan' },
    about:
      'Paling banyak sekian pesan otomatis kepada satu pengelola dalam sebulan; 0 berarti tidak ada.',
    place: inPolicy('maxAutomaticPerMonth'),
    offers: ['1', '2', '4'],
  },
  {
    ...{ id: 'pembuka', group: 'ritme', kind: 'share', label: 'Batas sapaan pembuka' },
    about: 'Bila sekian persen periode sudah lewat, sapaan pembuka tidak dikirim lagi.',
    place: inPolicy('openingUntilShare'),
    offers: ['50%', '75%', '90%'],
  },
  {
    ...{ id: 'lulusan', group: 'ritme', kind: 'days', label: 'Pertanyaan lulusan' },
    about:
      'Sekian hari setelah pelatihan berakhir, pengelola ditanya sekali bagaimana kabar lulusannya.',
    place: inPolicy('graduatesDays'),
    offers: ['60', '90', '120'],
  },
  {
    ...{ id: 'bebas', group: 'ritme', kind: 'share', label: 'Libur yang membebaskan' },
    about: 'Bila libur menutupi sekian persen periode, laporan periode itu tidak ditunggu.',
    place: inPolicy('excusedLeaveShare'),
    offers: ['30%', '50%', '75%'],
  },
];

const ofWindows: readonly Setting[] = [
  {
    ...{ id: 'hari', group: 'waktu', kind: 'weekdays', label: 'Hari kirim pengelola' },
    about: 'Pada hari-hari ini pesan otomatis boleh sampai kepada pengelola.',
    place: inWindows('managerDays'),
    offers: ['Senin-Kamis', 'Senin-Jumat', 'Senin-Sabtu'],
  },
  {
    ...{ id: 'jam', group: 'waktu', kind: 'hours', label: 'Jam kirim pengelola' },
    about: 'Pada jam-jam ini pesan otomatis boleh sampai kepada pengelola.',
    place: inWindows('managerHours'),
    offers: ['08.30-11.30, 13.30-14.45', '08.00-11.00'],
  },
  {
    ...{ id: 'ramadan', group: 'waktu', kind: 'hours', label: 'Jam kirim Ramadan' },
    about: 'Selama Ramadan hanya yang mendesak dikirim kepada pengelola, pada jam-jam ini.',
    place: inWindows('ramadanHours'),
    offers: ['09.00-11.00', '10.00-12.00'],
  },
  {
    ...{ id: 'hari-dinas', group: 'waktu', kind: 'weekdays', label: 'Hari kirim petugas' },
    about: 'Pada hari-hari ini pemberitahuan boleh sampai kepada petugas dan kepala.',
    place: inWindows('officerDays'),
    offers: ['Senin-Jumat', 'Senin-Kamis'],
    ofOffice: true,
  },
  {
    ...{ id: 'jam-dinas', group: 'waktu', kind: 'hours', label: 'Jam kirim petugas' },
    about: 'Pada jam-jam ini pemberitahuan boleh sampai kepada petugas dan kepala.',
    place: inWindows('officerHours'),
    offers: ['07.30-16.00', '08.00-15.30'],
    ofOffice: true,
  },
];

const waits: readonly (readonly [keyof EscalationWaits, string, string, readonly string[]])[] = [
  ['manager', 'k', 'pengelola', ['0', '1', '2']],
  ['deputy', 'w', 'wakil pengelola', ['2', '3', '5']],
  ['officer', 'p', 'petugas', ['3', '5', '7']],
  ['head', 'a', 'kepala', ['5', '7', '10']],
];

const ofEscalation: readonly Setting[] = [
  ...waits.map(([name, letter, who, offers]): Setting => ({
    ...{ id: `tangga-${letter}`, group: 'tangga', kind: 'working-days' },
    label: `Memberi tahu ${who}`,
    about: `Sekian hari kerja setelah status memburuk, ${who} diberi tahu.`,
    place: inEscalation(name),
    offers,
  })),
  {
    ...{ id: 'hasil', group: 'tangga', kind: 'days', label: 'Masa ukur hasil' },
    about: 'Jawaban BLK dalam sekian hari sesudah ditindaklanjuti dihitung sebagai hasilnya.',
    place: inPolicy('effectDays'),
    offers: ['7', '14', '30'],
  },
];

/** Everything that can be set, in the order in which it is shown. */
export const settings: readonly Setting[] = [
  ...ofStatus,
  ...ofRhythm,
  ...ofWindows,
  ...ofEscalation,
];

/** The setting with this id, if there is one. */
export const settingCalled = (id: string): Setting | undefined =>
  settings.find((setting) => setting.id === id);

/** The value of a setting in a policy; in a layer it may be undefined, when the layer leaves it alone. */
export function valueIn(layer: PolicyLayer | Policy, { place: { in: within, name } }: Setting) {
  const group: object | undefined = within === 'policy' ? layer : layer[within];
  return (group as Readonly<Record<string, unknown>> | undefined)?.[name];
}

/** The change that gives a setting a value; null takes it back to what is beneath. */
export const overrideWith = ({ place: { in: within, name } }: Setting, value: unknown): object =>
  within === 'policy' ? { [name]: value } : { [within]: { [name]: value } };
