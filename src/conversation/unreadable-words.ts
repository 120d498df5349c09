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

/** The same where a form is open; one that asks for one's own number gets nobody else's. */
export function unreadableHere(what: Unreadable, place: Place): string {
  if (place.at === 'summary') return unreadableWords(what, 'a tap');
  const { phone, photos, file } = place.step;
  if (what === 'contact' && phone) return notYourNumber;
  if (photos) return unreadableWords(what, 'photos');
  return unreadableWords(what, file ? 'file' : 'words');
}

const notYourNumber =
  'Mohon maaf, yang dapat dibagikan hanya kontak Anda sendiri, lewat tombol Kirim nomor telepon saya di bawah layar; kontak orang lain tidak kami simpan. Isian Anda tidak ada yang hilang, dan nomor boleh juga diketik.';
