import type { Course, CoursePlan } from '../src/domain/course';
import { type Day, addDays } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { isolated } from '../src/domain/isolated';
import { type Reading, unclear } from '../src/domain/reading';
import { readCount } from '../src/domain/reading-count';
import { readDay } from '../src/domain/reading-day';
import { readText } from '../src/domain/reading-text';
import { type Asking, type Step, optional } from '../src/scene';
import type { OwnFacts } from './own-institution';

/** What a plan needs to know: the centres of whoever plans, and the course when it is changed. */
export interface CourseFacts extends OwnFacts {
  readonly course?: Course;
}

type CourseStep<T> = Step<T, CourseFacts>;

const daysAhead = 400;
const longestDays = 366;
/** A button carries 64 bytes; longer names are typed. */
const longestSaid = 40;

const title: CourseStep<string> = {
  label: 'Pelatihan',
  ask: 'Pelatihan apa yang direncanakan? Contoh: Desain grafis tingkat dasar.',
  choices: ({ facts }) =>
    [...new Set(facts.institutions.map(({ trade }) => trade))]
      .filter((trade) => Buffer.byteLength(trade) <= longestSaid)
      .map((trade) => ({ label: isolated(trade), says: trade })),
  read: (said) =>
    readText(said, { of: 'nama pelatihan', max: 80, min: 3, example: 'Desain grafis' }),
};

/** A course that has begun keeps its first day when something else about it is changed. */
const firstDay = ({ facts, today }: Asking<CourseFacts>): Day =>
  facts.course && facts.course.startsOn < today ? facts.course.startsOn : today;

const readBetween = (said: string, today: Day, from: Day, to: Day): Reading<Day> => {
  const reading = readDay(said, today, 'nearest');
  if (!reading.ok || (reading.value >= from && reading.value <= to)) return reading;
  return unclear(`Mohon maaf, silakan pilih antara ${shortDay(from)} dan ${shortDay(to)}.`);
};

const startsOn: CourseStep<Day> = {
  label: 'Mulai',
  ask: 'Mulai tanggal berapa?',
  calendar: (at) => ({ from: firstDay(at), to: addDays(at.today, daysAhead) }),
  read: (said, at) => readBetween(said, at.today, firstDay(at), addDays(at.today, daysAhead)),
  keep: String,
  show: longDay,
};

const begun = ({ soFar, today }: Asking<CourseFacts>): Day =>
  (soFar['startsOn'] as Day | undefined) ?? today;

const endsOn: CourseStep<Day> = {
  label: 'Selesai',
  ask: 'Selesai tanggal berapa?',
  choices: (at) =>
    [1, 5, 10, 30].map((days) => ({
      label: `${days} hari, sampai ${shortDay(addDays(begun(at), days - 1))}`,
      says: addDays(begun(at), days - 1),
    })),
  calendar: (at) => ({ from: begun(at), to: addDays(begun(at), longestDays) }),
  read: (said, at) => readBetween(said, at.today, begun(at), addDays(begun(at), longestDays)),
  keep: String,
  show: longDay,
};

const quota: CourseStep<number> = {
  label: 'Kuota',
  ask: 'Berapa orang yang dapat ikut? Contoh: 16.',
  choices: ['16', '20', '30'].map((says) => ({ label: says, says })),
  read: (said) => {
    const reading = readCount(said, { of: 'jumlah kuota', max: 1000, example: 16 });
    return reading.ok && reading.value === 0
      ? unclear('Mohon maaf, kuotanya paling sedikit 1 orang, misalnya: 16.')
      : reading;
  },
  keep: String,
  show: (count) => `${count} orang`,
};

const conditions: CourseStep<string> = {
  label: 'Syarat',
  ask: 'Apa syarat pesertanya? Contoh: Usia 17 tahun ke atas, bisa membaca.',
  choices: ['Terbuka untuk umum', 'Khusus santri'].map((says) => ({ label: says, says })),
  read: (said) =>
    readText(said, {
      ...{ of: 'syarat', max: 300, min: 3, lines: true },
      example: 'Usia 17 tahun ke atas',
    }),
};

const contact: CourseStep<string | undefined> = optional({
  label: 'Narahubung',
  ask: 'Siapa yang dapat dihubungi calon peserta? Ini terlihat oleh umum, jadi mohon hanya dengan persetujuan yang bersangkutan. Boleh dilewati. Contoh: Ustaz Hamdan, 0812-0000-0000.',
  read: (said) =>
    readText(said, {
      ...{ of: 'narahubung', max: 100, min: 3 },
      example: 'Ustaz Hamdan, 0812-0000-0000',
    }),
});

/** The questions of a plan, in the order they are asked. */
export const courseSteps = { title, startsOn, endsOn, quota, conditions, contact };

/** The plan that was answered. */
export const planFrom = ({
  title: called,
  startsOn: from,
  endsOn: to,
  quota: places,
  conditions: who,
  contact: ask,
}: Omit<CoursePlan, 'contact'> & { readonly contact: string | undefined }): CoursePlan => ({
  ...{ title: called, startsOn: from, endsOn: to, quota: places, conditions: who },
  ...(ask !== undefined && { contact: ask }),
});
