import { z } from 'zod';
import { type CalendarFacts, knownFacts } from '../domain/calendar';
import { changedSettings } from '../domain/changed-settings';
import { type InstitutionOverride, defaultPolicy } from '../domain/policy';
import { type PolicyLayer, layeredPolicy } from '../domain/policy-layers';
import type { EditedRules } from '../ports/rules';
import { inCode, inFile, placeInFile } from './file-words';
import { parsedJson } from './parsed-json';
import {
  type Shaped,
  calendarSettings,
  deploymentSettings,
  institutionSettings,
  rhythmSetting,
  shapeProblems,
} from './settings-shape';

const group = z.record(z.string(), z.unknown(), 'perlu berupa kelompok pengaturan');

const settings = {
  ritme: z.unknown().optional(),
  ambang: group.nullish(),
  tangga_hari_kerja: group.nullish(),
  waktu_kirim: group.nullish(),
};
const settingsGroup = z.strictObject(settings, 'perlu berupa kelompok pengaturan');

const fileShape = z.strictObject(
  {
    ...settings,
    keterangan: z.unknown().optional(),
    tahun_libur: z.unknown().optional(),
    libur_daerah: z.unknown().optional(),
    bukan_libur: z.unknown().optional(),
    bulan_hijriah: z.unknown().optional(),
    per_blk: z
      .record(z.string(), settingsGroup, 'perlu berupa kelompok pengaturan menurut kode BLK')
      .nullish(),
  },
  'perlu berupa kelompok pengaturan',
);

/** What the text of the editable file says, or every reason, in Indonesian, why it can't be used. */
export function readRulesText(text: string): Shaped<EditedRules> {
  const json = parsedJson(text);
  if (!json.ok) return json;
  const file = fileShape.safeParse(json.value);
  if (!file.success) return { ok: false, problems: shapeProblems(file.error) };
  const policy = sensible(deploymentSettings(inCode(given(file.data))));
  const below = policy.ok ? [policy.value] : [];
  const own = Object.entries(file.data.per_blk ?? {}).map(
    ([id, group]) => [id, ownIn(group, below), rhythmIn(group)] as const,
  );
  const calendar = calendarIn(file.data);
  const problems = [policy, calendar]
    .flatMap((part) => (part.ok ? [] : part.problems.map(placeInFile)))
    .concat(own.flatMap(([id, ...parts]) => problemsOf(id, parts)));
  if (!policy.ok || !calendar.ok || problems.length > 0) return { ok: false, problems };
  const institutions = new Map(own.flatMap(([id, part]) => (part.ok ? [[id, part.value]] : [])));
  const rhythms = new Map(
    own.flatMap(([id, , part]) => (part.ok && part.value.rhythm ? [[id, part.value.rhythm]] : [])),
  );
  return {
    ok: true,
    value: { policy: policy.value, institutions, rhythms, calendar: calendar.value },
  };
}

type File = z.infer<typeof fileShape>;
type Group = z.infer<typeof settingsGroup>;

const given = ({ ritme, ambang, tangga_hari_kerja, waktu_kirim }: Group) => ({
  ...ambang,
  ritme,
  tangga_hari_kerja,
  waktu_kirim,
});

const ownIn = (
  { ritme: _rhythm, ...group }: Group,
  below: readonly PolicyLayer[],
): Shaped<InstitutionOverride> =>
  sensible(institutionSettings(inCode(changedSettings({}, given(group)))), below);

const rhythmIn = ({ ritme }: Group) => rhythmSetting(inCode({ ritme }));

/** The same settings without those that are null, if they make sense upon what is below. */
function sensible<T extends PolicyLayer>(
  shaped: Shaped<T>,
  below: readonly PolicyLayer[] = [],
): Shaped<T> {
  if (!shaped.ok) return shaped;
  const value = changedSettings({}, { ...shaped.value }) as T;
  const problems = layeredPolicy([...below, value]).leftOut.get(value);
  return problems ? { ok: false, problems } : { ok: true, value };
}

const problemsOf = (id: string, parts: readonly Shaped<unknown>[]): readonly string[] =>
  parts
    .flatMap((part) => (part.ok ? [] : part.problems))
    .map((problem) => `per_blk.${id}: ${placeInFile(problem)}`);

const calendarIn = ({ tahun_libur, libur_daerah, bukan_libur, bulan_hijriah }: File) =>
  calendarSettings(
    inCode(changedSettings({}, { tahun_libur, libur_daerah, bukan_libur, bulan_hijriah })),
  ) satisfies Shaped<Partial<CalendarFacts>>;

const explanation = [
  'Berkas ini boleh diubah kapan saja; perubahan dibaca sendiri, bot tidak perlu dimulai ulang.',
  'Isi yang keliru ditolak dengan alasannya (lihat catatan bot, pesan kepada admin, atau /pengaturan), dan isi lama tetap berlaku.',
  'Baris yang dihapus kembali ke nilai bawaan. Yang diatur lewat /pengaturan didahulukan dari berkas ini, sampai di sana dikembalikan.',
  'ritme: bulanan, dua mingguan, atau mingguan.',
  'waktu_kirim: hari 1 = Senin sampai 7 = Minggu, jam menurut zona waktu lembaga, misalnya 08:30.',
  'tahun_libur: salin tahun yang ada untuk tahun baru setelah SKB 3 Menteri terbit; satu tahun diganti seluruhnya.',
  'libur_daerah: { "tanggal": "2027-12-29", "nama": "Hari Jadi", "jenis": "libur" }; jenis: libur atau cuti bersama.',
  'bukan_libur: tanggal yang tetap hari kerja, misalnya ["2026-12-24"].',
  'bulan_hijriah: awal bulan menurut Menteri Agama, { "tahun": 1448, "bulan": 9, "mulai": "2027-02-08" }; 9 = Ramadan, 10 = Syawal.',
  'per_blk: pengaturan sendiri satu BLK menurut kodenya, { "bina-iman": { "ritme": "mingguan", "ambang": { "hari_aktif": 60 } } }.',
];

/** The text of a file that changes nothing and shows everything there is to change. */
export function rulesTemplate(): string {
  const { rhythm, escalation, windows, ...limits } = defaultPolicy;
  const file = {
    keterangan: explanation,
    ...(inFile({ rhythm }) as object),
    ambang: inFile(limits),
    ...(inFile({ escalation, windows, ...knownFacts }) as object),
    per_blk: {},
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
