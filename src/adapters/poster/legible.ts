import { readFileSync } from 'node:fs';
import { lettersIn } from './letters-in';

/** Machines without fonts would draw no letters and say nothing, so the letters are brought along. */
export const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** Takes no ink and changes what stands beside it, as marks of direction and joiners of emoji do. */
const unseen = /[\p{Cf}\p{Cs}\p{Co}\uFE0F]|(?!\n)\p{Cc}/gu;

let known: ReadonlySet<number> | undefined;

/** Read once, for the first poster; one font stands in for letters that the other lacks. */
const knownLetters = (): ReadonlySet<number> =>
  (known ??= new Set(fontFiles.flatMap((file) => [...lettersIn(readFileSync(file))])));

/** The words without the letters that cannot be drawn, and without spaces that are left over. */
export const legible = (words: string): string =>
  Array.from(words.normalize('NFC').replace(unseen, ''))
    .filter((letter) => letter === '\n' || knownLetters().has(letter.codePointAt(0) ?? 0))
    .join('')
    .replace(/ +/gu, ' ')
    .replace(/ (?=,)/gu, '')
    .trim();
