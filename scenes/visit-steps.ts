import { type Day, addDays } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import type { Institution } from '../src/domain/institution';
import { labelAmong } from '../src/domain/institution-labels';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readDay, readPastDay } from '../src/domain/reading-day';
import { readText } from '../src/domain/reading-text';
import {
  type Confirmation,
  type EquipmentCondition,
  type VisitManner,
  conditionLabel,
  confirmationLabel,
  confirmationWords,
  equipmentConditions,
  mannerLabel,
  visitManners,
} from '../src/domain/visit';
import { type Asking, type Step, onlyWhen, optional, photoStep } from '../src/scene';
import { findInstitution, institutionChoices } from './institution-in-reach';
import type { PlaceFacts } from './place-facts';

/** What a visit needs to know: the places, and the institution it was begun for. */
export interface VisitFormFacts extends PlaceFacts {
  readonly asked?: Institution;
}

/** Stands for an institution that was met on the way and is not known yet. */
export const newOne = '+';

/** Whether the visit is to an institution that is not known yet. */
export const isNew = ({ soFar }: Asking<VisitFormFacts>): boolean =>
  soFar['institution'] === newOne;

const institution: Step<Institution | typeof newOne, VisitFormFacts> = {
  label: 'Lembaga',
  ask: 'Lembaga mana yang dikunjungi? Silakan pilih, atau ketik sebagian namanya.',
  choices: ({ facts }) => [
    { label: '➕ Belum terdaftar', says: newOne },
    ...institutionChoices(facts.institutions),
  ],
  forks: true,
  read: (said, { facts }) =>
    said === newOne
      ? understood(newOne)
      : findInstitution(
          said,
          facts.asked ? [...facts.institutions, facts.asked] : facts.institutions,
        ),
  keep: (chosen) => (chosen === newOne ? newOne : chosen.id),
  show: (chosen, { facts }) =>
    chosen === newOne ? 'belum terdaftar' : labelAmong(chosen, facts.institutions),
};

const fromList = <T extends string>(
  said: string,
  list: readonly (readonly [T, string])[],
): Reading<T> => {
  const found = list.find(([id]) => id === said);
  return found
    ? understood(found[0])
    : unclear('Mohon maaf, pilihan itu belum ada. Silakan pilih dari tombol di bawah ini.');
};

const choicesOf = (list: readonly (readonly [string, string])[]) =>
  list.map(([says, label]) => ({ label, says }));

const manner: Step<VisitManner, VisitFormFacts> = {
  label: 'Cara',
  ask: 'Bagaimana bertemunya?',
  choices: choicesOf(visitManners),
  read: (said) => fromList(said, visitManners),
  show: mannerLabel,
};

const on: Step<Day, VisitFormFacts> = {
  label: 'Tanggal',
  ask: 'Kapan kunjungannya?',
  choices: ({ today }) => [
    { label: `Hari ini, ${shortDay(today)}`, says: today },
    { label: `Kemarin, ${shortDay(addDays(today, -1))}`, says: addDays(today, -1) },
  ],
  calendar: ({ today }) => ({ from: addDays(today, -60), to: today }),
  read: (said, { today }) => readPastDay(said, today),
  keep: String,
  show: longDay,
};

const findings: Step<string, VisitFormFacts> = {
  label: 'Temuan',
  ask: 'Apa yang ditemukan? Contoh: Kelas berjalan dengan 12 santri, dua komputer rusak.',
  read: (said) =>
    readText(said, {
      of: 'temuan',
      max: 1000,
      min: 3,
      lines: true,
      example: 'Kelas berjalan dengan 12 santri, dua komputer rusak',
    }),
};

/** Over the telephone nobody sees equipment. */
const equipment = onlyWhen<EquipmentCondition, VisitFormFacts>(
  ({ soFar }) => soFar['manner'] === 'visit',
  {
    label: 'Peralatan',
    ask: 'Bagaimana keadaan peralatannya?',
    choices: choicesOf(equipmentConditions),
    read: (said) => fromList(said, equipmentConditions),
    show: conditionLabel,
  },
);

const confirms: Step<Confirmation, VisitFormFacts> = {
  label: 'Kesimpulan',
  ask: 'Apa kesimpulan Anda tentang keaktifannya?',
  choices: choicesOf(confirmationWords),
  read: (said) => fromList(said, confirmationWords),
  show: confirmationLabel,
};

const longestDays = 366;

const followUp = (label: string, after?: string): Step<string | undefined, VisitFormFacts> => {
  const asked = optional<string, VisitFormFacts>({
    label,
    ask:
      after === undefined
        ? 'Apa tindak lanjutnya? Boleh dilewati. Contoh: Kirim contoh kurikulum.'
        : 'Ada tindak lanjut lain? Boleh dilewati.',
    read: (said) =>
      readText(said, { of: 'tindak lanjut', max: 200, min: 3, example: 'Kirim contoh kurikulum' }),
  });
  return after === undefined
    ? asked
    : { ...asked, when: ({ soFar }) => soFar[after] !== undefined };
};

const due = (label: string, of: string): Step<Day | undefined, VisitFormFacts> =>
  onlyWhen<Day, VisitFormFacts>(({ soFar }) => soFar[of] !== undefined, {
    label,
    ask: 'Sampai kapan tindak lanjut itu diselesaikan?',
    choices: ({ today }) =>
      [7, 14, 30].map((days) => ({
        label: `${days} hari, ${shortDay(addDays(today, days))}`,
        says: addDays(today, days),
      })),
    calendar: ({ today }) => ({ from: today, to: addDays(today, longestDays) }),
    read: (said, { today }) => {
      const reading = readDay(said, today, 'ahead');
      if (!reading.ok) return reading;
      return reading.value >= today && reading.value <= addDays(today, longestDays)
        ? reading
        : unclear(
            `Mohon maaf, silakan pilih antara ${shortDay(today)} dan ${shortDay(addDays(today, longestDays))}.`,
          );
    },
    keep: String,
    show: longDay,
  });

/** The questions of a visit, in the order they are asked. */
export const visitSteps = {
  institution,
  manner,
  on,
  findings,
  equipment,
  confirms,
  followUp: followUp('Tindak lanjut'),
  due: due('Sampai', 'followUp'),
  second: followUp('Tindak lanjut 2', 'followUp'),
  secondDue: due('Sampai (2)', 'second'),
  third: followUp('Tindak lanjut 3', 'second'),
  thirdDue: due('Sampai (3)', 'third'),
  photos: photoStep<VisitFormFacts>({
    label: 'Foto',
    ask: 'Bila ada, silakan kirim foto kunjungannya (paling banyak 10). Mohon wajah santri tidak terlihat jelas.',
    most: 10,
  }),
};
