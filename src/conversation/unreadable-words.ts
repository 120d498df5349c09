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

/** One kind sentence on something that cannot be taken as an answer, with what to do instead. */
export function unreadableWords(what: Unreadable): string {
  if (what === 'edited')
    return 'Mohon maaf, mengubah pesan lama tidak mengubah jawabannya. Silakan perbaiki lewat tombol Kembali atau Ubah.';
  return `Mohon maaf, ${named[what]} belum dapat kami baca. Silakan jawab dengan tulisan atau tombol.`;
}

/** What is said when somebody else's number is shared where one's own is asked for. */
export const notYourNumber =
  'Mohon maaf, yang dapat dibagikan hanya kontak Anda sendiri, lewat tombol Kirim nomor telepon saya di bawah layar; kontak orang lain tidak kami simpan. Isian Anda tidak ada yang hilang, dan nomor boleh juga diketik.';
