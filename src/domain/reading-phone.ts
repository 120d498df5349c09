import { understood, unclear, type Reading } from './reading';
import { plainly } from './typed-text';

const mobile = /^8\d{8,11}$/;
const landline = /^[2-79]\d{7,10}$/;

const why =
  'Mohon maaf, nomor teleponnya belum terbaca. Silakan ketik nomor Indonesia, misalnya: 0812-3456-7890.';

/** Reads an Indonesian phone number, mobile or landline with its area code, as '+62…'. */
export function readPhone(text: string): Reading<string> {
  const typed = plainly(text).replace(/^(?:no\.?|nomor|telp\.?|tel|hp|wa)[: ]+/, '');
  if (!/^\+?[\d\s().\-–/]+$/.test(typed)) return unclear(why);
  const digits = typed.replace(/[^\d+]/g, '').replace(/^00/, '+');
  const national = nationalNumber(digits);
  return mobile.test(national) || landline.test(national)
    ? understood(`+62${national}`)
    : unclear(why);
}

/** What follows the country code: '0812…', '62812…', '+62 0812…' and '812…' are one number. */
function nationalNumber(digits: string): string {
  if (digits.startsWith('+'))
    return digits.startsWith('+62') ? digits.slice(3).replace(/^0/, '') : '';
  if (digits.startsWith('62')) return digits.slice(2).replace(/^0/, '');
  return digits.startsWith('0') || digits.startsWith('8') ? digits.replace(/^0/, '') : '';
}
