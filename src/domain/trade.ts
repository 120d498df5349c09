/**
 * Trades that are offered to choose from; any other can be typed, since the official list is longer.
 *
 * Source: names of BLK Komunitas trades in ministry and press texts, 2019–2024.
 */
export const knownTrades: readonly string[] = [
  'Teknik Informatika',
  'Multimedia',
  'Menjahit/Fashion',
  'Teknik Otomotif',
  'Teknik Las',
  'Teknik Pendingin (Refrigerasi)',
  'Teknik Listrik',
  'Desain Komunikasi Visual',
  'Pengolahan Hasil Pertanian',
  'Pengolahan Hasil Perikanan',
  'Teknik Konstruksi Furnitur dan Kriya Kayu',
  'Bahasa',
  'Kuliner',
  'Barista',
  'Elektronika',
  'Robotika',
  'Industri Kreatif',
  'Seni Kriya',
  'Kesenian',
  'Animasi',
  'Konten Film/Video',
  'Spa/Kesehatan Tradisional',
  'Instalasi Infrastruktur Telekomunikasi',
  'Teknik Perkapalan',
];

/** The trade as the list spells it, or as it was typed. */
export const spelledTrade = (said: string): string =>
  knownTrades.find((trade) => trade.toLowerCase() === said.trim().toLowerCase()) ?? said.trim();
