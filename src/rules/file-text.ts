import { z } from 'zod';
import { type CalendarFacts, knownFacts } from '../domain/calendar';
import { changedSettings } from '../domain/changed-settings';
import { type DeploymentOverride, defaultPolicy } from '../domain/policy';
import { layeredPolicy } from '../domain/policy-layers';
import type { EditedRules } from '../ports/rules';
import { inCode, inFile, placeInFile } from './file-words';
import { type Shaped, calendarSettings, deploymentSettings, shapeProblems } from './settings-shape';

const group = z.record(z.string(), z.unknown(), 'perlu berupa kelompok pengaturan');

const fileShape = z.strictObject(
  {
    keterangan: z.unknown().optional(),
    ambang: group.optional(),
    tangga_hari_kerja: group.nullish(),
    waktu_kirim: group.nullish(),
    tahun_libur: z.unknown().optional(),
    libur_daerah: z.unknown().optional(),
    bulan_hijriah: z.unknown().optional(),
  },
  'perlu berupa kelompok pengaturan',
);

/** What the text of the editable file says, or every reason, in Indonesian, why it can't be used. */
export function readRulesText(text: string): Shaped<EditedRules> {
  const json = parsedJson(text);
  if (!json.ok) return json;
  const file = fileShape.safeParse(json.value);
  if (!file.success) return { ok: false, problems: shapeProblems(file.error) };
  const policy = policyIn(file.data);
  const calendar = calendarIn(file.data);
  const problems = [policy, calendar].flatMap((part) => (part.ok ? [] : part.problems));
  return policy.ok && calendar.ok
    ? { ok: true, value: { policy: policy.value, calendar: calendar.value } }
    : { ok: false, problems: problems.map(placeInFile) };
}

type File = z.infer<typeof fileShape>;

function policyIn({
  ambang = {},
  tangga_hari_kerja,
  waktu_kirim,
}: File): Shaped<DeploymentOverride> {
  const given = { ...ambang, tangga_hari_kerja, waktu_kirim };
  const shaped = deploymentSettings(inCode(given));
  if (!shaped.ok) return shaped;
  const value = changedSettings({}, { ...shaped.value });
  const problems = layeredPolicy([value]).leftOut.get(value);
  return problems ? { ok: false, problems } : { ok: true, value };
}

const calendarIn = ({ tahun_libur, libur_daerah, bulan_hijriah }: File) =>
  calendarSettings(
    inCode(changedSettings({}, { tahun_libur, libur_daerah, bulan_hijriah })),
  ) satisfies Shaped<Partial<CalendarFacts>>;

/** Some editors put a mark at the beginning that JSON does not know. */
const byteOrderMark = /^\uFEFF/u;

function parsedJson(text: string): Shaped<unknown> {
  const plain = text.replace(byteOrderMark, '');
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (error) {
    const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? '' : ` di sekitar baris ${lineAt(plain, Number(at))}`;
    return {
      ok: false,
      problems: [`Isi: belum berupa JSON yang benar${line}, mohon dicek koma dan tanda kutipnya.`],
    };
  }
}

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length;

const explanation = [
  'Berkas ini boleh diubah kapan saja; perubahan dibaca sendiri, bot tidak perlu dimulai ulang.',
  'Isi yang keliru ditolak dengan alasannya (lihat catatan bot atau /sistem), dan isi lama tetap berlaku.',
  'Baris yang dihapus kembali ke nilai bawaan. Pengaturan lewat /pengaturan didahulukan dari berkas ini.',
  'waktu_kirim: hari 1 = Senin sampai 7 = Minggu, jam menurut zona waktu lembaga, misalnya 08:30.',
  'tahun_libur: salin tahun yang ada untuk tahun baru setelah SKB 3 Menteri terbit; satu tahun diganti seluruhnya.',
  'libur_daerah: { "tanggal": "2027-12-29", "nama": "Hari Jadi" }.',
  'bulan_hijriah: awal bulan menurut Menteri Agama, { "tahun": 1448, "bulan": 9, "mulai": "2027-02-08" }; 9 = Ramadan, 10 = Syawal.',
];

/** The text of a file that changes nothing and shows everything there is to change. */
export function rulesTemplate(): string {
  const { escalation, windows, ...limits } = defaultPolicy;
  const file = {
    keterangan: explanation,
    ambang: inFile(limits),
    ...(inFile({ escalation, windows, ...knownFacts }) as object),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
