import type { NumberFormat } from './checklist';
import { type Reading, understood, unclear } from './reading';
import { readText } from './reading-text';
import { plainly } from './typed-text';

const longest = 60;

/**
 * Reads the number of a paper as it is printed; one with a known count of digits may be typed with
 * spaces, dots and hyphens between them.
 *
 * The counts stand in the checklist, which the office can edit, for their sources are thin: an NIB has
 * 13 digits (PP 24/2018 on OSS, as cited by peredaranhasilhutan.blogspot.com/2018/09); of VIN one real
 * example was found, with 10 digits: 1912321401 (form F.01, scribd.com/document/687398495).
 */
export function readNumber(said: string, format: NumberFormat): Reading<string> {
  const { name, digits, example } = format;
  if (digits === undefined)
    return readText(said, {
      of: `nomor ${name}`,
      max: longest,
      min: 3,
      ...(example && { example }),
    });
  const bare = plainly(said)
    .replace(new RegExp(`^(?:nomor |no\\.? ?)?(?:${escaped(name)})?(?: ?[:=.])? ?`, 'u'), '')
    .replace(/[\s.\-/]/gu, '');
  if (!/^\d+$/u.test(bare)) return unclear(whyNotDigits(format));
  return bare.length === digits ? understood(bare) : unclear(whyLength(format, bare.length));
}

const escaped = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '.');

const hint = ({ example }: NumberFormat) => (example ? `, misalnya: ${example}` : '');

const whyNotDigits = (format: NumberFormat) =>
  `Mohon maaf, nomor ${format.name} belum terbaca. Silakan ketik ${format.digits ?? ''} angkanya saja${hint(format)}.`;

const whyLength = (format: NumberFormat, length: number) =>
  `Mohon maaf, nomor ${format.name} terdiri dari ${format.digits ?? ''} angka, yang kami baca ${length}. Silakan periksa lagi${hint(format)}.`;
