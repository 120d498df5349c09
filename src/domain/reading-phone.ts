import { type Reading, understood, unclear } from './reading';

const kindly =
  'Mohon maaf, nomor telepon itu belum terbaca. Silakan ketik nomor Indonesia, misalnya: 0812-3456-7890.';

/** Mobile numbers have 10 to 13 digits with their 0; those of landlines may have one less. */
const national = /^(?:8\d{8,11}|[2-7]\d{7,10}|9\d{7,10})$/u;

/**
 * Reads an Indonesian telephone number, typed or shared, as '+62…'.
 *
 * '0812-3456-7890', '62 812 3456 7890' and '+62 (0)812 3456 7890' are the same number.
 */
export function readPhone(said: string): Reading<string> {
  const signs = said.normalize('NFKC').trim();
  if (/[^\d\s().+\-–]/u.test(signs) || /.\+/u.test(signs)) return unclear(kindly);
  const digits = signs.replace(/\D/gu, '');
  const isInternational = signs.startsWith('+') || digits.startsWith('62');
  if (!isInternational && !digits.startsWith('0')) return unclear(kindly);
  if (isInternational && !digits.startsWith('62')) return unclear(kindly);
  const number = digits.replace(/^620?|^0/u, '');
  return national.test(number) ? understood(`+62${number}`) : unclear(kindly);
}

/** A number as people read it: '+62 812-3456-7890'. */
export function shownPhone(phone: string): string {
  const number = phone.replace(/^\+62/u, '');
  return `+62 ${[number.slice(0, 3), number.slice(3, 7), number.slice(7)].filter((part) => part !== '').join('-')}`;
}
