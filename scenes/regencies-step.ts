import type { Institution } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { regencyIn } from '../src/domain/regency';
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
  show: (regencies, { facts }) =>
    regencies === 'all' ? all : regencies.map((one) => shown(one, regenciesIn(facts))).join(', '),
};

/** At the summary a slip of the pen shows in what has no centre yet. */
const shown = (regency: string, known: readonly string[]) =>
  known.includes(regency) ? regency : `${regency} (belum ada BLK)`;

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
        `Mohon maaf, ada kabupaten yang belum kami kenal. Silakan pilih dari tombol, atau tulis lengkap dengan kata Kabupaten atau Kota, misalnya: Kabupaten Paser.`,
      );
}

/** No name of a regency is longer. */
const longest = 60;

/** The regency that is meant by its number in the list or its name; one without a centre is named in full. */
function meant(said: string, known: readonly string[]): string | undefined {
  const numbered = known[Number(/^#(\d+)$/u.exec(said)?.[1] ?? 0) - 1];
  if (numbered !== undefined) return numbered;
  const reading = regencyIn(said, known);
  return reading.is === 'named' && isName(reading.regency) ? reading.regency : undefined;
}

const isName = (regency: string) =>
  regency.length <= longest && /^(?:Kabupaten|Kota) \p{L}[\p{L} .'-]+$/u.test(regency);
