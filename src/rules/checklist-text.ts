import { z } from 'zod';
import {
  type Checklist,
  type ChecklistStage,
  type ChecklistStep,
  registrationPaths,
  stepOwners,
} from '../domain/checklist';
import { checklistProblems } from '../domain/checklist-problems';
import { firstChecklist } from '../domain/first-checklist';
import { parsedJson } from './parsed-json';
import { type Shaped, shapeProblems } from './settings-shape';

const longestName = 60;
const longestHint = 200;
const name = z
  .string('perlu berupa teks')
  .trim()
  .min(1, 'perlu diisi')
  .max(longestName, `paling panjang ${longestName} huruf`);
const hint = z
  .string('perlu berupa teks')
  .trim()
  .max(longestHint, `paling panjang ${longestHint} huruf`);
/** Ids stand in buttons, beside the id of an institution. */
const id = z
  .string('perlu berupa teks')
  .regex(/^[A-Za-z0-9-]{1,6}$/u, 'perlu 1 sampai 6 huruf, angka, atau tanda hubung');
const paperId = z
  .string('perlu berupa teks')
  .regex(/^[A-Za-z0-9-]{1,8}$/u, 'perlu 1 sampai 8 huruf, angka, atau tanda hubung');
const flag = z.boolean('perlu true atau false').optional();

const number = z.strictObject({
  nama: name,
  angka: z
    .number('perlu berupa angka')
    .int('perlu bilangan bulat')
    .min(1, 'paling sedikit 1')
    .max(40, 'paling banyak 40')
    .optional(),
  contoh: name.optional(),
});

const step = z.strictObject({
  id,
  nama: name,
  ket: hint.default(''),
  pemilik: z.enum(stepOwners, `perlu salah satu dari: ${stepOwners.join(', ')}`),
  surat: z
    .array(z.strictObject({ id: paperId, nama: name }), 'perlu berupa daftar surat')
    .max(10, 'paling banyak 10 surat')
    .default([]),
  nomor: number.optional(),
  tanggal: flag,
  masa_berlaku: name.optional(),
  menetapkan_jalur: flag,
  dulu: z.array(id, 'perlu berupa daftar id langkah').optional(),
  sumber: z.string('perlu berupa teks').optional(),
});

const path = z.enum(registrationPaths, `perlu salah satu dari: ${registrationPaths.join(', ')}`);

const stage = z.strictObject({
  id,
  nama: name,
  wajib: z.boolean('perlu true atau false'),
  jalur: path.optional(),
  langkah: z
    .array(step, 'perlu berupa daftar langkah')
    .min(1, 'perlu paling sedikit satu langkah')
    .max(20, 'paling banyak 20 langkah'),
});

const fileShape = z.strictObject({
  keterangan: z.unknown().optional(),
  versi: name,
  jalur: z.strictObject({ oss: name, tanda_daftar: name }),
  tahap: z
    .array(stage, 'perlu berupa daftar tahap')
    .min(1, 'perlu paling sedikit satu tahap')
    .max(15, 'paling banyak 15 tahap'),
});

type FileStep = z.infer<typeof step>;
type FileStage = z.infer<typeof stage>;

/** The checklist in the text of the editable file, or every reason, in Indonesian, why there is none. */
export function readChecklistText(text: string): Shaped<Checklist> {
  const json = parsedJson(text);
  if (!json.ok) return json;
  const file = fileShape.safeParse(json.value);
  if (!file.success) return { ok: false, problems: shapeProblems(file.error) };
  const { versi, jalur, tahap } = file.data;
  const value = { version: versi, paths: jalur, stages: tahap.map(stageOf) };
  const problems = checklistProblems(value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

const stageOf = ({ id, nama, wajib, jalur, langkah }: FileStage): ChecklistStage => ({
  id,
  name: nama,
  required: wajib,
  ...(jalur && { path: jalur }),
  steps: langkah.map(stepOf),
});

const stepOf = (given: FileStep): ChecklistStep => ({
  id: given.id,
  name: given.nama,
  hint: given.ket,
  papers: given.surat.map(({ id, nama }) => ({ id, name: nama })),
  owner: given.pemilik,
  ...(given.nomor && { number: numberOf(given.nomor) }),
  ...(given.tanggal && { dated: true }),
  ...(given.masa_berlaku !== undefined && { validity: given.masa_berlaku }),
  ...(given.menetapkan_jalur && { choosesPath: true }),
  ...(given.dulu && { was: given.dulu }),
  ...(given.sumber !== undefined && { source: given.sumber }),
});

const numberOf = ({ nama, angka, contoh }: NonNullable<FileStep['nomor']>) => ({
  name: nama,
  ...(angka !== undefined && { digits: angka }),
  ...(contoh !== undefined && { example: contoh }),
});

const explanation = [
  'Ini contoh. Untuk mengubah daftar periksa, salin berkas ini menjadi daftar-periksa.json di folder yang sama, lalu ubah salinannya.',
  'Perubahan dibaca sendiri, bot tidak perlu dimulai ulang. Isi yang keliru ditolak dengan alasannya, dan daftar lama tetap berlaku.',
  'Progres BLK yang sedang berjalan tetap tersimpan selama id langkah dan id surat tidak diganti.',
  'Bila id langkah diganti atau beberapa langkah digabung, tulis id lamanya: "dulu": ["B1", "B2"].',
  'pemilik: pengelola, petugas_dinas, dpmptsp, kemnaker, la_lpk, atau lsp. jalur pada tahap: oss atau tanda_daftar; tanpa jalur berlaku untuk keduanya.',
  'nomor.angka: banyaknya angka yang diperiksa, misalnya 13 untuk NIB; tanpa angka, nomornya bebas.',
  'masa_berlaku: nama yang dipakai saat mengingatkan 90, 30, dan 7 hari sebelum berakhir.',
];

/** The text of a file that says what the bot says without one, to be copied and edited. */
export function checklistTemplate({ version, paths, stages }: Checklist = firstChecklist): string {
  const file = {
    keterangan: explanation,
    versi: version,
    jalur: paths,
    tahap: stages.map(({ id, name: nama, required: wajib, path: jalur, steps }) => ({
      ...{ id, nama, wajib, ...(jalur && { jalur }) },
      langkah: steps.map(inFile),
    })),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

const inFile = (given: ChecklistStep): FileStep => ({
  id: given.id,
  nama: given.name,
  ket: given.hint,
  pemilik: given.owner,
  surat: given.papers.map(({ id, name: nama }) => ({ id, nama })),
  ...(given.number && {
    nomor: {
      nama: given.number.name,
      ...(given.number.digits !== undefined && { angka: given.number.digits }),
      ...(given.number.example !== undefined && { contoh: given.number.example }),
    },
  }),
  ...(given.dated && { tanggal: true }),
  ...(given.validity !== undefined && { masa_berlaku: given.validity }),
  ...(given.choosesPath && { menetapkan_jalur: true }),
  ...(given.was && { dulu: [...given.was] }),
  ...(given.source !== undefined && { sumber: given.source }),
});
