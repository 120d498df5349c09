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
  ['bulan_hijriah', 'hijriMonths'],
  ['tahun', 'year'],
  ['bulan', 'month'],
  ['mulai', 'startsOn'],
];

const toCode = new Map(words);
const toFile = new Map(words.map(([file, code]) => [code, file]));

/** The same value with the names of the code; a word the file does not have stays as it is. */
export const inCode = (value: unknown): unknown => renamed(value, toCode);

/** The same value with the words of the file. */
export const inFile = (value: unknown): unknown => renamed(value, toFile);

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [names.get(name) ?? name, renamed(each, names)]),
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
