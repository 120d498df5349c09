import { knownPlaces, withParticulars, zonesIn } from '../src/board/apply-import';
import { importHeadings, headingsIn } from '../src/domain/import-columns';
import { type PlannedRow, planImport } from '../src/domain/planned-import';
import { type ReadImport, readImport } from '../src/domain/read-import';
import { understood } from '../src/domain/reading';
import { lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { KeptImport } from '../src/ports/imports';
import type { SheetTrouble, Table } from '../src/ports/sheets';
import { type Done, defineForm, fileStep, opens } from '../src/scene';
import type { Card, ReceivedFile } from '../src/talk';
import { importPreview } from './import-preview';
import { type PlaceFacts, placeFacts } from './place-facts';

const mostBytes = 5 * 1024 * 1024;
/** Headings and titles stand above them. */
const limits = { rows: 20_015, columns: 100 } as const;

interface ImportAnswers {
  readonly file: ReceivedFile;
}

const prepare = async (world: World, visitor: Visitor) =>
  understood(await placeFacts(world, visitor));

/** Reads a file of institutions and shows what would come of it; nothing is imported before that. */
export const impor = defineForm<ImportAnswers, PlaceFacts>({
  command: 'impor',
  about: 'Impor data BLK dari berkas',
  title: 'Impor BLK/LPK',
  unlisted: true,
  for: ['officer'],
  send: 'Periksa berkas',
  prepare,
  steps: {
    file: fileStep<PlaceFacts>({
      label: 'Berkas',
      ask: `Silakan kirim berkas Excel (.xlsx) atau CSV. Kolom yang dibaca: ${importHeadings.join(', ')}. Yang perlu ada: Nama, Kabupaten, Kecamatan, Kejuruan. Contoh berkas: /contohimpor.`,
    }),
  },
  finish: check,
});

async function check(done: Done<ImportAnswers, PlaceFacts>): Promise<Card> {
  const { answers, world } = done;
  if (answers.file.bytes > mostBytes) return again(tooLarge);
  const bytes = await world.files.fetch(answers.file.fileId, mostBytes);
  if (!bytes)
    return again('Mohon maaf, berkasnya belum dapat kami ambil. Silakan kirim sekali lagi.');
  const reading = await world.sheets.read(bytes, limits);
  return reading.ok ? checkTable(reading.table, done) : again(whyUnread[reading.why]);
}

const tooLarge = 'Mohon maaf, berkasnya terlalu besar. Paling besar 5 MB dan 20.000 baris.';

const whyUnread: Readonly<Record<SheetTrouble, string>> = {
  'not-a-sheet':
    'Mohon maaf, berkas ini bukan Excel (.xlsx) atau CSV. Bila dari Excel lama (.xls), silakan simpan sebagai .xlsx dahulu.',
  broken: 'Mohon maaf, berkas ini rusak atau tidak lengkap. Silakan simpan ulang sebagai .xlsx.',
  'too-large': tooLarge,
  'too-many-rows':
    'Mohon maaf, barisnya terlalu banyak. Paling banyak 20.000 baris dalam satu berkas.',
  'too-wide': 'Mohon maaf, kolomnya terlalu banyak. Silakan hapus kolom yang tidak dipakai.',
};

const again = (why: string): Card => ({
  text: lines(plain(why), 'Belum ada yang tersimpan.'),
  buttons: [[{ label: 'Kirim berkas lain', data: opens('impor') }]],
});

async function checkTable(table: Table, done: Done<ImportAnswers, PlaceFacts>): Promise<Card> {
  const headings = headingsIn(table);
  if (!headings.ok)
    return again(
      `Mohon maaf, kolom ini belum ada dalam berkas: ${headings.missing.join(', ')}. Silakan tulis judul kolomnya di baris pertama.`,
    );
  const { id, facts, visitor, world } = done;
  const known = await knownPlaces(world);
  const { regencies, anyRegency } = facts;
  const around = { regencies, anyRegency, today: visitor.today, known: known.byPlace };
  const read = readImport(table, headings, around);
  const plans = planImport(read.good, await withParticulars(known, read.good, world), {
    importId: id,
    now: visitor.now,
    today: visitor.today,
    zoneOf: zonesIn(known, world),
    rhythm: (await world.rules.policy()).rhythm,
  });
  const kept = keptImport(read, plans, done);
  await world.imports.keep(kept, rowsToDo(plans));
  return importPreview({ kept, bad: read.bad, headings: table[headings.row] ?? [] }, world);
}

const rowsToDo = (plans: readonly PlannedRow[]) =>
  plans.filter(({ is }) => is !== 'same').map(({ row }) => row);

function keptImport(
  { bad }: ReadImport,
  plans: readonly PlannedRow[],
  { id, answers, visitor }: Done<ImportAnswers, PlaceFacts>,
): KeptImport {
  const count = (what: PlannedRow['is']) => plans.filter(({ is }) => is === what).length;
  return {
    id,
    by: visitor.person?.id ?? '',
    at: visitor.now,
    file: answers.file.name,
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    bad: bad.map(({ line, problems }) => ({ line, problems })),
  };
}
