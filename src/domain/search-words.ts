/** Words that say that something is looked for, not what. */
const empty = new Set([
  ...['kursus', 'pelatihan', 'latihan', 'belajar', 'kelas', 'les', 'training', 'jurusan'],
  ...['mau', 'ingin', 'ikut', 'cari', 'mencari', 'tempat', 'info', 'di', 'untuk', 'dan', 'yang'],
  ...['saya', 'aku', 'kami', 'bisa', 'ada', 'apa', 'mana', 'dimana', 'dekat', 'terdekat', 'sini'],
  ...['bikin', 'buat', 'membuat', 'cara', 'daftar', 'mendaftar', 'tolong', 'mohon', 'pak', 'bu'],
]);

/** Words for the sort of a place; its name finds it. */
const placeSorts = new Set(['kec', 'kecamatan', 'kab', 'kabupaten', 'kota', 'desa', 'kelurahan']);

/** What ends a sentence or a short form is no part of the word: 'kec.', 'komputer?'. */
const bare = (word: string): string => word.replace(/(?<=[\p{L}\p{N}])[.,;:!?]+$/u, '');

const wordsIn = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .map(bare)
    .filter((word) => word !== '');

/** The words that what is looked for has to have; 'kursus menjahit di kec. Kuaro' looks for 'menjahit' and 'Kuaro'. */
export function searchWords(text: string): readonly string[] {
  const words = wordsIn(text);
  const telling = words.filter(
    (word) => !empty.has(word.toLowerCase()) && !placeSorts.has(word.toLowerCase()),
  );
  return telling.length === 0 ? words : telling;
}

/** Whether words only say that somebody looks for a course, as 'kursus' or 'mau ikut pelatihan' do. */
export function asksForAny(text: string): boolean {
  const words = wordsIn(text);
  return words.length > 0 && words.every((word) => empty.has(word.toLowerCase()));
}
