/** How the answer to a field is read. */
export type FieldReads = 'text' | 'long-text' | 'count' | 'past-day' | 'day';

/** What is known of a field: its label for the summary, how it is asked and how it is read. */
export interface FieldFacts {
  /** The label in summaries, in Indonesian. */
  readonly label: string;
  /** The noun in sentences: '… belum terbaca'. */
  readonly of: string;
  readonly ask: string;
  readonly reads: FieldReads;
  readonly optional?: true;
  /** The greatest count, or the longest text in UTF-16 units; days have no limit of their own. */
  readonly max?: number;
  readonly example: string;
  /** Answers offered as buttons; others may still be typed. */
  readonly choices?: readonly string[];
  /** Kinds of activity in which something else is usual. */
  readonly usually?: Readonly<
    Record<string, { readonly example: string; readonly choices: readonly string[] }>
  >;
  /** The count of people it is a part of: of nobody there is no part to ask for. */
  readonly partOf?: 'men' | 'women';
}

const people = (label: string, ask: string, example = '16') =>
  ({
    label,
    of: `jumlah ${label.toLowerCase()}`,
    ask,
    reads: 'count',
    max: 5000,
    example,
  }) as const;

const words = (label: string, ask: string, example: string) =>
  ({ label, of: label.toLowerCase(), ask, reads: 'text', max: 120, example }) as const;

const story = (label: string, ask: string, example: string) =>
  ({ label, of: label.toLowerCase(), ask, reads: 'long-text', max: 600, example }) as const;

const date = (label: string, ask: string, reads: 'past-day' | 'day' = 'day') =>
  ({ label, of: label.toLowerCase(), ask, reads, example: '23 November 2026' }) as const;

const optional = { optional: true } as const;

const facts = {
  program: words('Program', 'Apa nama program pelatihannya?', 'Desain Grafis'),
  topic: words('Topik', 'Apa topik kelasnya?', 'Mengetik surat di Microsoft Word'),
  scheme: words('Skema', 'Apa skema uji kompetensinya?', 'Operator Komputer Muda'),
  partner: words('Mitra', 'Siapa mitranya?', 'CV Grafika Paser'),
  product: words('Jenis produksi/jasa', 'Apa produk atau jasa yang dikerjakan?', 'Cetak spanduk'),
  cohort: words('Angkatan', 'Alumni angkatan berapa?', 'Paket 1 tahun 2026'),
  tool: words('Alat', 'Alat apa yang dirawat atau diperiksa?', '10 unit komputer'),
  officer: words('Petugas', 'Siapa petugas yang berkunjung?', 'Petugas Bidang Pelatihan'),
  startsOn: date('Tanggal mulai', 'Kapan kegiatan dimulai?', 'past-day'),
  endsOn: date('Tanggal selesai', 'Kapan kegiatan selesai, atau direncanakan selesai?'),
  heldOn: date('Tanggal', 'Kapan kegiatannya?', 'past-day'),
  opensOn: date('Pendaftaran dibuka', 'Kapan pendaftaran dibuka?'),
  closesOn: date('Pendaftaran ditutup', 'Kapan pendaftaran ditutup?'),
  lessonHours: {
    label: 'Jam pelajaran (JP)',
    of: 'jumlah jam pelajaran',
    ask: 'Berapa jam pelajaran (JP) seluruhnya?',
    reads: 'count',
    max: 2000,
    example: '240',
    choices: ['240', '120', '80', '40', '16', '8'],
    usually: { kelas_singkat: { example: '8', choices: ['4', '8', '16', '24'] } },
  },
  men: people('Peserta laki-laki', 'Berapa peserta laki-laki?'),
  women: people('Peserta perempuan', 'Berapa peserta perempuan?'),
  passedMen: {
    ...people('Lulus laki-laki', 'Berapa peserta laki-laki yang lulus?'),
    ...optional,
    partOf: 'men',
  },
  passedWomen: {
    ...people('Lulus perempuan', 'Berapa peserta perempuan yang lulus?'),
    ...optional,
    partOf: 'women',
  },
  competent: {
    ...people('Dinyatakan kompeten', 'Berapa peserta yang dinyatakan kompeten?', '12'),
    of: 'jumlah peserta kompeten',
    ...optional,
  },
  funding: {
    ...words('Sumber dana', 'Dari mana sumber dananya?', 'APBD kabupaten'),
    ...optional,
    choices: [
      'APBN/Kemnaker',
      'APBD kabupaten',
      'APBD provinsi',
      'Mandiri/peserta',
      'Mitra/CSR',
      'Lainnya',
    ],
  },
  employed: people('Alumni bekerja', 'Berapa alumni yang sudah bekerja?', '6'),
  selfEmployed: people('Alumni berwirausaha', 'Berapa alumni yang berwirausaha?', '3'),
  studying: people('Alumni lanjut sekolah', 'Berapa alumni yang melanjutkan sekolah?', '4'),
  notYet: people('Alumni belum bekerja', 'Berapa alumni yang belum bekerja?', '3'),
  quota: { ...people('Kuota', 'Berapa kuota pesertanya?'), of: 'jumlah kuota' },
  requirements: {
    ...story('Syarat', 'Apa syarat pendaftarannya?', 'Usia 17 tahun ke atas, bisa membaca'),
    ...optional,
  },
  condition: {
    ...words('Kondisi', 'Bagaimana kondisinya?', 'Baik'),
    choices: ['Baik', 'Rusak ringan', 'Rusak berat'],
  },
  outcome: story('Hasil', 'Apa hasil pertemuannya?', 'Mitra bersedia menerima 4 peserta magang'),
  findings: story('Temuan', 'Apa temuan dalam kunjungan?', '12 dari 16 komputer berfungsi'),
  followUp: {
    ...story('Tindak lanjut', 'Apa tindak lanjutnya?', 'Melengkapi data di SIAPkerja'),
    ...optional,
  },
  dueOn: { ...date('Tenggat', 'Kapan tenggat tindak lanjutnya?'), ...optional },
} as const satisfies Readonly<Record<string, FieldFacts>>;

/** One of the things an activity report asks. */
export type ActivityField = keyof typeof facts;

/** Every field of the activity reports, in an order in which every kind asks its own. */
export const activityFields: Readonly<Record<ActivityField, FieldFacts>> = facts;

/** Answers by field, as read: counts are numbers, days are 'YYYY-MM-DD', the rest is text. */
export type ActivityDetails = Readonly<Partial<Record<ActivityField, string | number>>>;

/** What is known of `field`. */
export const activityField = (field: ActivityField): FieldFacts => activityFields[field];
