import { type Reading, understood, unclear } from './reading';
import { plainly } from './typed-text';

/** Of an Indonesian number, without the zero or the country's 62: '8111…' of a mobile, '543…' of Paser. */
const shortest = 8;
const longest = 12;
const example = '0812-3456-7890';

/** Reads an Indonesian telephone number however it is written, as '+62…'. */
export function readPhone(said: string): Reading<string> {
  const bare = plainly(said).replace(/[\s().\-/]/gu, '');
  if (!/^\+?\d+$/u.test(bare))
    return unclear(
      `Mohon maaf, nomor itu belum terbaca. Silakan ketik angkanya saja, misalnya: ${example}.`,
    );
  const [, national] = /^(?:\+?62|0)([1-9]\d*)$/u.exec(bare) ?? [];
  if (national === undefined)
    return unclear(
      `Mohon maaf, nomor telepon diawali 0 atau +62. Silakan ketik lagi, misalnya: ${example}.`,
    );
  return national.length >= shortest && national.length <= longest
    ? understood(`+62${national}`)
    : unclear(
        `Mohon maaf, jumlah angka nomor itu belum pas. Silakan periksa lagi, misalnya: ${example}.`,
      );
}
