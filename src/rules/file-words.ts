/** The words of the editable file and what they are called in the code. */
const words: readonly (readonly [string, string])[] = [
  ['hari_aktif', 'activeDays'],
  ['hari_diduga_pasif', 'passiveDays'],
  ['hari_belum_mulai', 'newDays'],
  ['hari_belum_ada_kabar', 'silentDays'],
  ['sapaan_tidak_dijawab', 'unansweredCheckIns'],
  ['hari_kendala_terbuka', 'obstacleDays'],
  ['pesan_otomatis_per_bulan', 'maxAutomaticPerMonth'],
  ['hari_kerja_sampai_pengingat', 'reminderWorkingDays'],
  ['hari_kerja_sampai_tugas_petugas', 'officerTaskWorkingDays'],
  ['bagian_libur_yang_membebaskan', 'excusedLeaveShare'],
  ['bagian_periode_untuk_sapaan_pembuka', 'openingUntilShare'],
  ['hari_ukur_hasil', 'effectDays'],
  ['hari_sampai_tanya_lulusan', 'graduatesDays'],
  ['ritme', 'rhythm'],
  ['tangga_hari_kerja', 'escalation'],
  ['pengelola', 'manager'],
  ['wakil', 'deputy'],
  ['petugas', 'officer'],
  ['kepala', 'head'],
  ['waktu_kirim', 'windows'],
  ['hari_pengelola', 'managerDays'],
  ['jam_pengelola', 'managerHours'],
  ['jam_ramadan', 'ramadanHours'],
  ['hari_petugas', 'officerDays'],
  ['jam_petugas', 'officerHours'],
  ['dari', 'from'],
  ['sampai', 'to'],
  ['tahun_libur', 'years'],
  ['keputusan', 'decree'],
  ['libur_nasional', 'holidays'],
  ['cuti_bersama', 'jointLeave'],
  ['libur_daerah', 'localDaysOff'],
  ['tanggal', 'on'],
  ['nama', 'name'],
  ['jenis', 'kind'],
  ['bukan_libur', 'workingDays'],
  ['bulan_hijriah', 'hijriMonths'],
  ['tahun', 'year'],
  ['bulan', 'month'],
  ['mulai', 'startsOn'],
];

/** The values that are words, by the name under which they stand in the code. */
const valueWords: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  rhythm: [
    ['mingguan', 'weekly'],
    ['dua mingguan', 'two-weekly'],
    ['bulanan', 'monthly'],
  ],
  kind: [
    ['libur', 'holiday'],
    ['cuti bersama', 'joint-leave'],
  ],
};

const toCode = new Map(words);
const toFile = new Map(words.map(([file, code]) => [code, file]));

/** The same value with the names of the code; a word the file does not have stays as it is. */
export const inCode = (value: unknown): unknown =>
  renamed(value, (name, each) => {
    const code = toCode.get(name) ?? name;
    return [code, valueWords[code]?.find(([file]) => file === each)?.[1] ?? each];
  });

/** The same value with the words of the file. */
export const inFile = (value: unknown): unknown =>
  renamed(value, (name, each) => [
    toFile.get(name) ?? name,
    valueWords[name]?.find(([, code]) => code === each)?.[0] ?? each,
  ]);

type Rename = (name: string, value: unknown) => readonly [string, unknown];

function renamed(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const [newName, newValue] = rename(name, each);
      return [newName, renamed(newValue, rename)];
    }),
  );
}

/** A problem such as 'windows.from: …' with the words of the file in its place. */
export function placeInFile(problem: string): string {
  const [, place = '', rest = problem] = /^([\w.]+)(:.*)$/su.exec(problem) ?? [];
  return `${place
    .split('.')
    .map((part) => toFile.get(part) ?? part)
    .join('.')}${rest}`;
}
