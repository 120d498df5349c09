/** Words that say that something is looked for, not what. */
const empty = new Set([
  ...['kursus', 'pelatihan', 'latihan', 'belajar', 'kelas', 'les', 'training', 'jurusan'],
  ...['mau', 'ingin', 'ikut', 'cari', 'mencari', 'tempat', 'info', 'di', 'untuk', 'dan', 'yang'],
]);

/** The words that what is looked for has to have; 'kursus menjahit' looks for 'menjahit'. */
export function searchWords(text: string): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !empty.has(word.toLowerCase()));
  return telling.length === 0 ? words : telling;
}
