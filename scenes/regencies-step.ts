import type { Institution } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Step } from '../src/scene';

/** What somebody of the office looks after: these regencies, or all of them. */
export type Regencies = readonly string[] | 'all';

/** What the step needs to know: the institutions there are, whose regencies can be chosen. */
export interface RegencyFacts {
  readonly institutions: readonly Institution[];
}

const all = 'Semua wilayah';

const regenciesIn = ({ institutions }: RegencyFacts): readonly string[] =>
  [...new Set(institutions.map(({ regency }) => regency))].toSorted();

/** Asks which regencies somebody of the office looks after; several are typed with commas. */
export const regenciesStep: Step<Regencies, RegencyFacts> = {
  label: 'Wilayah',
  ask: 'Wilayah mana yang didampingi? Silakan pilih, atau ketik beberapa kabupaten dengan tanda koma.',
  choices: ({ facts }) => [
    { label: all, says: 'all' },
    ...regenciesIn(facts).map((regency, n) => ({ label: regency, says: `#${n + 1}` })),
  ],
  read: (said, { facts }) => readRegencies(said, regenciesIn(facts)),
  keep: (regencies) => (regencies === 'all' ? regencies : regencies.join(', ')),
  show: regencyWords,
};

/** What somebody looks after, in words. */
export function regencyWords(regencies: Regencies): string {
  return regencies === 'all' ? all : regencies.join(', ');
}

function readRegencies(said: string, known: readonly string[]): Reading<Regencies> {
  if (said.trim() === 'all') return understood('all');
  const named = said.split(',').map((one) => meant(one.trim(), known));
  const found = named.filter((one) => one !== undefined);
  return found.length === named.length
    ? understood([...new Set(found)])
    : unclear(
        `Mohon maaf, ada kabupaten yang belum kami kenal. Silakan pilih dari tombol, atau ketik misalnya: ${known[0] ?? 'Kabupaten Paser'}.`,
      );
}

/** The regency that is meant by its number in the list, its name, or its name without 'Kabupaten'. */
const meant = (said: string, known: readonly string[]): string | undefined =>
  known[Number(/^#(\d+)$/u.exec(said)?.[1] ?? 0) - 1] ??
  known.find((one) => one.toLowerCase() === said.toLowerCase()) ??
  known.find((one) => bare(one) === said.toLowerCase());

const bare = (regency: string) => regency.toLowerCase().replace(/^kabupaten /u, '');
