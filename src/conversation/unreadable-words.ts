import type { Unreadable } from '../talk';

const named: Record<Unreadable, string> = {
  sticker: 'stiker',
  voice: 'pesan suara',
  video: 'video',
  contact: 'kontak',
  location: 'lokasi',
  forwarded: 'pesan terusan',
  edited: 'pesan yang diubah',
  unknown: 'pesan jenis ini',
};

/** What a form waits for. */
type Wanted = 'words' | 'photos' | 'file' | 'a tap';

const endings: Readonly<Record<Wanted, string>> = {
  words: 'Silakan jawab dengan tulisan atau tombol.',
  photos: 'Di sini yang ditunggu foto.',
  file: 'Di sini yang ditunggu berkas.',
  'a tap': 'Silakan ketuk salah satu tombol di bawah ini.',
};

/** One kind sentence on something that cannot be taken as an answer, and what is wanted instead. */
export function unreadableWords(what: Unreadable, wanted: Wanted = 'words'): string {
  if (what === 'edited')
    return 'Mohon maaf, mengubah pesan lama tidak mengubah jawabannya. Silakan perbaiki lewat tombol Kembali atau Ubah.';
  return `Mohon maaf, ${named[what]} belum dapat kami baca. ${endings[wanted]}`;
}
