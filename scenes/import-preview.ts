import { type BadRow, countProblems, problemTitle } from '../src/domain/import-problem';
import { shownCount } from '../src/domain/reading-count';
import { type Html, bold, html, lines } from '../src/html';
import type { World } from '../src/ports';
import type { KeptImport } from '../src/ports/imports';
import { opens } from '../src/scene';
import type { Card } from '../src/talk';
import { broughtWords } from './import-words';

/** What was read of a file. */
export interface Checked {
  readonly kept: KeptImport;
  readonly bad: readonly BadRow[];
  /** The headings of the file, for the list of rows to be mended. */
  readonly headings: readonly string[];
}

/** A message holds 4,096 characters; this much is left for the list. */
const mostListed = 2_600;

/** Shows what an import would do, and every row that can't be imported with its reasons: here, or in a file. */
export async function importPreview(checked: Checked, world: World): Promise<Card> {
  const { kept, bad } = checked;
  const toDo = kept.added + kept.changed;
  const listed = bad.map(badLine);
  const fits = listed.join('\n').length <= mostListed;
  const file = fits ? undefined : await badRowsFile(checked, world);
  return {
    text: lines(
      html`${bold('Impor')} · ${kept.file}`,
      html`✅ ${broughtWords(kept) || 'Tidak ada baris yang dapat dimasukkan'}.`,
      ...(bad.length === 0 ? [] : ['', ...badLines(bad, fits ? listed : undefined)]),
      '',
      toDo === 0
        ? 'Tidak ada yang perlu diimpor dari berkas ini.'
        : 'Belum ada yang tersimpan. Bila sudah benar, silakan ketuk tombol di bawah ini.',
    ),
    buttons: [
      ...(toDo === 0
        ? []
        : [[{ label: `Impor ${shownCount(toDo)} baris`, data: opens('simpanimpor', kept.id) }]]),
      [{ label: 'Kirim berkas lain', data: opens('impor') }],
      [{ label: 'Semua lembaga', data: opens('blk') }],
    ],
    ...(file && { file }),
  };
}

function badLines(bad: readonly BadRow[], listed: readonly string[] | undefined): readonly Html[] {
  return [
    html`⚠️ ${bold(shownCount(bad.length))} baris belum dapat dimasukkan:`,
    ...(listed?.map((line) => html`${line}`) ?? [
      ...countProblems(bad).map(
        ([kind, count]) => html`• ${problemTitle(kind)}: ${shownCount(count)} baris`,
      ),
      html`Semua baris itu beserta sebabnya ada di berkas di bawah ini. Silakan perbaiki di sana,
      lalu impor berkas itu.`,
    ]),
  ];
}

const badLine = ({ line, problems }: BadRow): string =>
  `• Baris ${line}: ${problems.map(({ words }) => words).join('; ')}`;

/** The bad rows as they came, with number and reasons; mended, the same file can be imported. */
async function badRowsFile({ kept, bad, headings }: Checked, world: World) {
  const bytes = await world.sheets.write('Perlu diperbaiki', [
    ['Baris', 'Masalah', ...headings],
    ...bad.map(({ line, problems, cells }) => [
      String(line),
      problems.map(({ words }) => words).join('; '),
      ...cells,
    ]),
  ]);
  const name = `perlu-diperbaiki-${kept.file.replace(/\.[^.]*$/, '').replace(/[^\w-]+/g, '-')}.xlsx`;
  return { name, base64: Buffer.from(bytes).toString('base64') };
}
