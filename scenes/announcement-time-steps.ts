import { repeatLabels } from '../src/board/announcement-words';
import { type Repeat, repeats } from '../src/domain/announcement';
import { type Day, addDays } from '../src/domain/day';
import { clockTime, longDay, shortDay } from '../src/domain/indonesian-dates';
import { unclear } from '../src/domain/reading';
import { clockWords, readClock } from '../src/domain/reading-clock';
import { readDay } from '../src/domain/reading-day';
import { type Asking, type Choice, type Step, onlyWhen } from '../src/scene';
import type { AnnouncementFacts } from './announcement-facts';
import { choiceStep } from './tapped-choice';

type When = 'now' | Repeat;

const whenChoices: readonly (Choice & { readonly says: When })[] = [
  { label: 'Sekarang', says: 'now' },
  ...repeats.map((repeat) => ({
    label: repeat === 'once' ? 'Dijadwalkan' : repeatLabels[repeat],
    says: repeat,
  })),
];

const when = choiceStep<When, AnnouncementFacts>({
  label: 'Waktu',
  ask: 'Kapan dikirim?',
  choices: whenChoices,
  forks: true,
});

const isPlanned = ({ soFar }: Asking<AnnouncementFacts>) => soFar['when'] !== 'now';
const longestDays = 366;

const on: Step<Day | undefined, AnnouncementFacts> = onlyWhen<Day, AnnouncementFacts>(isPlanned, {
  label: 'Tanggal',
  ask: ({ soFar }) =>
    soFar['when'] === 'once'
      ? 'Tanggal berapa?'
      : 'Mulai tanggal berapa? Setelah itu diulang sendiri.',
  choices: ({ today }) =>
    [0, 1].map((n) => ({
      label: `${n === 0 ? 'Hari ini' : 'Besok'}, ${shortDay(addDays(today, n))}`,
      says: addDays(today, n),
    })),
  calendar: ({ today }) => ({ from: today, to: addDays(today, longestDays) }),
  read: (said, { today }) => {
    const reading = readDay(said, today, 'ahead');
    if (!reading.ok) return reading;
    const last = addDays(today, longestDays);
    return reading.value >= today && reading.value <= last
      ? reading
      : unclear(`Mohon maaf, silakan pilih antara ${shortDay(today)} dan ${shortDay(last)}.`);
  },
  keep: String,
  show: longDay,
});

const hours = [8.5, 9.5, 10.5, 13.5].map((hour) => hour * 60);

const pastHour =
  'Mohon maaf, jam itu sudah lewat hari ini. Silakan pilih jam lain, atau ketuk Kembali untuk tanggal lain.';

/** Whether a minute of the chosen day has passed. */
const isPast = (minutes: number, { soFar, today, visitor }: Asking<AnnouncementFacts>): boolean =>
  soFar['on'] === today && clockWords(minutes) <= clockTime(visitor.now, visitor.zone);

const hoursAhead = (at: Asking<AnnouncementFacts>) =>
  hours.filter((minutes) => !isPast(minutes, at));

const hour: Step<number | undefined, AnnouncementFacts> = onlyWhen<number, AnnouncementFacts>(
  isPlanned,
  {
    label: 'Jam',
    ask: (at) =>
      hoursAhead(at).length > 0
        ? 'Jam berapa? Silakan pilih, atau ketik misalnya: 09.15.'
        : 'Jam berapa? Silakan ketik misalnya: 20.15.',
    choices: (at) =>
      hoursAhead(at).map((minutes) => ({ label: clockWords(minutes), says: clockWords(minutes) })),
    read: (said, at) => {
      const reading = readClock(said, at.visitor.zone);
      return reading.ok && isPast(reading.value, at) ? unclear(pastHour) : reading;
    },
    keep: clockWords,
    show: clockWords,
  },
);

/** The questions about when it goes. */
export const timeSteps = { when, on, hour };
