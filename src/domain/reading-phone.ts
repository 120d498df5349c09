import { type Reading, understood, unclear } from './reading';
import { plainly } from './typed-text';

/** Without the zero or the country's 62: mobile numbers have 9 to 12 digits, those of landlines 8 to 11. */
const mobile = /^8\d{8,11}$/u;
const landline = /^[2-79]\d{7,10}$/u;
const example = '0812-3456-7890';

/**
 * Reads an Indonesian telephone number, typed or shared, as '+62…'.
 *
 * '0812-3456-7890', '62 812 3456 7890' and '+62 (0)812 3456 7890' are the same number.
 */
export function readPhone(said: string): Reading<string> {
  const bare = plainly(said).replace(/[\s().\-–/]/gu, '');
  if (!/^\+?\d+$/u.test(bare))
    return unclear(
      `Mohon maaf, nomor itu belum terbaca. Silakan ketik angkanya saja, misalnya: ${example}.`,
    );
  const [, national] = /^(?:\+?620?|0)([1-9]\d*)$/u.exec(bare) ?? [];
  if (national === undefined)
    return unclear(
      `Mohon maaf, nomor telepon diawali 0 atau +62. Silakan ketik lagi, misalnya: ${example}.`,
    );
  return mobile.test(national) || landline.test(national)
    ? understood(`+62${national}`)
    : unclear(
        `Mohon maaf, jumlah angka nomor itu belum pas. Silakan periksa lagi, misalnya: ${example}.`,
      );
}

/** A number as people read it: '+62 812-3456-7890'. */
export function shownPhone(phone: string): string {
  const number = phone.replace(/^\+62/u, '');
  const parts = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
  return `+62 ${parts.filter((part) => part !== '').join('-')}`;
}
