import type { ActivityField } from './activity-field';

const people = ['men', 'women'] as const;
const span = ['startsOn', 'endsOn'] as const;

const kinds = [
  {
    id: 'pelatihan_paket',
    name: 'Pelatihan paket',
    hint: 'Biasanya 16 peserta, sekitar 240 jam',
    countsAsActive: true,
    fields: ['program', ...span, 'lessonHours', ...people, 'passedMen', 'passedWomen', 'funding'],
  },
  {
    id: 'pelatihan_mandiri',
    name: 'Pelatihan mandiri/berbayar',
    countsAsActive: true,
    fields: ['program', ...span, 'lessonHours', ...people, 'funding'],
  },
  {
    id: 'kelas_singkat',
    name: 'Kelas singkat santri/warga',
    countsAsActive: true,
    fields: ['topic', 'heldOn', 'lessonHours', ...people],
  },
  {
    id: 'uji_kompetensi',
    name: 'Uji kompetensi',
    countsAsActive: true,
    fields: ['scheme', 'heldOn', ...people, 'competent'],
  },
  {
    id: 'pemagangan',
    name: 'Pemagangan/OJT',
    countsAsActive: true,
    fields: ['partner', ...span, ...people],
  },
  {
    id: 'produksi_jasa',
    name: 'Produksi/jasa/usaha BLK',
    countsAsActive: true,
    fields: ['product', 'heldOn'],
  },
  {
    id: 'inkubasi',
    name: 'Pendampingan wirausaha',
    countsAsActive: true,
    fields: ['heldOn', ...people],
  },
  {
    id: 'penelusuran_alumni',
    name: 'Kabar alumni',
    countsAsActive: false,
    fields: ['cohort', 'employed', 'selfEmployed', 'studying', 'notYet'],
  },
  {
    id: 'rekrutmen',
    name: 'Pembukaan pendaftaran',
    countsAsActive: false,
    fields: ['program', 'opensOn', 'closesOn', 'quota', 'requirements'],
  },
  {
    id: 'perawatan',
    name: 'Perawatan/kondisi alat',
    countsAsActive: false,
    fields: ['tool', 'condition'],
  },
  {
    id: 'rapat_mitra',
    name: 'Rapat/kerja sama mitra',
    countsAsActive: false,
    fields: ['partner', 'outcome'],
  },
  {
    id: 'kunjungan',
    name: 'Kunjungan petugas',
    countsAsActive: false,
    fields: ['officer', 'findings', 'followUp', 'dueOn'],
  },
] as const satisfies readonly KindFacts[];

interface KindFacts {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  /** Whether it ends silence: it serves trainees or earns. */
  readonly countsAsActive: boolean;
  /** What it asks, in this order. */
  readonly fields: readonly ActivityField[];
}

/** The id of a kind of activity, as it is stored. */
export type ActivityKindId = (typeof kinds)[number]['id'];

/** A kind of activity a centre can report. */
export interface ActivityKind extends KindFacts {
  readonly id: ActivityKindId;
}

/** The kinds of activity in the order in which they are offered. */
export const activityKinds: readonly ActivityKind[] = kinds;

const byId: ReadonlyMap<string, ActivityKind> = new Map(
  activityKinds.map((kind) => [kind.id, kind]),
);

/** Whether `text` is the id of a kind of activity; button data may say anything. */
export const isActivityKindId = (text: string): text is ActivityKindId => byId.has(text);

/** The kind with that id. */
export function activityKind(id: ActivityKindId): ActivityKind {
  const kind = byId.get(id);
  if (!kind) throw new Error(`There is no kind of activity called ${id}`);
  return kind;
}
