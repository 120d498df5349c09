import { understood, unclear, type Reading } from './reading';
import { plainly } from './typed-text';

/** What is counted (`of`, as in 'jumlah peserta laki-laki'), the most it can be, and an example. */
export interface Counting {
  readonly max: number;
  readonly of: string;
  readonly example?: number;
}

const none = /^(?:[-–—]|nol|kosong|nihil|(?:tidak|tdk|belum|blm|tak) ada)$/;
const about = /^(?:±|\+\/-|~|sekitar|sktr|kira[- ]kira|kurang lebih|lebih kurang|k\.l\.) ?/;
const unit =
  / ?(?:orang|org|peserta|santri|santriwati|santriwan|siswa|siswi|warga|alumni|lulusan|laki[- ]laki|lelaki|pria|putra|perempuan|wanita|putri|jam pelajaran|jam|jpl|jp)\.?$/;

const plain = /^\d+$/;
const grouped = /^\d{1,3}(?:[. ]\d{3})+$/;
const both = /^(?<one>[^()]+) ?\((?<other>[^()]+)\)$/;

/** Numbers as people show them here: 1250 is '1.250'. */
export const shownCount = (count: number): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, '.');

/**
 * Reads a whole number of people or hours the Indonesian way: '1.250' is 1250, '16 orang' is 16.
 *
 * Words are read up to 999, '-' and 'tidak ada' are 0, and 'sekitar 16' is 16. Ranges, decimals and
 * negative numbers are refused.
 */
export function readCount(text: string, counting: Counting): Reading<number> {
  const said = withoutTrimmings(plainly(text));
  const count = none.test(said) ? 0 : (countOf(said) ?? sameTwice(said));
  if (count === undefined) return unclear(whyUnread(said, counting));
  return count > counting.max ? unclear(tooMany(counting)) : understood(count);
}

function withoutTrimmings(said: string): string {
  let rest = said.replace(/[.!]+$/, '').replace(about, '');
  while (unit.test(rest)) rest = rest.replace(unit, '');
  return rest.trim();
}

function countOf(said: string): number | undefined {
  if (plain.test(said)) return Number(said);
  if (grouped.test(said)) return Number(said.replace(/[. ]/g, ''));
  return countOfWords(said);
}

/** Formal writing gives a number twice, '16 (enam belas)'; the two have to agree. */
function sameTwice(said: string): number | undefined {
  const { one = '', other = '' } = both.exec(said)?.groups ?? {};
  const first = countOf(withoutTrimmings(one));
  return first === countOf(withoutTrimmings(other)) ? first : undefined;
}

const ones = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
const one = `(?:${ones.slice(1).join('|')})`;
const belowHundred = `(?<ten>sepuluh)|(?<eleven>sebelas)|(?<teen>${one}) ?belas|(?:(?<tens>${one}) ?puluh)? ?(?<units>${one})?`;
const words = new RegExp(
  `^(?:(?<hundred>seratus)|(?<hundreds>${one}) ?ratus)? ?(?:${belowHundred})$`,
);

function countOfWords(said: string): number | undefined {
  const found = said === '' ? undefined : words.exec(said)?.groups;
  if (!found) return undefined;
  const digit = (name: string) => Math.max(0, ones.indexOf(found[name] ?? ''));
  const flag = (name: string, value: number) => (found[name] === undefined ? 0 : value);
  const hundreds = flag('hundred', 100) + digit('hundreds') * 100;
  const teens = flag('ten', 10) + flag('eleven', 11) + flag('teen', 10) + digit('teen');
  return hundreds + teens + digit('tens') * 10 + digit('units');
}

const hint = ({ example = 16 }: Counting): string => `misalnya: ${shownCount(example)}`;

function whyUnread(said: string, counting: Counting): string {
  const { of } = counting;
  if (/\d ?(?:-|–|—|s\/d|sd|sampai|hingga|atau) ?\d/.test(said))
    return `Mohon maaf, ${of} perlu satu angka saja. Silakan ketik angka yang paling mendekati, ${hint(counting)}.`;
  if (/^[-−–] ?\d/.test(said))
    return `Mohon maaf, ${of} tidak dapat kurang dari nol. Silakan ketik angkanya saja, ${hint(counting)}.`;
  if (/\d[.,]\d/.test(said))
    return `Mohon maaf, ${of} perlu berupa bilangan bulat tanpa koma. Silakan ketik angkanya saja, ${hint(counting)}.`;
  return `Mohon maaf, ${of} belum terbaca. Silakan ketik angkanya saja, ${hint(counting)}.`;
}

const tooMany = (counting: Counting): string =>
  `Mohon maaf, ${counting.of} paling banyak ${shownCount(counting.max)}. Silakan periksa angkanya, ${hint(counting)}.`;
