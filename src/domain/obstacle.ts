/** What keeps a centre from being active, in polite words for the people who run it. */
export const obstacleLabels = {
  tidak_ada_dana: 'Dana belum tersedia',
  tidak_ada_instruktur: 'Instruktur belum ada',
  alat_rusak_atau_kurang: 'Peralatan rusak atau kurang',
  izin_belum_selesai: 'Izin belum selesai',
  akun_siapkerja: 'Akun SIAPkerja (dulu Sisnaker)',
  peserta_kurang: 'Peserta belum cukup',
  listrik_atau_internet: 'Listrik atau internet',
  gedung: 'Gedung perlu perbaikan',
  status_lahan: 'Status lahan belum jelas',
  kesibukan_pondok: 'Kesibukan pondok',
  lainnya: 'Lainnya',
} as const;

/** One of the kinds of obstacle; the id is stored, the label is shown. */
export type ObstacleId = keyof typeof obstacleLabels;

/** The kinds of obstacle in the order in which they are offered. */
export const obstacleIds = Object.keys(obstacleLabels) as readonly ObstacleId[];

/** Whether `text` is the id of an obstacle; button data may say anything. */
export const isObstacleId = (text: string): text is ObstacleId =>
  Object.hasOwn(obstacleLabels, text);

/** The label of an obstacle, in Indonesian. */
export const obstacleLabel = (id: ObstacleId): string => obstacleLabels[id];

/** How an obstacle ended, in words that fit the people who had it too. */
export const obstacleResults = {
  solved: 'Teratasi',
  'passed-on': 'Diteruskan ke pihak lain',
  unsolved: 'Belum dapat dibantu',
  'no-longer': 'Tidak lagi menjadi kendala',
} as const;

export type ObstacleResult = keyof typeof obstacleResults;

/** Whether `text` is a result; button data may say anything. */
export const isObstacleResult = (text: string): text is ObstacleResult =>
  Object.hasOwn(obstacleResults, text);

/** The label of a result, in Indonesian. */
export const obstacleResultLabel = (result: ObstacleResult): string => obstacleResults[result];
