import { editDistance } from './edit-distance';
import { knownTrades } from './trade';

interface Everyday {
  /** Other names that centres type for the trade. */
  readonly also?: readonly string[];
  /** The words people look for it with, in plain letters; the first one serves as an example. */
  readonly words: readonly string[];
}

/** What each trade is called by those who look for it. */
const everyday: Readonly<Record<string, Everyday>> = {
  'Teknik Informatika': {
    also: ['Komputer', 'Teknik Komputer', 'Teknik Komputer dan Jaringan', 'TIK', 'Tata Kelola TIK'],
    words: [
      ...[
        'komputer',
        'laptop',
        'internet',
        'mengetik',
        'ketik',
        'ngetik',
        'word',
        'excel',
        'office',
      ],
      ...['kantor', 'perkantoran', 'koding', 'coding', 'website', 'jaringan', 'tik', 'it'],
    ],
  },
  Multimedia: {
    words: ['video', 'foto', 'fotografi', 'kamera', 'edit', 'editing', 'desain', 'konten'],
  },
  'Menjahit/Fashion': {
    also: ['Menjahit', 'Tata Busana', 'Fashion', 'Fesyen', 'Garmen Apparel', 'Teknologi Busana'],
    words: [
      ...[
        'jahit',
        'menjahit',
        'ngejahit',
        'penjahit',
        'baju',
        'busana',
        'pakaian',
        'konveksi',
        'bordir',
      ],
      ...['obras', 'garmen', 'fesyen', 'fashion'],
    ],
  },
  'Teknik Otomotif': {
    also: ['Otomotif', 'Teknik Sepeda Motor', 'Teknik Kendaraan Ringan'],
    words: ['motor', 'mobil', 'bengkel', 'montir', 'mekanik', 'sepeda', 'servis', 'otomotif'],
  },
  'Teknik Las': {
    also: ['Las', 'Pengelasan', 'Teknik Pengelasan'],
    words: [
      'las',
      'mengelas',
      'ngelas',
      'pengelasan',
      'tukang',
      'besi',
      'pagar',
      'welding',
      'welder',
    ],
  },
  'Teknik Pendingin (Refrigerasi)': {
    also: [
      'Teknik Pendingin',
      'Refrigerasi',
      'Refrigerasi dan Tata Udara',
      'Teknik Pendingin dan AC',
    ],
    words: ['ac', 'pendingin', 'kulkas', 'freezer', 'servis', 'refrigerasi'],
  },
  'Teknik Listrik': {
    also: ['Listrik', 'Instalasi Listrik', 'Teknik Instalasi Listrik'],
    words: ['listrik', 'instalasi', 'kabel', 'panel', 'plts', 'surya'],
  },
  'Desain Komunikasi Visual': {
    also: ['Desain Grafis', 'DKV'],
    words: [
      ...['desain', 'design', 'grafis', 'poster', 'spanduk', 'sablon', 'logo', 'percetakan'],
      'dkv',
    ],
  },
  'Pengolahan Hasil Pertanian': {
    words: ['pertanian', 'tani', 'kebun', 'keripik', 'olahan', 'panen', 'sawit', 'agribisnis'],
  },
  'Pengolahan Hasil Perikanan': {
    words: ['ikan', 'perikanan', 'nelayan', 'amplang', 'kerupuk', 'udang', 'olahan'],
  },
  'Teknik Konstruksi Furnitur dan Kriya Kayu': {
    also: ['Mebel', 'Furnitur', 'Pertukangan Kayu'],
    words: ['kayu', 'mebel', 'meubel', 'furnitur', 'furniture', 'lemari', 'tukang', 'pertukangan'],
  },
  Bahasa: {
    also: ['Bahasa Inggris', 'Bahasa Arab', 'Bahasa Jepang', 'Bahasa Korea', 'Bahasa Mandarin'],
    words: ['bahasa', 'inggris', 'arab', 'jepang', 'korea', 'mandarin', 'english'],
  },
  Kuliner: {
    also: ['Tata Boga', 'Tata Boga/Kuliner', 'Bakery', 'Roti dan Kue'],
    words: [
      ...['masak', 'memasak', 'roti', 'kue', 'boga', 'katering', 'catering', 'dapur', 'makanan'],
      ...['bakery', 'koki'],
    ],
  },
  Barista: { words: ['kopi', 'barista', 'kafe', 'cafe', 'minuman'] },
  Elektronika: {
    also: ['Teknik Elektronika', 'Servis HP', 'Teknisi Ponsel', 'Teknisi Handphone'],
    words: ['hp', 'handphone', 'ponsel', 'tv', 'radio', 'solder', 'servis', 'elektronik'],
  },
  Robotika: { words: ['robot', 'arduino', 'mikrokontroler', 'iot', 'otomasi'] },
  'Industri Kreatif': {
    words: ['kreatif', 'kerajinan', 'suvenir', 'batik', 'jualan', 'online', 'usaha'],
  },
  'Seni Kriya': {
    also: ['Kriya', 'Kerajinan'],
    words: ['kerajinan', 'kriya', 'anyaman', 'rotan', 'manik', 'ukir', 'tenun', 'batik'],
  },
  Kesenian: { words: ['seni', 'musik', 'tari', 'lukis', 'hadrah', 'kaligrafi'] },
  Animasi: { words: ['kartun', 'animasi', 'gambar', 'komik', '3d'] },
  'Konten Film/Video': {
    words: ['film', 'video', 'konten', 'youtube', 'kamera', 'syuting', 'editing'],
  },
  'Spa/Kesehatan Tradisional': {
    also: ['Tata Rias', 'Tata Kecantikan', 'Kecantikan', 'Tata Rias dan Kecantikan', 'Spa'],
    words: [
      ...['pijat', 'salon', 'rias', 'kecantikan', 'rambut', 'spa', 'bekam', 'jamu', 'refleksi'],
      'urut',
    ],
  },
  'Instalasi Infrastruktur Telekomunikasi': {
    words: ['wifi', 'fiber', 'kabel', 'menara', 'tower', 'telekomunikasi', 'jaringan'],
  },
  'Teknik Perkapalan': { words: ['kapal', 'perahu', 'galangan', 'perkapalan'] },
};

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Shorter beginnings would mean half of the trades. */
const shortestBeginning = 3;

const isMeant = (word: string, typed: string): boolean =>
  word === typed || (typed.length >= shortestBeginning && word.startsWith(typed));

/** The names of the trades that somebody may look for with a word, or the beginning of one. */
export function tradesMeant(word: string): readonly string[] {
  const typed = plain(word);
  return knownTrades.flatMap((trade) => {
    const { also = [], words = [] } = everyday[trade] ?? {};
    return words.some((one) => isMeant(one, typed)) ? [trade, ...also] : [];
  });
}

/** Every word by which a trade is looked for. */
const everyWord: readonly string[] = [
  ...new Set(Object.values(everyday).flatMap(({ words }) => words)),
];

/** Shorter words are too much like others for a slip to be told. */
const shortestMistyped = 4;
/** Longer words may have two slips. */
const shortestTwice = 7;
const mostLike = 3;

/** The words of trades that a mistyped one may have been meant for, the nearest first. */
export function tradeWordsLike(word: string): readonly string[] {
  const typed = plain(word);
  if (typed.length < shortestMistyped) return [];
  const slips = typed.length < shortestTwice ? 1 : 2;
  return everyWord
    .filter((one) => Math.abs(one.length - typed.length) <= slips)
    .map((one) => ({ one, away: editDistance(one, typed) }))
    .filter(({ away }) => away > 0 && away <= slips)
    .toSorted((first, second) => first.away - second.away)
    .slice(0, mostLike)
    .map(({ one }) => one);
}

/** A word that finds a trade, to be given as an example. */
export function exampleWord(trade: string): string {
  const isCalledSo = (name: string) => plain(name) === plain(trade);
  const known = knownTrades.find((name) =>
    [name, ...(everyday[name]?.also ?? [])].some(isCalledSo),
  );
  const [word] = known === undefined ? [] : (everyday[known]?.words ?? []);
  return word ?? trade.toLowerCase();
}
