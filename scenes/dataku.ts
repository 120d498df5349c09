import { dayAt } from '../src/domain/day';
import { shownCount } from '../src/domain/reading-count';
import { bold, html, lines, plain } from '../src/html';
import type { KeptAbout } from '../src/ports/traces';
import { defineView, opens } from '../src/scene';

/** Everything that is kept about whoever asks, as a file that people and programs can read. */
export const dataku = defineView({
  command: 'dataku',
  about: 'Salinan semua data saya',
  for: ['public'],
  show: async (_ask, world, { telegramId, person, now, zone }) => {
    const kept = await world.traces.about(telegramId);
    await world.audit.note({
      id: `saw:${person?.id ?? 'stranger'}:${now.toISOString()}`,
      ...{ who: person?.id ?? 'stranger', did: 'saw', what: 'own data', at: now },
    });
    return {
      text: lines(
        bold('Data Anda'),
        'Berkas ini memuat semua yang kami simpan tentang Anda:',
        ...kept.map(({ heading, total }) => html`• ${heading}: ${shownCount(total)}`),
        '',
        plain('Bila ada yang keliru, silakan betulkan lewat /saya atau hubungi petugas dinas.'),
      ),
      file: { name: `data-saya-${dayAt(now, zone)}.json`, base64: asFile(kept) },
      buttons: [
        [{ label: 'Pemberitahuan privasi', data: opens('privasi') }],
        [{ label: 'Hapus data saya', data: opens('hapusdata') }],
      ],
    };
  },
});

function asFile(kept: readonly KeptAbout[]): string {
  const content = kept.map(({ heading, total, records }) => ({
    keterangan: heading,
    jumlah: total,
    ...(records.length < total && { catatan: `${records.length} yang terbaru disertakan di sini` }),
    isi: records,
  }));
  return Buffer.from(JSON.stringify(content, withoutFiles, 2), 'utf8').toString('base64');
}

/** A copy sent earlier would otherwise grow inside the next one. */
const withoutFiles = (key: string, value: unknown): unknown =>
  key === 'base64' ? '(isi berkas)' : value;
