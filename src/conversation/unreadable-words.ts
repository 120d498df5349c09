import type { Unreadable } from '../talk';
import type { Place } from './place';

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

/** The same where a question is open: one that asks for one's own number gets nobody else's. */
export const unreadableHere = (what: Unreadable, place: Place): string =>
  what === 'contact' && place.at === 'step' && place.step.phone
    ? notYourNumber
    : unreadableWords(what);

const notYourNumber =
  'Mohon maaf, yang dapat dibagikan hanya kontak Anda sendiri, lewat tombol Kirim nomor telepon saya di bawah layar; kontak orang lain tidak kami simpan. Isian Anda tidak ada yang hilang, dan nomor boleh juga diketik.';
