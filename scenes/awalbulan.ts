import { type Day, addDays, daysBetween } from '../src/domain/day';
import { hijriMonthStart } from '../src/domain/hijri';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { understood, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { type Asking, type Step, defineForm } from '../src/scene';
import { type DayOffFacts, changeCalendar, prepareDaysOff } from './day-off-facts';
import { type HijriMonth, nextHijriMonths } from './hijri-months';

/** An announced beginning differs by a day or two from the computed one. */
const mostDaysApart = 3;

const month: Step<HijriMonth, DayOffFacts> = {
  label: 'Bulan',
  ask: 'Awal bulan mana yang ingin ditetapkan, sesuai keputusan Menteri Agama?',
  choices: ({ facts, today }) =>
    nextHijriMonths(today, facts.calendar.hijriMonths).map(({ id, name }) => ({
      label: name,
      says: id,
    })),
  read: (said, { facts, today }) => {
    const found = nextHijriMonths(today, facts.calendar.hijriMonths).find(({ id }) => id === said);
    return found
      ? understood(found)
      : unclear('Mohon maaf, bulan itu belum ada dalam daftar. Silakan pilih dari tombol.');
  },
  keep: ({ id }) => id,
  show: ({ name }) => name,
};

/** What the calendar computes, whatever was announced before. */
const computed = ({ soFar }: Asking<DayOffFacts>): Day =>
  hijriMonthStart((soFar['month'] as HijriMonth).month);

const startsOn: Step<Day, DayOffFacts> = {
  label: 'Mulai',
  ask: (at) =>
    `Mulai tanggal berapa? Menurut perhitungan ${longDay(computed(at))}, dan keputusan dapat berbeda sehari.`,
  choices: (at) =>
    [-1, 0, 1].map((days) => {
      const on = addDays(computed(at), days);
      return { label: shortDay(on), says: on };
    }),
  read: (said, at) => {
    const reading = readDay(said, at.today, 'nearest');
    if (!reading.ok) return reading;
    const near = computed(at);
    return Math.abs(daysBetween(near, reading.value)) <= mostDaysApart
      ? reading
      : unclear(
          `Mohon maaf, tanggal itu terlalu jauh dari perhitungan. Silakan pilih antara ${shortDay(addDays(near, -mostDaysApart))} dan ${shortDay(addDays(near, mostDaysApart))}.`,
        );
  },
  keep: String,
  show: longDay,
};

/** Sets the beginning of Ramadan, Syawal or Zulhijah as announced: for the Ramadan hours and the feasts. */
export const awalbulan = defineForm({
  command: 'awalbulan',
  about: 'Tetapkan awal Ramadan dan Syawal',
  title: 'Awal bulan Hijriah',
  unlisted: true,
  for: ['admin'],
  prepare: prepareDaysOff,
  steps: { month, startsOn },

  finish: ({ id, answers, visitor, world }) => {
    const { month: chosen, startsOn: on } = answers;
    const edited = { hijriMonths: { [chosen.id]: on } };
    const what = `1 ${chosen.name}: ${on}`;
    const said = `✅ 1 ${chosen.name} ditetapkan ${longDay(on)}.`;
    return changeCalendar({ edited, what, said }, id, world, visitor);
  },
});
