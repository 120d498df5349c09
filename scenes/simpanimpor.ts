import { applyImport } from '../src/board/apply-import';
import { importHeadings } from '../src/domain/import-columns';
import { shownCount } from '../src/domain/reading-count';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { KeptImport } from '../src/ports/imports';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { broughtWords } from './import-words';

/** Imports what was shown in a preview, once; tapping again tells what it was. */
export const simpanimpor = defineView({
  command: 'simpanimpor',
  about: 'Simpan hasil impor',
  unlisted: true,
  for: ['officer'],
  show: async (id, world, visitor) => {
    const kept = await world.imports.one(id);
    // Somebody else's import is not there, as far as anybody is told.
    if (!kept || kept.by !== visitor.person?.id)
      return {
        text: plain('Mohon maaf, impor ini tidak ditemukan. Silakan kirim berkasnya sekali lagi.'),
        buttons: [[{ label: 'Impor dari berkas', data: opens('impor') }]],
      };
    if (!kept.finishedAt) await importNow(kept, world, visitor);
    return imported(kept);
  },
});

async function importNow(kept: KeptImport, world: World, visitor: Visitor): Promise<void> {
  await applyImport(kept, { ...visitor.reach, institutions: [] }, world, visitor.now);
  await world.audit.note({
    id: `imported:${kept.id}`,
    who: kept.by,
    did: 'imported',
    what: `${kept.added} new, ${kept.changed} changed`,
    at: visitor.now,
  });
}

const imported = (kept: KeptImport): Card => ({
  text: lines(
    html`Selesai. Dari ${bold(kept.file)}: ${broughtWords({ ...kept, same: 0 })}.`,
    kept.bad.length === 0
      ? undefined
      : `${shownCount(kept.bad.length)} baris yang perlu diperbaiki tidak dimasukkan.`,
    kept.added === 0
      ? undefined
      : 'Lembaga baru mulai didampingi dari hari ini. Silakan undang pengelolanya lewat /undang.',
  ),
  buttons: [[{ label: 'Semua lembaga', data: opens('blk') }]],
});

/** Sends an empty file with the headings, and a row that shows how to fill it in. */
export const contohimpor = defineView({
  command: 'contohimpor',
  about: 'Contoh berkas impor',
  unlisted: true,
  for: ['officer'],
  show: async (_ask, world) => {
    const bytes = await world.sheets.write('BLK', [importHeadings, exampleRow]);
    return {
      text: plain('Silakan isi berkas ini, satu lembaga satu baris, lalu kirim lewat /impor.'),
      file: { name: 'contoh-impor-blk.xlsx', base64: Buffer.from(bytes).toString('base64') },
    };
  },
});

const exampleRow = [
  'Contoh: BLK Komunitas Pesantren Nurul Iman',
  'BLKK',
  'Kabupaten Paser',
  'Kuaro',
  'Lolo',
  'Multimedia',
  '0812-3456-7890',
  'Jumat',
  'Bulanan',
  'WITA',
  '2019',
  'Gedung dan peralatan',
  'Kemnaker',
  'Komputer 14 baik, 2 rusak; Proyektor 1',
];
