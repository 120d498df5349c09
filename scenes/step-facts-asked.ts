import { type Day, addDays } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { type Reading, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import type { StepFacts } from '../src/domain/registration';
import { readNumber } from '../src/domain/reading-number';
import { type Asking, type Foregone, type Step, optional } from '../src/scene';
import { type StepInView, factsOf } from './step-in-view';

/** No paper of a centre is older, and none is valid longer, in days. */
const longestBack = 60 * 366;
const longestAhead = 30 * 366;

/** What is still being prepared has no number and no day yet. */
const isAsked = ({ soFar }: Asking<StepInView>) => soFar['to'] !== 'preparing';

/** The number of the paper, checked as the checklist says. */
export const numberStep: Step<string | undefined, StepInView> = {
  ...optional<string, StepInView>({
    label: 'Nomor',
    ask: ({ facts: { step } }) => {
      const { name = '', example } = step.number ?? {};
      return `Berapa nomor ${name}${example === undefined ? '' : `, misalnya ${example}`}? Bila belum ada, silakan lewati.`;
    },
    read: (said, { facts: { step } }) => readNumber(said, step.number ?? { name: 'surat' }),
  }),
  when: (at) => at.facts.step.number !== undefined && isAsked(at),
};

/** The day on the paper; it lies behind. */
export const dayStep: Step<Day | undefined, StepInView> = {
  ...optional<Day, StepInView>({
    label: 'Tanggal surat',
    ask: 'Tanggal berapa yang tertera di suratnya? Silakan ketik, misalnya: 12 Mei 2026.',
    choices: ({ today }) => [{ label: `Hari ini, ${shortDay(today)}`, says: today }],
    calendar: ({ today }) => ({ from: addDays(today, -longestBack), to: today }),
    read: (said, { today }) => within(readDay(said, today), addDays(today, -longestBack), today),
    keep: String,
    show: longDay,
  }),
  when: (at) => at.facts.step.dated === true && isAsked(at),
};

/** The day on which it ends; it lies ahead. */
export const validUntilStep: Step<Day | undefined, StepInView> = {
  ...optional<Day, StepInView>({
    label: 'Berlaku sampai',
    ask: ({ facts: { step } }) =>
      `${step.validity ?? 'Suratnya'} berlaku sampai tanggal berapa? Bila tidak ada batasnya, silakan lewati.`,
    calendar: ({ today }) => ({ from: addDays(today, 1), to: addDays(today, longestAhead) }),
    read: (said, { today }) =>
      within(readDay(said, today, 'ahead'), addDays(today, 1), addDays(today, longestAhead)),
    keep: String,
    show: longDay,
  }),
  when: (at) => at.facts.step.validity !== undefined && isAsked(at),
};

const within = (reading: Reading<Day>, from: Day, to: Day): Reading<Day> =>
  !reading.ok || (reading.value >= from && reading.value <= to)
    ? reading
    : unclear(
        `Mohon maaf, ${longDay(reading.value)} di luar yang kami harapkan. Silakan periksa tahunnya, antara ${shortDay(from)} dan ${shortDay(to)}.`,
      );

/** What is written down already, so that it is asked only to be changed. */
export const knownFacts = (facts: StepInView): Readonly<Record<string, Foregone>> =>
  Object.fromEntries(Object.entries(factsOf(facts)));

/** The answers of these steps. */
export interface AnsweredFacts {
  readonly number: string | undefined;
  readonly on: Day | undefined;
  readonly validUntil: Day | undefined;
}

/** The answers as they are written down. */
export const answeredFacts = ({ number, on, validUntil }: AnsweredFacts): StepFacts => ({
  ...(number !== undefined && { number }),
  ...(on !== undefined && { on }),
  ...(validUntil !== undefined && { validUntil }),
});
